// What an edition of the fees means for a quote and the booking it becomes, through the real services.
import assert from "node:assert/strict";
import { cancelBooking } from "../../lib/booking/cancel-booking.ts";
import { agreedTerms, previewCancellation } from "../../lib/booking/cancellation-rules.ts";
import { quoteReschedule } from "../../lib/booking/reschedule-booking.ts";
import type { FeeMatrix, FeeRow } from "../../lib/fees/fee-matrix.ts";
import { SHIPPED_EDITION } from "../../lib/fees/fee-terms.ts";
import { feeKeys } from "../../lib/fees/keys.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { pickupTimeAt } from "../../lib/kernel/wall-time.ts";
import { optionFor } from "../../lib/pricing/quote-rules.ts";
import { testServices } from "../support/services.ts";
import { aQuote, aStoredBooking } from "../support/trips.ts";

const TODAY = "2026-11-23";

/** Cancelling costs 100 kronor within two hours, 300 for a van, and all of it within a quarter in the van. */
const ROWS: FeeRow[] = [
  { ...aRow(null), withinMinutes: 120, amount: { kind: "fixed", ore: 10_000 } },
  { ...aRow("van"), withinMinutes: 120, amount: { kind: "fixed", ore: 30_000 } },
  { ...aRow("van"), withinMinutes: 15, amount: { kind: "percent", percent: 100 } },
];

Deno.test("a quote freezes the terms of its day for each class, signed with the price", async () => {
  await using test = await testServices();
  assert.equal(optionFor(await aQuote(test.services), "standard").terms, undefined);
  await begin(test, TODAY, ROWS);
  const quote = await aQuote(test.services);
  const steps = quote.options.map(({ vehicleClass, terms }) => [
    vehicleClass,
    terms?.edition,
    terms?.steps.map(({ withinMinutes, amount }) => [withinMinutes, Object.values(amount)[1]]),
  ]);
  const plain = [[120, 10_000]];
  assert.deepEqual(steps, [
    ["standard", TODAY, plain],
    ["premium", TODAY, plain],
    ["van", TODAY, [[120, 30_000], [15, 100]]],
  ]);
});

Deno.test("a booking keeps the terms it was sold under, through a new edition and a new time", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking, link } = await aStoredBooking(services);
  await begin(test, TODAY, ROWS);
  const pickupMs = Date.parse(booking.trip.pickup.instant);
  const { feeOre } = previewCancellation(booking, pickupMs);
  assert.equal(feeOre, Math.floor(booking.trip.totalOre / 200) * 100);
  const later = pickupTimeAt(Temporal.Instant.fromEpochMilliseconds(pickupMs + 3_600_000));
  const moved = await quoteReschedule(services, { link, pickup: later });
  assert.deepEqual(agreedTerms({ trip: optionOf(moved) }).edition, SHIPPED_EDITION.bookedFrom);
  assert.equal(optionFor(await aQuote(services), "standard").terms?.edition, TODAY);
});

Deno.test("a fee that is no longer the one shown is refused with the new one, and charged once it was seen", async () => {
  await using test = await testServices();
  await begin(test, TODAY, ROWS);
  const { booking, link } = await aStoredBooking(test.services);
  const pickupMs = Date.parse(booking.trip.pickup.instant);
  const now = test.clock.now().epochMilliseconds;
  assert.equal(previewCancellation(booking, now).feeOre, 0);
  test.clock.advance({ milliseconds: pickupMs - now - 90 * 60_000 });
  const cancel = (expectedFeeOre: number) =>
    cancelBooking(test.services, { link, reason: "", expectedFeeOre });
  await assert.rejects(cancel(0), {
    code: "cancellation-fee-changed",
    details: { feeOre: 10_000 },
  });
  const cancelled = await cancel(10_000);
  assert.equal(cancelled.status === "cancelled" && cancelled.cancellation.feeOre, 10_000);
});

function aRow(vehicleClass: FeeRow["vehicleClass"]) {
  return {
    ...{ fault: "customer", kind: "cancel", place: { kind: "any" } } as const,
    ...{ vehicleClass, band: null },
  };
}

function optionOf({ options }: Awaited<ReturnType<typeof quoteReschedule>>) {
  return { pickup: { instant: "" }, ...optionFor({ options }, "standard") };
}

async function begin(
  { services }: Awaited<ReturnType<typeof testServices>>,
  bookedFrom: string,
  rows: FeeRow[],
): Promise<void> {
  const matrix: FeeMatrix = { ...SHIPPED_EDITION.matrix, rows };
  await commitWithRetry(services.db, (tx) => {
    tx.set(feeKeys.feeEdition(bookedFrom), { bookedFrom, matrix });
    return Promise.resolve();
  });
}
