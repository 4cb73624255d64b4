import assert from "node:assert/strict";
import { MAX_BODY_BYTES } from "../../lib/http/body.ts";
import { FrontDoor } from "../../lib/http/front-door.ts";
import { limitRequest, MAX_URL_LENGTH } from "../../lib/http/middleware/limit-request.ts";

const answer = new FrontDoor(false)
  .use(limitRequest())
  .all("*", () => new Response("let in"))
  .handler();

async function status(url: string, headers: Record<string, string> = {}): Promise<number> {
  const response = await answer(new Request(url, { method: "POST", headers }));
  await response.body?.cancel();
  return response.status;
}

Deno.test("an address has 8,192 characters at most", async () => {
  assert.equal(MAX_URL_LENGTH, 8_192);
  const address = (length: number) => "http://localhost/?q=".padEnd(length, "a");
  assert.equal(await status(address(8_192)), 200);
  assert.equal(await status(address(8_193)), 414);
});

Deno.test("a body that says it is larger than 64 KiB is refused before it is read", async () => {
  assert.equal(MAX_BODY_BYTES, 65_536);
  const sent = (length: string) => status("http://localhost/", { "content-length": length });
  assert.equal(await sent("65536"), 200);
  assert.equal(await sent("65537"), 413);
  assert.equal(await status("http://localhost/"), 200);
});
