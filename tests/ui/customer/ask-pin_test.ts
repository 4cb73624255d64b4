import assert from "node:assert/strict";
import { askPin } from "../../../lib/ui/customer/ask-pin.ts";

const { signal } = new AbortController();
const PIN = { id: "pin:57.70887,11.97456", kind: "pin", name: "nära Brunnsparken", area: "" };

function ask(send: typeof fetch) {
  return askPin({ lat: 57.708873, lng: 11.974561, reachMeters: 900 }, "en", signal, send);
}

Deno.test("askPin() sends five decimals in the body and the language in the address", async () => {
  const answer = await ask((input, init) => {
    assert.equal(input, "/api/pins?locale=en");
    assert.equal(init?.body, JSON.stringify({ lat: 57.70887, lng: 11.97456, reachMeters: 900 }));
    return Promise.resolve(Response.json({ ok: true, pin: PIN, stop: null }));
  });
  assert.ok(answer?.ok);
  assert.equal(answer.pin.name, PIN.name);
});

Deno.test("askPin() takes a refused point for one abroad, and knows nothing without an answer", async () => {
  const refused = await ask(() => Promise.resolve(Response.json({}, { status: 422 })));
  assert.deepEqual(refused, { ok: false, reason: "abroad" });
  assert.equal(await ask(() => Promise.resolve(new Response(null, { status: 503 }))), null);
  assert.equal(await ask(() => Promise.reject(new TypeError("no network"))), null);
});
