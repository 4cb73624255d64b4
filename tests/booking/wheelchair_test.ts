// Vehicles for wheelchairs are kept for who needs them, whatever ordinary trips ask for.
import assert from "node:assert/strict";
import { seenByStaff } from "../../lib/booking/seen-booking.ts";
import { createBooking } from "../../lib/booking/create-booking.ts";
import { quoteReschedule, rescheduleBooking } from "../../lib/booking/reschedule-booking.ts";
import { storedBooking } from "../../lib/booking/stored-booking.ts";
import { bookingView } from "../../lib/board/booking-view.ts";
import type { VehicleClass } from "../../lib/fleet/vehicle.ts";
import { pickupTimeAt } from "../../lib/kernel/wall-time.ts";
import { partyOf } from "../../lib/ui/customer/trip/TripLine.tsx";
import { aBookedTrip, aBooking } from "../support/bookings.ts";
import { refusal } from "../support/refusal.ts";
import { testServices } from "../support/services.ts";
import { aQuote, aStoredBooking, aTrip, MAJA } from "../support/trips.ts";

/** More ordinary customers than the fleet has vehicles. */
const RACERS = 60;

Deno.test("however many ordinary trips are bought at once, every vehicle for wheelchairs is still there", async () => {
  await using test = await testServices();
  const { services } = test;
  const kept = await services.fleet.vehiclesOfClass("wheelchair");
  assert(kept.length > 0);
  const classes: VehicleClass[] = ["standard", "premium", "van", "wheelchair"];
  const outcomes = await Promise.allSettled(
    Array.from({ length: RACERS }, async (_, i) => {
      const quote = await aQuote(services);
      const vehicleClass = classes[i % classes.length]!;
      const input = {
        contact: MAJA,
        flightNumber: "",
        note: "",
        locale: "sv",
        idempotencyKey: String(i),
      } as const;
      return await createBooking(services, { ...input, quoteId: quote.id, vehicleClass });
    }),
  );
  const sold = outcomes.flatMap((one) => one.status === "fulfilled" ? [one.value.booking] : []);
  assert(sold.length > 10);
  const taken = sold.filter(({ reservation }) => kept.includes(reservation.vehicleId));
  assert.deepEqual(taken, []);
  for (const vehicle of kept) {
    const { booking } = await aStoredBooking(services, { vehicleClass: "wheelchair" });
    assert(kept.includes(booking.reservation.vehicleId), vehicle);
  }
});

Deno.test("an ordinary price cannot be bought in the class for wheelchairs", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services);
  const asked = aStoredBooking(test.services, { quote, vehicleClass: "wheelchair" });
  await refusal(asked, "class-not-offered");
});

Deno.test("with the need stated only vehicles that take it are offered, and the need goes with the booking", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services, { wheelchairs: 1 });
  assert.deepEqual(quote.options.map(({ vehicleClass }) => vehicleClass), ["wheelchair"]);
  const { booking } = await aStoredBooking(test.services, { quote, vehicleClass: "wheelchair" });
  assert.equal(booking.trip.wheelchairs, 1);
  const faultFeesOre = { customer: 0, company: 0, nobody: 0 };
  const fees = { cancellationFeeOre: 0, faultFeesOre, noShowFeeOre: 0 };
  assert.equal(bookingView(seenByStaff(booking), [], fees).wheelchairs, 1);
});

Deno.test("a booking with a wheelchair is moved with it, one of before the question too", async () => {
  await using test = await testServices();
  const { booking, link } = await aStoredBooking(test.services, { vehicleClass: "wheelchair" });
  const pickup = pickupTimeAt(Temporal.Instant.from("2026-11-24T13:00:00Z"));
  const quote = await quoteReschedule(test.services, { link, pickup });
  const moved = await rescheduleBooking(test.services, { link, quoteId: quote.id });
  assert.deepEqual([moved.trip.vehicleClass, moved.trip.wheelchairs], ["wheelchair", 1]);
  assert.notEqual(moved.trip.pickup.instant, booking.trip.pickup.instant);

  for (const [vehicleClass, expected] of [["wheelchair", 1], ["standard", 0]] as const) {
    const row = aBooking("confirmed", aBookedTrip({ vehicleClass }));
    const { wheelchairs: _, ...trip } = row.trip;
    assert.equal(storedBooking.upgrade({ ...row, trip }, 1).trip.wheelchairs, expected);
  }
});

Deno.test("the party is said with who travels in a wheelchair and how many come along", () => {
  const said = (passengers: number, wheelchairs: number) =>
    partyOf("sv", aTrip({ passengers, wheelchairs, bags: 0 }));
  assert.equal(said(1, 1), "1 resenär, 1 i rullstol, inga väskor");
  assert.equal(said(3, 1), "3 resenärer, 1 i rullstol, 2 medföljande, inga väskor");
  assert.equal(said(3, 0), "3 resenärer, inga väskor");
});
