import assert from "node:assert/strict";
import { MAX_BODY_BYTES } from "../../lib/http/body.ts";
import {
  limitRequest,
  MAX_HEADERS,
  MAX_URL_LENGTH,
} from "../../lib/http/middleware/limit-request.ts";
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

Deno.test("lengths that contradict each other, or are none, are refused", async () => {
  for (const length of ["5, 6", "5, 5", "+5", "-1", "0x5", "5 ", "", "1e3", "9".repeat(16)]) {
    const expected = length.trim() === "5" ? "let in" : "bad-request";
    assert.equal(await said("http://localhost/", { "content-length": length }), expected, length);
  }
  const both = { "content-length": "5", "transfer-encoding": "chunked" };
  assert.equal(await said("http://localhost/", both), "bad-request");
  assert.equal(await said("http://localhost/", { "transfer-encoding": "chunked" }), "let in");
});

Deno.test("eighty headers are taken and not one more", async () => {
  const some = (count: number) => {
    return Object.fromEntries(Array.from({ length: count }, (_, i) => [`x-${i}`, "y"]));
  };
  assert.equal(MAX_HEADERS, 80);
  assert.equal(await said("http://localhost/", some(80)), "let in");
  assert.equal(await said("http://localhost/", some(81)), "too-many-headers");
});

Deno.test("the parameters of an address are looked at before anything reads them", async () => {
  assert.equal(await said("http://localhost/?a=1&b=2"), "let in");
  assert.equal(await said("http://localhost/?a=1&a=2"), "name-repeated");
  assert.equal(await said("http://localhost/?__proto__=2"), "name-forbidden");
});
