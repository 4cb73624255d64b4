// What is to become of the payments of a booking, as values.
import assert from "node:assert/strict";
import { keptFees, wantedOf } from "../../lib/checkout/checkout-rules.ts";
import { paymentId } from "../../lib/payments/payment.ts";
import { aBooking } from "../support/bookings.ts";
import { aCapturedPayment } from "../support/payments.ts";

Deno.test("a fee that was kept of two payments goes back from both once its ride is on and paid in the car", () => {
  const wish = { keepOre: 5_000, reason: "cancelled" } as const;
  const payments = ["A", "B"].map((id) => aCapturedPayment({ id: paymentId(id), wish }));
  const booking = { ...aBooking(), payment: { method: "car" } as const };
  const fees = keptFees(payments, booking);
  assert.deepEqual(fees, payments);
  const open = fees.map((one) => ({ ...one, wish: null }));
  assert.deepEqual(
    wantedOf(open, booking, 0).map(({ id, command }) =>
      command.type === "settle" ? [id, command.keepOre] : [id, command.type]
    ),
    [["A", 0], ["B", 0]],
  );
  const byCard = { ...booking, payment: { method: "card" } as const };
  assert.deepEqual(keptFees(payments, byCard), []);
});
