import assert from "node:assert/strict";
import {
  type CancellationFee,
  cancellationFee,
  noShowFee,
  noShowFromMs,
  previewCancellation,
  quotedRide,
} from "../../lib/booking/cancellation-rules.ts";
import type { FeeAmount } from "../../lib/fees/fee-matrix.ts";
import type { FeeStep, FeeTerms } from "../../lib/fees/fee-terms.ts";
import { aBookedTrip, aBooking } from "../support/bookings.ts";
import { fc } from "../support/property.ts";

const HOUR = 60 * 60_000;

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

Deno.test("a booking is charged by the terms it was sold under, whatever ships", () => {
  const booking = under(terms(cancelling(120, part(75)), missed(part(80))));
  const limitMs = Date.parse(booking.trip.pickup.instant) - 2 * HOUR;
  const ahead = { freeUntil: new Date(limitMs).toISOString(), lateFeeOre: 37_500, feeVat: "none" };
  assert.deepEqual(previewCancellation(booking, limitMs), {
    ...ahead,
    ...{ feeOre: 0, feeReason: "free" },
  });
  assert.deepEqual(previewCancellation(booking, limitMs + 1), {
    ...ahead,
    ...{ feeOre: 37_500, feeReason: "part-of-price" },
  });
  assert.equal(noShowFee(booking).feeOre, 40_000);
  assert.equal(noShowFromMs(booking), limitMs + 2 * HOUR + 10 * 60_000);
});

Deno.test("a fee in several steps says what it costs now, and each later one with its moment", () => {
  const booking = under(
    terms(cancelling(1440, part(0)), cancelling(120, part(25)), cancelling(30, part(100))),
  );
  const pickupMs = Date.parse(booking.trip.pickup.instant);
  const at = (hours: number) => new Date(pickupMs - hours * HOUR).toISOString();
  const preview = previewCancellation(booking, pickupMs - HOUR);
  assert.deepEqual([preview.feeOre, preview.freeUntil, preview.lateFeeOre], [
    12_500,
    at(2),
    12_500,
  ]);
  assert.deepEqual(preview.further, [{ from: at(0.5), feeOre: 50_000 }]);
});

Deno.test("what is never free has no moment until which it is, and what is never charged is free until the pickup", () => {
  const always = under(terms(cancelling(null, part(10))));
  const bookedMs = Date.parse(always.createdAt);
  const first = previewCancellation(always, bookedMs);
  assert.equal(first.feeOre, 5_000);
  assert(bookedMs > Date.parse(first.freeUntil));
  const never = under(terms());
  const last = previewCancellation(never, Date.parse(never.trip.pickup.instant));
  assert.deepEqual([last.feeOre, last.lateFeeOre, last.freeUntil], [
    0,
    0,
    never.trip.pickup.instant,
  ]);
});

Deno.test("who was at fault decides: what the company or nobody could help costs nothing without a row", () => {
  const nobody: FeeStep = { ...cancelling(null, { kind: "fixed", ore: 5_000 }), fault: "nobody" };
  const booking = under(terms(cancelling(60, part(50)), nobody));
  const pickupMs = Date.parse(booking.trip.pickup.instant);
  const fees = (["customer", "company", "nobody"] as const).map((fault) =>
    cancellationFee(booking, fault, pickupMs)
  );
  assert.deepEqual(fees, [25_000, 0, 5_000]);
});

Deno.test("a fee below the price carries no VAT, one of the whole price does, and so does every fee for not coming", () => {
  const treatment = (fee: CancellationFee) => [fee.feeOre, fee.feeVat, fee.feeReason];
  const late = (percent: number) => {
    const booking = under(terms(cancelling(60, part(percent)), missed(part(percent))));
    return [
      previewCancellation(booking, Date.parse(booking.trip.pickup.instant)),
      noShowFee(booking),
    ]
      .map(treatment);
  };
  assert.deepEqual(late(80), [
    [40_000, "none", "part-of-price"],
    [40_000, "included", "no-show"],
  ]);
  assert.deepEqual(late(100), [
    [50_000, "included", "whole-price"],
    [50_000, "included", "no-show"],
  ]);
  assert.deepEqual(late(0), [[0, "none", "free"], [0, "none", "no-show"]]);
});

Deno.test("the whole of a price in öre is the whole price: a rounding makes no other VAT of it", () => {
  const trip = { ...aBookedTrip({ totalOre: 50_055 }), terms: terms(cancelling(60, part(100))) };
  const late = previewCancellation(aBooking("confirmed", trip), Date.parse(trip.pickup.instant));
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

function under(agreed: FeeTerms) {
  return aBooking("confirmed", { ...aBookedTrip(), terms: agreed });
}

function terms(...steps: FeeStep[]): FeeTerms {
  return { edition: "2026-11-01", waitMinutes: 10, steps, lateness: [] };
}

function cancelling(withinMinutes: number | null, amount: FeeAmount): FeeStep {
  return { fault: "customer", kind: "cancel", withinMinutes, amount };
}

function missed(amount: FeeAmount): FeeStep {
  return { fault: "customer", kind: "no-show", withinMinutes: null, amount };
}

function part(percent: number): FeeAmount {
  return { kind: "percent", percent };
}
