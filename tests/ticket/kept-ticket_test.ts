import assert from "node:assert/strict";
import { KEEP_UNTIL_HEADER, ticketKeptUntilMs } from "../../lib/ticket/kept-ticket.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

Deno.test("a ticket may be kept until four hours after the planned arrival, and not once the ride is over", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const { pickup, route } = booking.trip;
  const arrivalMs = Date.parse(pickup.instant) + route.durationSeconds * 1_000;
  assert.equal(ticketKeptUntilMs(booking), arrivalMs + 4 * 3_600_000);
  for (const status of ["completed", "cancelled", "no-show", "expired"] as const) {
    assert.equal(ticketKeptUntilMs({ ...booking, status }), 0, status);
  }
});

Deno.test("the page of a ticket says so to the worker, in the word it knows, and no other page does", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const { booking, link } = await aStoredBooking(test.services);
  const worker = await Deno.readTextFile("static/offline-worker.js");
  assert(worker.includes(`"${KEEP_UNTIL_HEADER}"`));
  const said = async (path: string) => {
    const response = await app(new Request(ORIGIN + path));
    await response.body?.cancel();
    return response.headers.get(KEEP_UNTIL_HEADER);
  };
  assert.equal(await said(paths.booking(link)), String(ticketKeptUntilMs(booking)));
  for (const path of [paths.cancelBooking(link), paths.home(), paths.bookings()]) {
    assert.equal(await said(path), null, path);
  }
});
