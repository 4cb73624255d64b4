import assert from "node:assert/strict";
import { evolve } from "../../lib/booking/booking-rules.ts";
import { storedBooking, storedEvent } from "../../lib/booking/stored-booking.ts";
import { aBooking, AT } from "../support/bookings.ts";

/** The price of `aBooking`, in öre. */
const PRICE_ORE = 50_000;

for (const [feeOre, feeVat] of [[0, "none"], [25_000, "none"], [PRICE_ORE, "included"]] as const) {
  Deno.test(`a cancellation of the first release for ${feeOre} öre reads the same as row and as event`, () => {
    const cancellation = { by: "operator", reason: "bilen", feeOre, at: AT };
    const before = aBooking();
    const row = { ...before, status: "cancelled", cancellation, version: 2 };
    const event = storedEvent.upgrade({
      type: "cancelled",
      at: AT,
      actor: { kind: "operator", id: null, name: "Karin" },
      by: "operator",
      reason: "bilen",
      feeOre,
    }, 1);
    const replayed = evolve(before, event);
    assert(replayed.status === "cancelled");
    assert.equal(replayed.cancellation.feeVat, feeVat);
    assert.deepEqual(storedBooking.upgrade(row, 1), replayed);
  });
}

Deno.test("a no-show of the first release paid for the ride, so with its VAT", () => {
  const { feeVat: _, ...row } = aBooking("no-show") as ReturnType<typeof aBooking> & {
    feeVat: string;
  };
  assert.deepEqual(storedBooking.upgrade(row, 1), aBooking("no-show"));
  const event = { type: "no-show", at: AT, actor: { kind: "system" }, feeOre: PRICE_ORE };
  assert.deepEqual(storedEvent.upgrade(event, 1), { ...event, feeVat: "included" });
});
