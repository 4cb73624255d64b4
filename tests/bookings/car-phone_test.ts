// The ticket gives the car's own telephone once a driver is chosen, and the company's where the car has none.
import assert from "node:assert/strict";
import { changeBooking } from "../../lib/booking/change-booking.ts";
import { SUPPORT_PHONE } from "../../lib/kernel/support-phone.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const OWN = "+46701740611";

/** The number of the button about the car. */
async function calledFor(phone: string): Promise<string> {
  await using test = await testServices();
  const { services } = test;
  const vehicles = await services.fleet.vehicles();
  await services.fleet.save(vehicles.map((vehicle) => ({ ...vehicle, phone })), []);
  const { booking, link } = await aStoredBooking(services);
  const drivers = await services.fleet.drivers();
  const driver = drivers.find((one) => one.vehicleId === booking.reservation.vehicleId);
  assert(driver);
  await changeBooking(services, {
    bookingId: booking.id,
    command: { type: "assign", driverId: driver.id },
    actor: { kind: "operator", id: null, name: "Karin" },
    expectedVersion: booking.version,
  });
  const app = await testApp(services);
  const html = await (await app(new Request(ORIGIN + paths.booking(link)))).text();
  return /class="button primary ticket-first[^"]*"[^>]*href="tel:([^"]*)"/.exec(html)?.[1] ?? "";
}

Deno.test("a car with a telephone of its own is called on it", async () => {
  assert.equal(await calledFor(OWN), OWN);
});

Deno.test("a car without one is called through the company", async () => {
  assert.equal(await calledFor(""), SUPPORT_PHONE);
});
