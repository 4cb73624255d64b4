import assert from "node:assert/strict";
import type { BookingEvent } from "../../lib/booking/booking.ts";
import { arrivalOf, latenessOf } from "../../lib/booking/lateness-rules.ts";
import type { FeeTerms } from "../../lib/fees/fee-terms.ts";
import { aBookedTrip, aBooking, aConfirmation } from "../support/bookings.ts";

/** Ten per cent back from ten minutes on, a hundred kronor from twenty on. */
const TERMS: FeeTerms = {
  ...{ edition: "2026-11-01", waitMinutes: 10, steps: [] },
  lateness: [
    { fromMinutes: 10, amount: { kind: "percent", percent: 10 } },
    { fromMinutes: 20, amount: { kind: "fixed", ore: 10_000 } },
  ],
};
const trip = { ...aBookedTrip({ totalOre: 54_900 }), terms: TERMS };
const pickupMs = Date.parse(trip.pickup.instant);

for (
  const [seconds, expected] of [
    [-600, null],
    [599, null],
    [600, { minutes: 10, backOre: 5_400 }],
    [1_199, { minutes: 19, backOre: 5_400 }],
    [1_200, { minutes: 20, backOre: 10_000 }],
    [7_200, { minutes: 120, backOre: 10_000 }],
  ] as const
) {
  Deno.test(`a car that comes ${seconds} s after the promised pickup gives back ${expected?.backOre ?? "nothing"}`, () => {
    assert.deepEqual(latenessOf({ trip }, [aConfirmation(trip), arrivedAt(seconds)]), expected);
  });
}

Deno.test("the terms that ship give nothing back, and nobody gets back more than the price", () => {
  const late = [aConfirmation(), arrivedAt(3_600)];
  assert.equal(latenessOf({ trip: aBookedTrip() }, late), null);
  const cheap = { ...trip, totalOre: 6_000 };
  assert.deepEqual(latenessOf({ trip: cheap }, late), { minutes: 60, backOre: 6_000 });
});

Deno.test("an arrival that was taken back is none, and the one after it counts", () => {
  const confirmed = aConfirmation(trip);
  const undone: BookingEvent = {
    ...{
      type: "undone",
      at: confirmed.at,
      actor: { kind: "system" },
      undoes: "act",
      from: 1,
      to: 2,
    },
    undid: { type: "arrived", at: confirmed.at },
    restored: aBooking("en-route", trip),
  };
  assert.equal(arrivalOf([confirmed, arrivedAt(0), undone]), null);
  const again = latenessOf({ trip }, [confirmed, arrivedAt(0), undone, arrivedAt(900)]);
  assert.deepEqual(again, { minutes: 15, backOre: 5_400 });
});

function arrivedAt(seconds: number): BookingEvent {
  const at = new Date(pickupMs + seconds * 1_000).toISOString();
  return { type: "arrived", at, actor: { kind: "system" } };
}
