import assert from "node:assert/strict";
import {
  labelSide,
  RIM,
  sideOffWay,
  STUB_LENGTH,
  stubEnd,
} from "../../../../lib/ui/customer/map/map-stub.ts";
import { fc } from "../../../support/property.ts";

const SIZE = { x: 400, y: 300 };

Deno.test("stubEnd() points at the place and is never longer than a stub, nor out of the picture", () => {
  const far = fc.tuple(
    fc.integer({ min: -9_000, max: 9_000 }),
    fc.integer({ min: -9_000, max: 9_000 }),
  );
  fc.assert(fc.property(far, ([x, y]) => {
    const edge = { x: 200, y: 150 };
    const tip = stubEnd(edge, { x, y }, SIZE);
    const length = Math.hypot(tip.x - edge.x, tip.y - edge.y);
    assert.ok(length <= STUB_LENGTH + 1e-6);
    const cross = (x - edge.x) * (tip.y - edge.y) - (y - edge.y) * (tip.x - edge.x);
    assert.ok(Math.abs(cross) < 1e-6 * Math.max(1, Math.hypot(x, y)) * STUB_LENGTH);
  }));
  assert.deepEqual(stubEnd({ x: 390, y: 150 }, { x: 9_000, y: 150 }, SIZE), {
    x: 400 - RIM,
    y: 150,
  });
  assert.deepEqual(stubEnd({ x: 5, y: 5 }, { x: 5, y: 5 }, SIZE), { x: 5, y: 5 });
});

Deno.test("labelSide() keeps words in the picture: away from the rim they stand at", () => {
  assert.equal(labelSide({ x: 200, y: 150 }, SIZE, "above"), "above");
  assert.equal(labelSide({ x: 200, y: 150 }, SIZE, "below"), "below");
  assert.equal(labelSide({ x: 20, y: 10 }, SIZE, "above"), "below rightwards");
  assert.equal(labelSide({ x: 390, y: 290 }, SIZE, "below"), "above leftwards");
  assert.equal(labelSide({ x: 200, y: 150 }, SIZE, "beside"), "beside");
  assert.equal(labelSide({ x: 390, y: 150 }, SIZE, "beside"), "beside leftwards");
});

Deno.test("sideOffWay() is where the way does not go, whatever its first steps do", () => {
  const end = { x: 100, y: 100 };
  assert.equal(sideOffWay([end, { x: 110, y: 95 }, { x: 110, y: 160 }]), "above");
  assert.equal(sideOffWay([end, { x: 90, y: 105 }, { x: 90, y: 40 }]), "below");
  assert.equal(sideOffWay([end, { x: 104, y: 110 }]), "above");
  assert.equal(sideOffWay([end]), "below");
  assert.equal(sideOffWay([]), "above");
});
