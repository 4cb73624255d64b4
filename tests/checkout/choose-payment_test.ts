import assert from "node:assert/strict";
import { choosePayment } from "../../lib/checkout/choose-payment.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { offeredMethods } from "../../lib/checkout/offered-methods.ts";
import { mayTakeMoney, type VehicleId } from "../../lib/fleet/vehicle.ts";
import { advancePayment } from "../../lib/payments/advance-payment.ts";
import { beginPaying } from "../../lib/payments/open-payment.ts";
import { auditBookings } from "../support/booking-audit.ts";
import { captured, holds, paid, paymentOf, settles, statusOf } from "../support/checkout.ts";
import { paidProduct, pays } from "../support/stripe.ts";
import { aStoredBooking } from "../support/trips.ts";

Deno.test("of two windows that choose at once one payment remains; the one before it is given up, paid or not", async () => {
  await using product = await paidProduct();
  const { services } = product;
  const held = await holds(product);
  const first = await paymentOf(product, held);
  await beginPaying(services, first.id);
  const both = await Promise.all(
    ["swish", "swish"].map(() => choosePayment(services, { link: held.link, method: "swish" })),
  );
  assert.equal(new Set(both.map(({ payment }) => payment?.id)).size, 1);
  assert.equal((await services.payments.ofBooking(held.booking.id)).length, 2);
  // The first window pays all the same.
  await pays(product, first.id);
  await advancePayment(services, first.id);
  assert.equal(await statusOf(product, held), "awaiting-payment");
  await settles(product);
  assert.equal((await services.payments.get(first.id))?.payment.status, "voided");
  await paid(product, held, "swish");
  assert.equal(await statusOf(product, held), "confirmed");
  assert.equal(captured(product), held.booking.trip.totalOre);
});

Deno.test("whoever chooses to pay in the car has booked, and a second press is the same booking", async () => {
  await using product = await paidProduct();
  const held = await holds(product);
  for (const _ of [1, 2]) {
    const { booking } = await choosePayment(product.services, { link: held.link, method: "car" });
    assert.deepEqual([booking.status, booking.payment.method, booking.version], [
      "confirmed",
      "car",
      2,
    ]);
  }
  await settles(product);
  assert.equal((await paymentOf(product, held)).status, "voided");
  await auditBookings(product.services.db);
});

Deno.test("whoever chooses to pay in the car, and was held one without a meter, gets another in the same commit", async () => {
  await using product = await paidProduct();
  const { services } = product;
  const held = await holds(product);
  const { vehicleId } = held.booking.reservation;
  await withoutMeter(services, (id) => id === vehicleId);
  const { booking } = await choosePayment(services, { link: held.link, method: "car" });
  assert.equal(booking.status, "confirmed");
  assert.notEqual(booking.reservation.vehicleId, vehicleId);
  assert(mayTakeMoney(await services.fleet.vehicle(booking.reservation.vehicleId)));
  await auditBookings(services.db);
});

Deno.test("where no car may take money, paying in it is not offered, is refused, and what was held is still held", async () => {
  await using product = await paidProduct();
  const { services } = product;
  const held = await holds(product);
  await withoutMeter(services, () => true);
  const nowMs = services.clock.now().epochMilliseconds;
  assert.deepEqual(await offeredMethods(services, held.booking, nowMs), [
    ...["card", "swish", "invoice"],
  ]);
  await assert.rejects(choosePayment(services, { link: held.link, method: "car" }), {
    code: "no-vehicle-free",
  });
  assert.equal(await statusOf(product, held), "awaiting-payment");
  assert.equal((await paymentOf(product, held)).wish, null);
  // Nor is it sold to whoever says nothing of paying; by card it is.
  await assert.rejects(aStoredBooking(services), { code: "no-vehicle-free" });
  await aStoredBooking(services, { method: "card" });
});

async function withoutMeter(services: Services, isOne: (id: VehicleId) => boolean) {
  const vehicles = (await services.fleet.vehicles()).filter(({ id }) => isOne(id));
  await services.fleet.save(vehicles.map((one) => ({ ...one, regime: "fixed-price" })), []);
}
