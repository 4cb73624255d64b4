import assert from "node:assert/strict";
import {
  endedAt,
  isOut,
  isSameOutage,
  MAX_OUTAGES,
  type Outage,
  withOutage,
} from "../../lib/fleet/outage.ts";

const anOutage = (facts: Partial<Outage> = {}): Outage => {
  return { id: "A", startMs: 100, endMs: 200, reason: "service", by: "Sara", ...facts };
};

Deno.test("a vehicle is out from the start to the end, the end not counted, and for good without one", () => {
  const during = (endMs: number | null, startMs: number, untilMs: number) =>
    isOut({ outages: [anOutage({ endMs })] }, { startMs, endMs: untilMs });
  assert.equal(during(200, 0, 100), false);
  assert.equal(during(200, 0, 101), true);
  assert.equal(during(200, 199, 300), true);
  assert.equal(during(200, 200, 300), false);
  assert.equal(during(null, 1e12, 2e12), true);
  assert.equal(during(null, 0, 100), false);
});

Deno.test("an outage takes the place of the one with its id, in order; the earliest go when there are too many", () => {
  const both = { outages: [anOutage(), anOutage({ id: "B", startMs: 300, endMs: null })] };
  const moved = withOutage(both, "A", anOutage({ startMs: 400 }));
  assert.deepEqual(moved.outages.map(({ id }) => id), ["B", "A"]);
  assert.deepEqual(withOutage(both, "A", null).outages.map(({ id }) => id), ["B"]);
  let many: { outages: Outage[] } = { outages: [] };
  for (let i = 0; i <= MAX_OUTAGES; i++) {
    many = withOutage(many, `${i}`, anOutage({ id: `${i}`, startMs: i }));
  }
  assert.equal(many.outages.length, MAX_OUTAGES);
  assert.equal(many.outages[0]?.id, "1");
});

Deno.test("a vehicle that is back ends its outage; one that had not begun never was", () => {
  assert.deepEqual(endedAt(anOutage({ endMs: null }), 150), anOutage({ endMs: 150 }));
  assert.equal(endedAt(anOutage(), 100), null);
});

Deno.test("isSameOutage() sees every difference that matters", () => {
  assert.equal(isSameOutage(null, null), true);
  assert.equal(isSameOutage(anOutage(), anOutage()), true);
  for (const other of [{ startMs: 1 }, { endMs: null }, { reason: "däck" }, { id: "B" }]) {
    assert.equal(isSameOutage(anOutage(), anOutage(other)), false);
  }
  assert.equal(isSameOutage(anOutage(), null), false);
});
