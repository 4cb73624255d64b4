// What a person typed into a form comes back as it was, with the reason beside the field it is about.
import assert from "node:assert/strict";
import { MAX_REASON_LENGTH } from "../../lib/booking/booking.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const { fieldErrors } = textsFor("sv");
const PIN = "pin:57.70887,11.97456";
const TRIP = { from: "Landvetter", to: "Drottningtorget 2", passengers: "1", bags: "0" };

function sent(path: string, fields: Record<string, string>): Request {
  return new Request(ORIGIN + path, {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin" },
    body: new URLSearchParams(fields),
  });
}

Deno.test("24.00 is an error about the time, on the trip form and for a new time", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const { link } = await aStoredBooking(test.services);
  const pickup = { date: "2026-11-25", time: "24.00" };
  for (
    const [path, fields] of [
      [paths.quotes(), { ...TRIP, ...pickup }],
      [paths.rescheduleBooking(link), pickup],
    ] as const
  ) {
    const response = await app(sent(path, fields));
    const html = await response.text();
    assert.equal(response.status, 422, path);
    assert.ok(html.includes(`<a href="#time">${fieldErrors.timeInvalid}</a>`), path);
    assert.ok(!html.includes(`<a href="#date">`), path);
    assert.match(html, /value="24\.00"/, path);
  }
});

Deno.test("a chosen day wins over the date beside it, and 640 is a time", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const fields = { ...TRIP, day: "2026-11-25", date: "2026-12-24", time: "640" };
  const places = { fromId: "airport:GOT", fromAsked: TRIP.from, toId: PIN, toAsked: TRIP.to };
  const response = await app(sent(paths.quotes(), { ...fields, ...places }));
  assert.equal(response.status, 303);
  const quote = await app(new Request(ORIGIN + response.headers.get("location")));
  assert.match(await quote.text(), /onsdag 25 november/i);
});

Deno.test("a reason that is too long is told so and comes back whole; nothing is cancelled", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const { link, booking } = await aStoredBooking(test.services);
  const cancel = (reason: string) =>
    app(sent(paths.cancelBooking(link), { reason, expectedFeeOre: "0" }));
  const reason = "a".repeat(MAX_REASON_LENGTH);
  const response = await cancel(`${reason}bcd`);
  const html = await response.text();
  assert.equal(response.status, 422);
  assert.ok(html.includes(`value="${reason}bcd"`));
  assert.ok(html.includes(fieldErrors.reasonTooLong(MAX_REASON_LENGTH)));
  assert.equal((await test.services.bookings.get(booking.id))?.booking.status, "confirmed");
  assert.equal((await cancel(reason)).status, 303);
});
