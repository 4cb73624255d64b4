import assert from "node:assert/strict";
import { MAX_BODY_BYTES } from "../../lib/http/body.ts";
import { limitRequest, MAX_URL_LENGTH } from "../../lib/http/middleware/limit-request.ts";
import { RequestError } from "../../lib/errors/request-error.ts";
import { anOpenDoor } from "../support/app.ts";

const answer = anOpenDoor()
  .use(async (ctx) => {
    try {
      return await ctx.next();
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      return new Response(error.code);
    }
  })
  .use(limitRequest())
  .all("*", () => new Response("let in"))
  .handler();

async function said(url: string, headers: Record<string, string> = {}): Promise<string> {
  return await (await answer(new Request(url, { method: "POST", headers }))).text();
}

Deno.test("an address has 8,192 characters at most", async () => {
  assert.equal(MAX_URL_LENGTH, 8_192);
  const address = (length: number) => "http://localhost/?q=".padEnd(length, "a");
  assert.equal(await said(address(8_192)), "let in");
  assert.equal(await said(address(8_193)), "address-too-long");
});

Deno.test("a body that says it is larger than 64 KiB is refused before it is read", async () => {
  assert.equal(MAX_BODY_BYTES, 65_536);
  const sent = (length: string) => said("http://localhost/", { "content-length": length });
  assert.equal(await sent("65536"), "let in");
  assert.equal(await sent("65537"), "too-large");
  assert.equal(await said("http://localhost/"), "let in");
});
