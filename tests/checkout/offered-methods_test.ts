import assert from "node:assert/strict";
import { offeredMethods } from "../../lib/checkout/offered-methods.ts";
import { aBookedTrip } from "../support/bookings.ts";

const trip = aBookedTrip({ instant: "2026-11-24T09:00:00Z" });
const PROVIDER = {};

Deno.test("Swish is offered up to its setting before the pickup and not a moment longer; a card and the car remain", () => {
  assert.deepEqual(offeredAt("2026-11-24T08:15:00.000Z"), ["card", "swish", "car"]);
  assert.deepEqual(offeredAt("2026-11-24T08:15:00.001Z"), ["card", "car"]);
  // A setting of nothing: until the car is to be there.
  assert.deepEqual(offeredAt("2026-11-24T09:00:00.000Z", 0), ["card", "swish", "car"]);
  assert.deepEqual(offeredAt("2026-11-24T09:00:00.001Z", 0), ["card", "car"]);
});

Deno.test("where nobody takes cards for us nothing is paid beforehand, however long it is until the pickup", () => {
  assert.deepEqual(offeredAt("2026-11-01T09:00:00Z", 45, null), ["car"]);
});

function offeredAt(at: string, swishUntilMinutes = 45, paymentProvider: unknown = PROVIDER) {
  return offeredMethods(
    { paymentProvider, config: { swishUntilMinutes } },
    { trip },
    Date.parse(at),
  );
}
