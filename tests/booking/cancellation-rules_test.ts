import assert from "node:assert/strict";
import type { Booking } from "../../lib/booking/booking.ts";
import {
  CANCELLATION_RULES,
  type CancellationFee,
  type CancellationRule,
  cancellationRule,
  noShowFee,
  previewCancellation,
  quotedRide,
} from "../../lib/booking/cancellation-rules.ts";
import { aBookedTrip, aBooking } from "../support/bookings.ts";
import { fc } from "../support/property.ts";

const HOUR = 60 * 60_000;

/** A kind rule, and a strict one for what is booked from new year 2027 on, Swedish time. */
const [KIND, STRICT]: [CancellationRule, CancellationRule] = [
  {
    bookedFrom: "2020-01-01T00:00:00Z",
    freeUntilMinutes: 60,
    lateFeePercent: 50,
    noShowFeePercent: 80,
    waitMinutes: 10,
  },
  {
    bookedFrom: "2026-12-31T23:00:00Z",
    freeUntilMinutes: 120,
    lateFeePercent: 75,
    noShowFeePercent: 100,
    waitMinutes: 10,
  },
];
const RULES = [KIND, STRICT];

/** A booking for 500 kronor made at an instant, with its pickup in January 2027. */
function bookedAt(createdAt: string): Booking {
  const trip = aBookedTrip({ instant: "2027-01-10T09:00:00Z" });
  return { ...aBooking("confirmed", trip), createdAt, changedAt: "2027-01-09T00:00:00Z" };
}

Deno.test("cancelling is free until exactly one hour before the pickup, and half the price a millisecond later", () => {
  const booking = aBooking();
  const pickupMs = Date.parse(booking.trip.pickup.instant);
  assert.equal(previewCancellation(booking, pickupMs - HOUR).feeOre, 0);
  assert.equal(previewCancellation(booking, pickupMs - HOUR + 1).feeOre, 25_000);
  const { freeUntil } = previewCancellation(booking, pickupMs);
  assert.equal(freeUntil, new Date(pickupMs - HOUR).toISOString());
});

// 2026-10-25: the clock goes back at 03:00; a pickup at 03:30 is two and a half hours after 02:00.
Deno.test("in the night the clock goes back an hour is still sixty minutes", () => {
  const booking = aBooking("confirmed", aBookedTrip({ instant: "2026-10-25T02:30:00Z" }));
  assert.equal(booking.trip.pickup.wallTime, "2026-10-25T03:30");
  assert.equal(previewCancellation(booking, Date.parse("2026-10-25T01:30:00Z")).feeOre, 0);
  assert.equal(previewCancellation(booking, Date.parse("2026-10-25T01:30:00.001Z")).feeOre, 25_000);
});

// 2026-03-29: the clock goes from 02:00 to 03:00; 03:30 is thirty minutes after 01:59.
Deno.test("in the night the clock goes forward an hour is still sixty minutes", () => {
  const booking = aBooking("confirmed", aBookedTrip({ instant: "2026-03-29T01:30:00Z" }));
  assert.equal(booking.trip.pickup.wallTime, "2026-03-29T03:30");
  assert.equal(previewCancellation(booking, Date.parse("2026-03-29T00:30:00Z")).feeOre, 0);
  assert.equal(previewCancellation(booking, Date.parse("2026-03-29T00:31:00Z")).feeOre, 25_000);
});

Deno.test("a fee is whole kronor, never more than the price, and no later cancelling is cheaper", () => {
  const price = fc.integer({ min: 1, max: 1_000_000_000 });
  fc.assert(fc.property(price, fc.integer(), fc.nat(), (totalOre, offset, later) => {
    const booking = aBooking("confirmed", aBookedTrip({ totalOre }));
    const nowMs = Date.parse(booking.trip.pickup.instant) + offset;
    const { feeOre } = previewCancellation(booking, nowMs);
    assert(Number.isSafeInteger(feeOre / 100) && feeOre >= 0 && feeOre <= totalOre / 2);
    assert(previewCancellation(booking, nowMs + later).feeOre >= feeOre);
    assert.equal(noShowFee(booking).feeOre, totalOre);
  }));
});

Deno.test("half of an odd price is rounded down to whole kronor, for the customer", () => {
  const booking = aBooking("confirmed", aBookedTrip({ totalOre: 41_500 }));
  assert.equal(
    previewCancellation(booking, Date.parse(booking.trip.pickup.instant)).feeOre,
    20_700,
  );
});

Deno.test("a booking keeps the rule of the day it was made; the rules are dated and in order", () => {
  assert.equal(cancellationRule("2026-11-23T05:00:00Z"), CANCELLATION_RULES[0]);
  assert.equal(cancellationRule("1999-01-01T00:00:00Z"), CANCELLATION_RULES[0]);
  const dates = CANCELLATION_RULES.map((rule) => rule.bookedFrom);
  assert.deepEqual(dates, dates.toSorted());
});

for (
  const [createdAt, rule] of [
    ["2019-12-31T23:59:59Z", KIND],
    ["2020-01-01T00:00:00Z", KIND],
    ["2026-12-31T22:59:59.999Z", KIND],
    ["2026-12-31T23:00:00Z", STRICT],
    ["2027-01-01T00:00:00+01:00", STRICT],
    ["2027-01-09T12:00:00Z", STRICT],
  ] as const
) {
  Deno.test(`a booking made at ${createdAt} keeps the rule of that day, whenever it is driven or cancelled`, () => {
    const booking = bookedAt(createdAt);
    const pickupMs = Date.parse(booking.trip.pickup.instant);
    const limitMs = pickupMs - rule.freeUntilMinutes * 60_000;
    assert.equal(cancellationRule(createdAt, RULES), rule);
    const freeUntil = new Date(limitMs).toISOString();
    const lateFeeOre = rule === KIND ? 25_000 : 37_500;
    const ahead = { freeUntil, lateFeeOre, feeVat: "none" };
    const inTime = previewCancellation(booking, limitMs, RULES);
    assert.deepEqual(inTime, { ...ahead, feeOre: 0, feeReason: "free" });
    const late = previewCancellation(booking, limitMs + 1, RULES);
    assert.deepEqual(late, { ...ahead, feeOre: lateFeeOre, feeReason: "part-of-price" });
    assert.equal(noShowFee(booking, RULES).feeOre, rule === KIND ? 40_000 : 50_000);
  });
}

Deno.test("a fee below the price carries no VAT, one of the whole price does, and so does every fee for not coming", () => {
  const whole: CancellationRule = { ...STRICT, lateFeePercent: 100 };
  const booking = aBooking();
  const pickupMs = Date.parse(booking.trip.pickup.instant);
  const treatment = (fee: CancellationFee) => [fee.feeOre, fee.feeVat, fee.feeReason];
  assert.deepEqual(treatment(previewCancellation(booking, pickupMs, [KIND])), [
    25_000,
    "none",
    "part-of-price",
  ]);
  assert.deepEqual(treatment(previewCancellation(booking, pickupMs, [whole])), [
    50_000,
    "included",
    "whole-price",
  ]);
  assert.deepEqual(treatment(noShowFee(booking, [KIND])), [40_000, "included", "no-show"]);
  const free: CancellationRule = { ...KIND, noShowFeePercent: 0 };
  assert.deepEqual(treatment(noShowFee(booking, [free])), [0, "none", "no-show"]);
});

Deno.test("the whole of a price in öre is the whole price: a rounding makes no other VAT of it", () => {
  const booking = aBooking("confirmed", aBookedTrip({ totalOre: 50_055 }));
  const whole: CancellationRule = { ...KIND, lateFeePercent: 100 };
  const late = previewCancellation(booking, Date.parse(booking.trip.pickup.instant), [whole]);
  assert.deepEqual([late.feeOre, late.feeVat], [50_055, "included"]);
});

Deno.test("a quote is answered as the booking it becomes", () => {
  const booking = aBooking();
  const { createdAt, trip } = booking;
  const nowMs = Date.parse(trip.pickup.instant) - HOUR / 2;
  assert.deepEqual(
    previewCancellation(quotedRide({ createdAt, trip }, trip), nowMs),
    previewCancellation(booking, nowMs),
  );
});

Deno.test("the terms of today: free until an hour before, then half, all of it for who does not come", () => {
  assert.deepEqual(CANCELLATION_RULES, [{
    bookedFrom: "2020-01-01T00:00:00Z",
    freeUntilMinutes: 60,
    lateFeePercent: 50,
    noShowFeePercent: 100,
    waitMinutes: 10,
  }]);
});
