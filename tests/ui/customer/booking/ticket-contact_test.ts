import assert from "node:assert/strict";
import { contactOf } from "../../../../lib/ui/customer/booking/ticket-contact.ts";

Deno.test("a ticket heard of within two pauses is live; after that it says for how long it was not", () => {
  assert.deepEqual(contactOf(0, 0, true), { kind: "live" });
  assert.deepEqual(contactOf(0, 40_000, true), { kind: "live" });
  assert.deepEqual(contactOf(0, 40_001, true), { kind: "lost", seconds: 40 });
  assert.deepEqual(contactOf(1_000, 181_999, true), { kind: "lost", seconds: 180 });
});

Deno.test("without a network it is known at once, and a clock that was set back makes no age below nothing", () => {
  assert.deepEqual(contactOf(0, 2_000, false), { kind: "offline", seconds: 2 });
  assert.deepEqual(contactOf(5_000, 0, false), { kind: "offline", seconds: 0 });
});
