import assert from "node:assert/strict";
import { loadCarDay } from "../../lib/board/cars-data.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

Deno.test("a day begins and ends at midnight in Sweden, with 23 hours when the clock springs forward", async () => {
  await using test = await testServices();
  const day = await loadCarDay(test.services, "2027-03-28");
  assert.equal(new Date(day.startMs).toISOString(), "2027-03-27T23:00:00.000Z");
  assert.equal((day.endMs - day.startMs) / 3_600_000, 23);
});

Deno.test("a trip that lasts over midnight is in both days, and ends when it is driven", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking } = await aStoredBooking(services, { wallTime: "2026-11-24T23:50" });
  for (const date of ["2026-11-24", "2026-11-25"]) {
    const { driverless, cars } = await loadCarDay(services, date);
    assert.deepEqual(driverless.map((trip) => trip.booking.id), [booking.id], date);
    const { durationSeconds } = booking.trip.route;
    assert.equal(
      driverless[0]?.endMs,
      Date.parse(booking.trip.pickup.instant) + durationSeconds * 1000,
    );
    const car = cars.find(({ vehicle }) => vehicle.id === booking.reservation.vehicleId);
    assert.equal(car?.kept.length, 1);
  }
  assert.deepEqual((await loadCarDay(services, "2026-11-26")).driverless, []);
});
