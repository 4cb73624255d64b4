import assert from "node:assert/strict";
import { type OfferDeps, offeredMethods } from "../../lib/checkout/offered-methods.ts";
import { aBookedTrip, aBooking } from "../support/bookings.ts";
import { aVehicle } from "../support/cars.ts";

const booking = aBooking("confirmed", aBookedTrip({ instant: "2026-11-24T09:00:00Z" }));
const PROVIDER = {};

Deno.test("Swish is offered up to its setting before the pickup and not a moment longer; a card and the car remain", async () => {
  assert.deepEqual(await offeredAt("2026-11-24T08:15:00.000Z"), ["card", "swish", "car"]);
  assert.deepEqual(await offeredAt("2026-11-24T08:15:00.001Z"), ["card", "car"]);
  // A setting of nothing: until the car is to be there.
  const config = { swishUntilMinutes: 0, invoiceFor: "nobody" } as const;
  assert.deepEqual(await offeredAt("2026-11-24T09:00:00.000Z", { config }), [
    ...["card", "swish", "car"],
  ]);
  assert.deepEqual(await offeredAt("2026-11-24T09:00:00.001Z", { config }), ["card", "car"]);
});

Deno.test("where nobody takes cards for us nothing is paid beforehand, however long it is until the pickup", async () => {
  assert.deepEqual(await offeredAt("2026-11-01T09:00:00Z", { paymentProvider: null }), ["car"]);
});

Deno.test("in the car is paid where the car that is held may take money, or another of the class is free that may", async () => {
  const at = "2026-11-24T08:30:00Z";
  const held = aVehicle("V07", { regime: "fixed-price" });
  const fleet = {
    vehicle: () => Promise.resolve(held),
    vehiclesOfClass: (_class: string, _date?: string, isPaidInCar = false) =>
      Promise.resolve(isPaidInCar ? [] : [held.id]),
  };
  assert.deepEqual(await offeredAt(at, { fleet }), ["card"]);
  const another = { ...fleet, vehiclesOfClass: () => Promise.resolve([aVehicle("V08").id]) };
  assert.deepEqual(await offeredAt(at, { fleet: another }), ["card", "car"]);
  const driven = { anyFree: () => Promise.resolve(false) };
  assert.deepEqual(await offeredAt(at, { fleet: another, schedules: driven }), ["card"]);
});

Deno.test("an invoice is offered where it is set up, also where nobody takes cards for us", async () => {
  const config = { swishUntilMinutes: 45, invoiceFor: "firms" } as const;
  const at = "2026-11-24T08:30:00Z";
  assert.deepEqual(await offeredAt(at, { config }), ["card", "invoice", "car"]);
  assert.deepEqual(await offeredAt(at, { config, paymentProvider: null }), ["invoice", "car"]);
});

async function offeredAt(at: string, changes: Partial<OfferDeps> = {}) {
  const deps: OfferDeps = {
    ...{ paymentProvider: PROVIDER, config: { swishUntilMinutes: 45, invoiceFor: "nobody" } },
    fleet: {
      vehicle: () => Promise.resolve(aVehicle("V07")),
      vehiclesOfClass: () => Promise.resolve([]),
    },
    schedules: { anyFree: (candidates) => Promise.resolve(candidates.length > 0) },
    ...changes,
  };
  return await offeredMethods(deps, booking, Date.parse(at));
}
