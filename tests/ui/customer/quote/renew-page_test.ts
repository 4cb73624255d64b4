import assert from "node:assert/strict";
import { nextPrice } from "../../../../lib/ui/customer/quote/renew-page.ts";

const answers = (response: () => Promise<Response>) => (() => response()) as typeof fetch;

Deno.test("nextPrice() is the page of the answer, over when there is none any more, else to be asked again", async () => {
  const status = (code: number) =>
    answers(() => Promise.resolve(new Response("x", { status: code })));
  assert.equal(await nextPrice("q", status(200)), "x");
  for (const code of [404, 409, 410]) assert.equal(await nextPrice("q", status(code)), "over");
  for (const code of [429, 500, 503]) assert.equal(await nextPrice("q", status(code)), null);
  assert.equal(await nextPrice("q", answers(() => Promise.reject(new TypeError("offline")))), null);
});
