// Where the cars are: the nearest are those a look at every car finds, none is older than it may be, and nobody is shown
// whom nobody may see.
import assert from "node:assert/strict";
import { VEHICLE_CLASSES, type VehicleClass, vehicleId } from "../../lib/fleet/vehicle.ts";
import { greatCircleMeters } from "../../lib/places/great-circle.ts";
import type { Point } from "../../lib/places/place.ts";
import type { CarPosition } from "../../lib/tracking/car-position.ts";
import {
  LocationCacheManager,
  MAX_AHEAD_MS,
  type NearestQuestion,
  POSITION_BYTES,
} from "../../lib/tracking/location-cache-manager.ts";
import { seeded } from "../support/random.ts";
import { testServices } from "../support/services.ts";

const MAX_AGE_MS = 10_000;
const QUESTIONS = 10_000;
const CARS = 500;
const CENTRE: Point = { lat: 57.70887, lng: 11.97456 };
/** The corners of Sweden's box, the border of four cells, and points where no car of ours can be. */
const ODD: readonly Point[] = [
  { lat: 55.3, lng: 10.9 },
  { lat: 69.1, lng: 24.2 },
  { lat: 55.3, lng: 24.2 },
  { lat: 69.1, lng: 10.9 },
  { lat: 57.71, lng: 11.97 },
  { lat: 57.6, lng: 11.988 },
  { lat: 90, lng: 0 },
  { lat: -33.9, lng: 151.2 },
];

Deno.test(`${QUESTIONS} questions are answered as by looking at every car`, () => {
  const random = seeded(20_261_126);
  const { cars } = aManager();
  const all = manyCars(random);
  for (const car of all) assert(cars.report(car));
  let empty = 0;
  for (let i = 0; i < QUESTIONS; i++) {
    const question = aQuestion(random, all);
    const found = cars.nearest(question);
    assert.deepEqual(
      found.map(({ position, meters }) => [position.vehicleId, meters]),
      byLookingAtAll(question, all),
      JSON.stringify(question),
    );
    if (found.length === 0) empty++;
  }
  assert(empty > 100 && empty < QUESTIONS / 2, `${empty} answers were empty`);
});

Deno.test("the nearest stands in the next cell, a pace behind the border", () => {
  const { cars } = aManager();
  cars.report(aCar({ vehicleId: vehicleId("same cell"), lat: 57.7001, lng: 11.97 }));
  cars.report(aCar({ vehicleId: vehicleId("next cell"), lat: 57.71001, lng: 11.97 }));
  const [nearest] = cars.nearest({ point: { lat: 57.7099, lng: 11.97 }, most: 1, veiled: NOBODY });
  assert.equal(nearest?.position.vehicleId, "next cell");
});

Deno.test("no position is given that is as old as its limit, whichever clock says so", () => {
  const { cars, clock } = aManager();
  const car = aCar({ measuredMs: clock.wallMs - 4_000 });
  assert(cars.report(car));
  const ages = () =>
    cars.nearest({ point: CENTRE, most: 9, veiled: NOBODY }).map((one) => one.ageMs);
  assert.deepEqual(ages(), [4_000]);
  pass(clock, 5_999);
  assert.deepEqual(ages(), [9_999]);
  assert.deepEqual(cars.find(car.vehicleId), car);
  pass(clock, 1);
  assert.deepEqual(ages(), []);
  assert.equal(cars.find(car.vehicleId), null);
  // The clock on the wall is set back: what was held for longer than the limit is as old as before.
  clock.wallMs -= 60_000;
  clock.ownMs += 5_000;
  assert.deepEqual(ages(), []);
});

Deno.test("what is too old, ahead of time, no number or nowhere is not taken in", () => {
  const { cars, clock } = aManager();
  const { wallMs } = clock;
  const refused: readonly Partial<CarPosition>[] = [
    ...[{ measuredMs: wallMs - MAX_AGE_MS }, { measuredMs: wallMs + MAX_AHEAD_MS + 1 }],
    ...[{ measuredMs: NaN }, { lat: NaN }, { lng: NaN }, { lat: 0, lng: 0 }, { lng: 40 }],
  ];
  for (const wrong of refused) assert.equal(cars.report(aCar(wrong)), false, JSON.stringify(wrong));
  assert.equal(cars.state().entries, 0);
  assert(cars.report(aCar({ measuredMs: wallMs + MAX_AHEAD_MS })));
});

Deno.test("a newer position stands, however late an older one comes", () => {
  const { cars, clock } = aManager();
  const at = (measuredMs: number, lat: number) => aCar({ measuredMs, lat });
  assert(cars.report(at(clock.wallMs - 1_000, 57.71)));
  assert.equal(cars.report(at(clock.wallMs - 2_000, 57.9)), false);
  assert.equal(cars.report(at(clock.wallMs - 1_000, 57.9)), false);
  assert.equal(cars.find(aCar().vehicleId)?.lat, 57.71);
  assert(cars.report(at(clock.wallMs, 57.72)));
  const found = cars.nearest({ point: CENTRE, most: 9, veiled: NOBODY });
  assert.deepEqual(found.map(({ position }) => position.lat), [57.72], "it stands at one place");
});

Deno.test("neither a protected driver nor a car off duty is given, and a late position does not bring it back", () => {
  const { cars, clock } = aManager();
  const off = aCar({ vehicleId: vehicleId("off"), driverId: "d2" });
  assert(cars.report(aCar()));
  assert(cars.report({ ...off, measuredMs: clock.wallMs - 2_000 }));
  const ids = (veiled: ReadonlySet<string> = NOBODY) =>
    cars.nearest({ point: CENTRE, most: 9, veiled }).map(({ position }) => position.vehicleId);
  assert.deepEqual(ids(), ["V1", "off"]);
  assert.deepEqual(ids(new Set(["d1"])), ["off"]);
  assert(cars.report({ ...off, measuredMs: clock.wallMs - 500, isOnDuty: false }));
  assert.equal(cars.report({ ...off, measuredMs: clock.wallMs - 1_000 }), false);
  assert.deepEqual(ids(), ["V1"]);
  assert.equal(cars.find(off.vehicleId), null);
  cars.forget(aCar().vehicleId);
  assert.deepEqual(ids(), []);
});

Deno.test("there are never more than fit, the one told of longest ago goes; what is over goes by itself", () => {
  const { cars, clock } = aManager(3 * POSITION_BYTES);
  for (const id of ["a", "b", "c", "a", "d"]) {
    clock.wallMs++;
    assert(cars.report(aCar({ vehicleId: vehicleId(id), measuredMs: clock.wallMs })));
  }
  const { entries, bytes, maxBytes, evictions } = cars.state();
  assert.deepEqual([entries, evictions], [3, 1]);
  assert(bytes <= maxBytes);
  assert.equal(cars.find(vehicleId("b")), null);
  assert.notEqual(cars.find(vehicleId("a")), null);
  pass(clock, MAX_AGE_MS);
  for (const id of ["x", "y"]) {
    cars.report(aCar({ vehicleId: vehicleId(id), measuredMs: clock.wallMs }));
  }
  assert.deepEqual([cars.state().entries, cars.state().evictions], [2, 1]);
});

Deno.test("in the product positions live as long as their category says, and stand in no shared tier", async () => {
  await using test = await testServices();
  const { locationCache, clock } = test.services;
  const measuredMs = clock.now().epochMilliseconds;
  assert(locationCache.report(aCar({ measuredMs })));
  assert.notEqual(locationCache.find(vehicleId("V1")), null);
  test.clock.advance({ seconds: 10 });
  assert.equal(locationCache.find(vehicleId("V1")), null);
});

const NOBODY: ReadonlySet<string> = new Set();

interface Clocks {
  wallMs: number;
  ownMs: number;
}

function aManager(maxBytes = 1_000 * POSITION_BYTES) {
  const clock: Clocks = { wallMs: 1_800_000_000_000, ownMs: 0 };
  const cars = new LocationCacheManager({
    ...{ maxAgeMs: MAX_AGE_MS, maxBytes },
    ...{ wallMs: () => clock.wallMs, now: () => clock.ownMs },
  });
  return { cars, clock };
}

function pass(clock: Clocks, ms: number): void {
  clock.wallMs += ms;
  clock.ownMs += ms;
}

function aCar(parts: Partial<CarPosition> = {}): CarPosition {
  return {
    ...{ vehicleId: vehicleId("V1"), vehicleClass: "standard", driverId: "d1", isOnDuty: true },
    ...{ ...CENTRE, measuredMs: 1_800_000_000_000 },
    ...parts,
  };
}

/** Cars everywhere: many in one cell, some at one point, some in the corners, some all over Sweden. */
function manyCars(random: () => number): CarPosition[] {
  return Array.from({ length: CARS }, (_, i) =>
    aCar({
      vehicleId: vehicleId(`V${String(i).padStart(4, "0")}`),
      driverId: `d${i % 20}`,
      vehicleClass: VEHICLE_CLASSES[i % 7] ?? "standard",
      isOnDuty: i % 11 !== 0,
      ...placeOf(i, random),
    }));
}

function placeOf(i: number, random: () => number): Point {
  const around = (size: number) => ({
    lat: CENTRE.lat + (random() - 0.5) * size,
    lng: CENTRE.lng + (random() - 0.5) * size,
  });
  switch (i % 5) {
    case 0:
      return around(0.005);
    case 1:
      return CENTRE;
    case 2:
      return around(0.4);
    case 3:
      return ODD[i % 4] ?? CENTRE;
    default:
      return { lat: 55.3 + random() * 13.8, lng: 10.9 + random() * 13.3 };
  }
}

function aQuestion(random: () => number, cars: readonly CarPosition[]): NearestQuestion {
  const one = cars[Math.floor(random() * cars.length)] ?? CENTRE;
  const near = { lat: one.lat + (random() - 0.5) * 0.03, lng: one.lng + (random() - 0.5) * 0.03 };
  const anywhere = { lat: 54 + random() * 16, lng: 9 + random() * 17 };
  const odd = ODD[Math.floor(random() * ODD.length)] ?? CENTRE;
  const points = [near, near, one, anywhere, odd];
  const classes: readonly (VehicleClass | undefined)[] = [...VEHICLE_CLASSES, undefined];
  const vehicleClass = classes[Math.floor(random() * classes.length)];
  const veiled = new Set(random() < 0.2 ? ["d1", "d2", "d3"] : []);
  return {
    point: points[Math.floor(random() * points.length)] ?? CENTRE,
    ...{ most: 1 + Math.floor(random() * 12), veiled },
    ...(vehicleClass === undefined ? {} : { vehicleClass }),
    ...(random() < 0.5 ? {} : { withinMeters: 10 ** (1 + random() * 5) }),
  };
}

function byLookingAtAll(
  { point, most, veiled, vehicleClass, withinMeters = Infinity }: NearestQuestion,
  cars: readonly CarPosition[],
): [id: string, meters: number][] {
  return cars.filter((car) => car.isOnDuty && !veiled.has(car.driverId))
    .filter((car) => vehicleClass === undefined || car.vehicleClass === vehicleClass)
    .map((car): [string, number] => [car.vehicleId, greatCircleMeters(point, car)])
    .filter(([, meters]) => meters <= withinMeters)
    .sort(([a, of], [b, than]) => of - than || (a < b ? -1 : 1))
    .slice(0, most);
}
