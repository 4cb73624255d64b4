import assert from "node:assert/strict";
import { lanesOf, type Stretch } from "../../../../lib/ui/operator/cars/lanes.ts";
import { fc } from "../../../support/property.ts";

const stretch = (startMs: number, endMs: number): Stretch => ({ startMs, endMs });

Deno.test("what overlaps lies in lanes of its own, what follows in the first that is free", () => {
  const [a, b, c] = [stretch(0, 10), stretch(5, 15), stretch(10, 20)];
  assert.deepEqual(lanesOf([a, b, c]), [[a, c], [b]]);
});

Deno.test("neighbours are kept apart", () => {
  const [a, b] = [stretch(0, 10), stretch(12, 20)];
  assert.deepEqual(lanesOf([a, b], 2), [[a, b]]);
  assert.deepEqual(lanesOf([a, b], 3), [[a], [b]]);
});

Deno.test("nothing lies in no lane", () => {
  assert.deepEqual(lanesOf([]), []);
});

Deno.test("no lane has an overlap, no trip is lost, and no lane is more than overlap asks for", () => {
  const stretches = fc.array(fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 90 })), {
    maxLength: 40,
  }).map((pairs) =>
    pairs.map(([start, length]) => stretch(start, start + length))
      .sort((a, b) => a.startMs - b.startMs)
  );
  fc.assert(fc.property(stretches, (items) => {
    const lanes = lanesOf(items);
    for (const lane of lanes) {
      lane.reduce((before, next) => {
        assert(before.endMs <= next.startMs);
        return next;
      });
    }
    assert.equal(lanes.flat().length, items.length);
    const atOnce = items.map(({ startMs }) =>
      items.filter((other) => other.startMs <= startMs && other.endMs > startMs).length
    );
    assert.equal(lanes.length, Math.max(0, ...atOnce));
  }));
});
