// Trips that get cars while the fleet is loaded anew: none goes to a car that was taken out of service meanwhile.
import assert from "node:assert/strict";
import type { Booking } from "../../lib/booking/booking.ts";
import { isOver } from "../../lib/booking/booking-rules.ts";
import { undoAct } from "../../lib/booking/undo-act.ts";
import { changeTrip, previewChange } from "../../lib/dispatch/change-trip.ts";
import { assignTrip, moveTrip } from "../../lib/dispatch/give-car.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { driverId, isInService, vehicleId } from "../../lib/fleet/vehicle.ts";
import { readWallTime } from "../../lib/kernel/wall-time.ts";
import type { Obstacle } from "../../lib/setup/setup-plan.ts";
import { DEMO_DRIVERS, DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { auditBookings } from "../support/booking-audit.ts";
import { refusal } from "../support/refusal.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { loading, TODAY } from "../support/setup.ts";
import { aStoredBooking } from "../support/trips.ts";

const SARA = { kind: "operator", id: null, name: "Sara" } as const;
const SEEN = { actor: SARA, expectedVersion: 1, overrideReason: null, idempotencyKey: null };
const CARS = DEMO_VEHICLES.slice(0, 4);
/** Loads may be overtaken every time while trips are given cars, so that ends before the loads do. */
const [MOST_LAPS, MOST_ROUNDS] = [50, 1_000];
const TRIP_DAY = "2026-11-24";

/** A desk with four cars, and a load by a process of its own, which this one has not heard of. */
async function aDesk() {
  const test = await testServices({ vehicles: CARS, drivers: DEMO_DRIVERS.slice(0, 4) });
  const { load } = loading(test.services.db);
  const until = (id: string, day: string) => load({ "vehicles.csv": `id;until\n${id};${day}` });
  return { test, services: test.services, load, until };
}

Deno.test("a car that was ended since it was seen is given to no trip, and the refusal says so", async () => {
  const { test, services, until } = await aDesk();
  await using _ = test;
  const { booking } = await aStoredBooking(services);
  const gone = otherCar(booking);
  await until(gone, TODAY);
  assert.equal((await services.fleet.vehicle(gone)).until, "", "this process has not heard of it");
  const wish = { ...SEEN, bookingId: booking.id, overrideReason: "det går nog" };
  for (
    const give of [
      () => assignTrip(services, { ...wish, driverId: driverId(`D${gone.slice(1)}`) }),
      () => moveTrip(services, { ...wish, vehicleId: gone }),
    ]
  ) {
    const { details } = await refusal(give(), "car-unfit");
    assert.deepEqual(details, {
      faults: [{ code: "not-in-service", canOverride: false, amount: null }],
      canOverride: false,
    });
  }
  assert.equal((await stored(test, booking)).version, 1);
});

Deno.test("a car that became another class, or was taken out of traffic, since it was seen is refused", async () => {
  const { test, services, load } = await aDesk();
  await using _ = test;
  const { booking } = await aStoredBooking(services);
  const other = otherCar(booking);
  const faults = async () => {
    const moved = moveTrip(services, { ...SEEN, bookingId: booking.id, vehicleId: other });
    return (await refusal(moved, "car-unfit")).details["faults"];
  };
  await load({ "vehicles.csv": `id;class;seats;wheelchairs\n${other};wheelchair;6;2` });
  assert.deepEqual(await faults(), [
    { code: "kept-for-wheelchairs", canOverride: true, amount: null },
  ]);
  await load({ "vehicles.csv": `id;class;inTraffic;wheelchairs\n${other};standard;no;0` });
  assert.deepEqual(await faults(), [{ code: "out-of-traffic", canOverride: false, amount: null }]);
});

Deno.test("a load that is carried out between the check of a car and its commit makes the commit look again", async () => {
  const { test, services, until } = await aDesk();
  await using _ = test;
  const { booking } = await aStoredBooking(services);
  const gone = otherCar(booking);
  const { outages } = services.schedules;
  const guard = outages.guard.bind(outages);
  let loads = 0;
  // The car has been looked at, and nothing is committed yet.
  outages.guard = async (...args) => {
    if (loads++ === 0) await until(gone, TODAY);
    return await guard(...args);
  };
  const moved = moveTrip(services, { ...SEEN, bookingId: booking.id, vehicleId: gone });
  await refusal(moved, "car-unfit");
  assert(loads > 1, "the commit was tried again");
  assert.equal((await stored(test, booking)).reservation.vehicleId, booking.reservation.vehicleId);
});

Deno.test("a trip that moves to a day its car is gone gets another one, as its preview says", async () => {
  const { test, services, until } = await aDesk();
  await using _ = test;
  const { booking } = await aStoredBooking(services);
  const own = booking.reservation.vehicleId;
  await until(own, TRIP_DAY);
  const reading = readWallTime("2026-11-26T10:00", "earlier");
  assert(reading.kind === "one");
  const change = { pickup: reading.pickup };
  const price = { tariff: "original", keepReason: null } as const;
  await services.fleet.refresh();
  const seen = await previewChange(services, { bookingId: booking.id, change, price });
  assert.equal(seen.car?.isSame, false);
  await changeTrip(services, {
    ...{ bookingId: booking.id, change, price, actor: SARA, idempotencyKey: null },
    ...{ expectedVersion: 1, expectedTotalOre: seen.price?.newOre ?? 0 },
  });
  assert.notEqual((await stored(test, booking)).reservation.vehicleId, own);
});

Deno.test("an act is not undone onto a car that has ended since", async () => {
  const { test, services, until } = await aDesk();
  await using _ = test;
  const { booking } = await aStoredBooking(services);
  const own = booking.reservation.vehicleId;
  const moved = { ...SEEN, bookingId: booking.id, vehicleId: otherCar(booking) };
  const act = await moveTrip(services, moved);
  await until(own, TODAY);
  await refusal(undoAct(services, { id: act.id, actor: SARA }), "vehicle-not-free");
  assert.equal((await stored(test, booking)).reservation.vehicleId, otherCar(booking));
  await auditBookings(services.db);
});

Deno.test("cars end and come back while trips are moved and assigned: each open trip is on a car in service, or its load told of it", async () => {
  const { test, services, until } = await aDesk();
  await using _ = test;
  const bookings: Booking[] = [];
  for (const hour of ["06", "12", "18"]) {
    bookings.push(
      (await aStoredBooking(services, { wallTime: `${TRIP_DAY}T${hour}:00` })).booking,
    );
  }
  const told: Obstacle[] = [];
  const refused: string[] = [];
  let ended = 0;
  let isLoading = true;
  const tryCars = async (booking: Booking) => {
    for (const car of CARS) {
      const { version: expectedVersion } = await stored(test, booking);
      const wish = { ...SEEN, expectedVersion, bookingId: booking.id };
      await settled(refused, moveTrip(services, { ...wish, vehicleId: car.id }));
      const again = { ...wish, expectedVersion: (await stored(test, booking)).version };
      const driver = driverId(`D${car.id.slice(1)}`);
      await settled(refused, assignTrip(services, { ...again, driverId: driver }));
    }
  };
  const dispatch = async (booking: Booking) => {
    for (let lap = 0; isLoading && lap < MOST_LAPS; lap++) await tryCars(booking);
  };
  const endAndBringBack = async (id: string) => {
    for (const day of ["", TODAY]) {
      const plan = await loading(services.db).plan({ "vehicles.csv": `id;until\n${id};${day}` });
      if (plan.problems.length > 0 || plan.obstacles.length > 0) continue;
      try {
        told.push(...(await until(id, day)).late);
        if (day !== "") ended += 1;
      } catch (error) {
        // Its plan was overtaken by a booking, which is an obstacle now.
        if (!(error instanceof Error)) throw error;
      }
    }
  };
  const loads = async () => {
    for (let round = 0; round < 3 || ended === 0 && round < MOST_ROUNDS; round++) {
      for (const { id } of CARS) await endAndBringBack(id);
    }
  };
  await Promise.all([...bookings.map(dispatch), loads().finally(() => isLoading = false)]);
  // Whoever asks now comes too late for what was ended last.
  for (const booking of bookings) await tryCars(booking);
  assert(refused.includes("car-unfit"), "somebody came too late");
  const known = new Set(told.map(({ bookingId }) => bookingId));
  const { vehicles } = await services.fleet.read();
  assert(ended > 0, "a car was ended");
  for (const booking of bookings) {
    const { status, reservation } = await stored(test, booking);
    const car = vehicles.find(({ id }) => id === reservation.vehicleId);
    assert(isOver(status) || car && isInService(car, TRIP_DAY) || known.has(booking.id));
  }
  await auditBookings(services.db);
});

function otherCar({ reservation }: Booking) {
  const other = CARS.find(({ id }) => id !== reservation.vehicleId);
  assert(other);
  return vehicleId(other.id);
}

async function settled(refused: string[], act: Promise<unknown>): Promise<void> {
  try {
    await act;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    refused.push(error.code);
  }
}

async function stored({ services }: TestServices, { id }: Booking): Promise<Booking> {
  const found = await services.bookings.get(id);
  assert(found);
  return found.booking;
}
