import assert from "node:assert/strict";
import {
  freeNames,
  labelSide,
  RIM,
  sideOffLine,
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

Deno.test("sideOffWay() is where less of the way lies, whatever its first steps do", () => {
  const end = { x: 100, y: 100 };
  assert.equal(sideOffWay([end, { x: 110, y: 95 }, { x: 110, y: 160 }]), "above");
  assert.equal(sideOffWay([end, { x: 90, y: 105 }, { x: 90, y: 40 }]), "below");
  // A way that turns over the end and leaves level: its loop is what words would cover.
  const loop = [{ x: 90, y: 70 }, { x: 120, y: 80 }, { x: 130, y: 102 }, { x: 400, y: 104 }];
  assert.equal(sideOffWay([end, ...loop]), "below");
  assert.equal(sideOffWay([end]), "above");
  assert.equal(sideOffWay([]), "above");
});

Deno.test("sideOffLine() puts names outside a flat line where they have room, else above or below it", () => {
  const size = { x: 400, y: 300 };
  const [west, east] = [{ x: 160, y: 150 }, { x: 240, y: 140 }];
  assert.equal(labelSide(west, size, sideOffLine(west, east, size)), "beside leftwards");
  assert.equal(labelSide(east, size, sideOffLine(east, west, size)), "beside");
  const [far, wide] = [{ x: 64, y: 160 }, { x: 336, y: 140 }];
  assert.equal(sideOffLine(far, wide, size), "below");
  assert.equal(sideOffLine(wide, far, size), "above");
  const [north, south] = [{ x: 200, y: 60 }, { x: 220, y: 240 }];
  assert.equal(sideOffLine(north, south, size), "above");
  assert.equal(sideOffLine(south, north, size), "below");
});

Deno.test("freeNames() turns a name to the other side, or leaves it out, where it would cover something", () => {
  const names = [
    { name: "Borås", x: 50, y: 60 },
    { name: "Sandared", x: 60, y: 66 },
    { name: "Kinna", x: 50, y: 200 },
    { name: "Vid nålen", x: 195, y: 148 },
    { name: "Göteborg", x: 160, y: 130 },
    { name: "Ulricehamn", x: 380, y: 60 },
    { name: "Norr", x: 100, y: 4 },
    { name: "Viskafors", x: 20, y: 280 },
    { name: "Hedared", x: 300, y: 90 },
  ];
  const shown = (some: typeof names) =>
    freeNames(some, SIZE).map(({ at, side }) => `${some[at]!.name} ${side}`);
  assert.deepEqual(shown(names), [
    "Borås beside",
    "Kinna beside",
    "Göteborg before",
    "Hedared before",
  ]);
  assert.equal(shown(names.slice(1))[0], "Sandared beside");
});
