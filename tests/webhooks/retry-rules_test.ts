import assert from "node:assert/strict";
import { type Delivery, GIVE_UP_MS } from "../../lib/webhooks/delivery.ts";
import { settle, waitMs } from "../../lib/webhooks/retry-rules.ts";

const AT = "2026-11-23T05:00:00.000Z";
const NOW = Date.parse(AT);
const DELIVERY: Delivery = {
  ...{ id: "d", endpointId: "e", bookingId: "b", eventId: "evt-b-1", event: "booking.confirmed" },
  ...{ act: null, body: "{}", at: AT, due: AT, state: "waiting", attempts: 0 },
  ...{ firstTriedAt: null, triedAt: null, status: 0, said: "" },
};
const when = (nowMs: number) => ({ nowMs, onSinceMs: 0, chance: 0.5 });

Deno.test("a delivery that is never taken is tried with growing waits for three days, and then given up", () => {
  let delivery = DELIVERY;
  let nowMs = NOW;
  const waits: number[] = [];
  for (let tries = 0;; tries++) {
    assert(tries < 100, "it is never given up");
    const settled = settle(delivery, { kind: "failed", status: 500, said: "x" }, when(nowMs));
    delivery = settled.delivery;
    if (settled.kind !== "waiting") {
      assert.equal(settled.kind === "dead" && settled.why, "failing");
      break;
    }
    waits.push(settled.dueMs - nowMs);
    nowMs = settled.dueMs;
  }
  assert.deepEqual(waits.slice(0, 5), [5_000, 30_000, 120_000, 600_000, 1_800_000]);
  assert.deepEqual(waits.toSorted((a, b) => a - b), waits);
  assert(nowMs - NOW <= GIVE_UP_MS && nowMs - NOW > GIVE_UP_MS - 9 * 60 * 60_000);
  assert.deepEqual([delivery.state, delivery.attempts], ["dead", waits.length + 1]);
});

Deno.test("an endpoint that was switched on again has three days of its own", () => {
  const old = { ...DELIVERY, firstTriedAt: "2026-11-01T00:00:00Z", attempts: 12 };
  const failed = { kind: "failed", status: 500, said: "" } as const;
  assert.equal(settle(old, failed, when(NOW)).kind, "dead");
  assert.equal(settle(old, failed, { ...when(NOW), onSinceMs: NOW }).kind, "waiting");
});

Deno.test("one that was left alone was not tried, one that is gone is given up at once", () => {
  const alone = settle(DELIVERY, { kind: "left-alone" }, when(NOW));
  assert.deepEqual(alone, { kind: "waiting", delivery: DELIVERY, dueMs: NOW + 15_000 });
  const gone = settle(DELIVERY, { kind: "gone" }, when(NOW));
  assert(gone.kind === "dead" && gone.why === "gone" && gone.delivery.status === 410);
  const taken = settle(DELIVERY, { kind: "delivered", status: 204 }, when(NOW)).delivery;
  assert.deepEqual([taken.state, taken.status, taken.attempts], ["delivered", 204, 1]);
});

Deno.test("chance moves a wait by a fifth either way", () => {
  assert.deepEqual([waitMs(1, 0), waitMs(1, 1)], [4_000, 6_000]);
  assert.equal(waitMs(100, 0.5), 8 * 60 * 60_000);
});
