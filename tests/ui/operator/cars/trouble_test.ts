import assert from "node:assert/strict";
import { expectedEndMs, expectedTrips } from "../../../../lib/ui/operator/cars/trouble.ts";
import { aCar, aCarTrip, anOutage, at } from "../../../support/cars.ts";

const NOW = at(0);
const troubles = (car: Parameters<typeof expectedTrips>[0]) =>
  expectedTrips(car, NOW).map(({ trouble }) => trouble);

Deno.test("whoever has not picked up yet needs the whole trip from now on", () => {
  for (const status of ["assigned", "en-route", "arrived"] as const) {
    assert.equal(expectedEndMs(aCarTrip(-20, 10, { status }), NOW), at(30), status);
    assert.equal(expectedEndMs(aCarTrip(20, 50, { status }), NOW), at(50), status);
  }
});

Deno.test("on board it lasts as long as planned, and until now at least", () => {
  assert.equal(expectedEndMs(aCarTrip(-20, 10, { status: "on-board" }), NOW), at(10));
  assert.equal(expectedEndMs(aCarTrip(-40, -10, { status: "on-board" }), NOW), NOW);
});

Deno.test("a ride that is done ended as planned, and so did one that somebody forgot to close", () => {
  assert.equal(expectedEndMs(aCarTrip(-40, -10, { status: "completed" }), NOW), at(-10));
  assert.equal(expectedEndMs(aCarTrip(-400, -370, { status: "assigned" }), NOW), at(-370));
});

Deno.test("a trip that lasts into the next one clashes with it by so many minutes", () => {
  const trips = [aCarTrip(-2, 28, { status: "arrived" }), aCarTrip(18, 40), aCarTrip(50, 60)];
  assert.deepEqual(troubles(aCar({ trips })), [null, { kind: "clash", minutes: 12 }, null]);
});

Deno.test("a short trip within a long one does not hide that the long one lasts into a third", () => {
  const trips = [aCarTrip(10, 90), aCarTrip(20, 30), aCarTrip(80, 100)];
  assert.deepEqual(troubles(aCar({ trips })), [
    null,
    { kind: "clash", minutes: 70 },
    { kind: "clash", minutes: 10 },
  ]);
});

Deno.test("a trip that follows at the same minute clashes with nothing", () => {
  assert.deepEqual(troubles(aCar({ trips: [aCarTrip(10, 30), aCarTrip(30, 40)] })), [null, null]);
});

Deno.test("a driver who should have left is late", () => {
  assert.deepEqual(troubles(aCar({ trips: [aCarTrip(-12, 10)] })), [{ kind: "late", minutes: 12 }]);
});

Deno.test("a trip on a car that is out then must move; one that is done need not", () => {
  const trips = [
    aCarTrip(10, 31),
    aCarTrip(59, 80),
    aCarTrip(40, 50, { status: "completed" }),
    aCarTrip(100, 110),
  ];
  const kinds = troubles(aCar({ trips, outages: [anOutage(30, 60)] }))
    .map((trouble) => trouble?.kind ?? null);
  assert.deepEqual(kinds, ["out", "out", null, null]);
  const far = aCar({ trips: [aCarTrip(400, 410)], outages: [anOutage(5, null)] });
  assert.deepEqual(troubles(far), [{ kind: "out" }]);
});
