// The flight number on the pages of a customer, over the real app: where it is asked for, checked and changed.
import assert from "node:assert/strict";
import type { Booking } from "../../lib/booking/booking.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { type Locale, LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { ORIGIN, testApp, type TestHandler } from "../support/app.ts";
import { testServices } from "../support/services.ts";
import { aQuote, aStoredBooking, OSTRA_HAMNGATAN } from "../support/trips.ts";

const IN_TOWN = {
  from: {
    ...OSTRA_HAMNGATAN,
    placeId: "street:linnegatan",
    name: "Linnégatan",
    words: "Linnégatan 5",
    point: { lat: 57.6975, lng: 11.9516 },
  },
};
const PHONE = "070-123 45 67";

for (const locale of LOCALES) {
  const { quote: words, fieldErrors, ticket, booking: booked } = textsFor(locale);

  Deno.test(`the price page asks for the flight at an airport and not in town, in ${locale}`, async () => {
    await using test = await testServices();
    const app = await testApp(test.services);
    const page = async (trip: Parameters<typeof aQuote>[1]) =>
      await body(app, paths.quote((await aQuote(test.services, trip)).id), locale);
    const airport = await page({});
    assert(airport.includes('name="flightNumber"') && airport.includes(words.addMoreFlight));
    const town = await page(IN_TOWN);
    assert(!town.includes('name="flightNumber"') && town.includes(words.addMore));
  });

  Deno.test(`a flight that is none comes back as it was typed, in the open, in ${locale}`, async () => {
    await using test = await testServices();
    const app = await testApp(test.services);
    const { id } = await aQuote(test.services);
    const sent = { quoteId: id, vehicleClass: "standard", name: "Maja", phone: PHONE };
    const send = (flightNumber: string) =>
      post(app, paths.bookings(), locale, { ...sent, flightNumber, idempotencyKey: "one" });
    const refused = await send("1436");
    assert.equal(refused.status, 422);
    const html = await refused.text();
    assert(html.includes(fieldErrors.flightNumberInvalid));
    assert.match(html, /<details[^>]*contact-more[^>]* open/);
    assert.equal(flightIn(html), "1436");
    assert.equal((await send("sk 1436")).status, 303);
    const { bookings: [found] } = await test.services.search.find({
      query: "SK 1436",
      limit: 2,
      after: null,
    });
    assert.equal(found?.customer, "Maja");
  });

  Deno.test(`the flight is given, changed and taken away beside the ticket, in ${locale}`, async () => {
    await using test = await testServices();
    const app = await testApp(test.services);
    const { booking, link } = await aStoredBooking(test.services);
    const details = paths.bookingDetails(link);
    assert((await body(app, paths.booking(link), locale)).includes(ticket.detailsTextFlight));
    const send = (flightNumber: string) =>
      post(app, details, locale, { phone: PHONE, flightNumber, note: "" });
    for (const [typed, kept, shown] of [["sk-1436", "SK1436", "SK 1436"], ["", "", ""]] as const) {
      assert.equal((await send(typed)).status, 303);
      assert.equal((await stored(test, booking)).flightNumber, kept);
      assert.equal(flightIn(await body(app, details, locale)), shown);
      const seen = (await body(app, paths.booking(link), locale)).includes(booked.flightNumber);
      assert.equal(seen, kept !== "", "on the ticket when there is one");
    }
    const refused = await send("SK");
    assert.equal(refused.status, 422);
    assert((await refused.text()).includes(fieldErrors.flightNumberInvalid));
    const events = await test.services.bookings.events(booking.id);
    assert.deepEqual(events.map(({ type }) => type), [
      "confirmed",
      "details-changed",
      "details-changed",
    ]);
  });
}

Deno.test("in town a flight that was given stays until it is taken away, and none is asked for", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const quote = await aQuote(test.services, IN_TOWN);
  const { link } = await aStoredBooking(test.services, { quote, flightNumber: "SK1436" });
  assert.match(await body(app, paths.bookingDetails(link), "sv"), /name="flightNumber"/);
  const other = await aQuote(test.services, { ...IN_TOWN, wallTime: "2026-11-25T10:00" });
  const without = await aStoredBooking(test.services, { quote: other });
  assert.doesNotMatch(
    await body(app, paths.bookingDetails(without.link), "sv"),
    /name="flightNumber"/,
  );
});

/** What stands in the field. */
function flightIn(html: string): string {
  const [, value = ""] = /<input id="flightNumber"[^>]* value(?:="([^"]*)")?/.exec(html) ??
    assert.fail("no field for the flight");
  return value;
}

async function stored(
  { services }: Awaited<ReturnType<typeof testServices>>,
  { id }: Booking,
): Promise<Booking> {
  return (await services.bookings.get(id))?.booking ?? assert.fail(id);
}

async function body(app: TestHandler, path: string, locale: Locale): Promise<string> {
  const response = await app(new Request(`${ORIGIN}${path}?lang=${locale}`));
  assert.equal(response.status, 200, path);
  return await response.text();
}

function post(
  app: TestHandler,
  path: string,
  locale: Locale,
  fields: Record<string, string>,
): Promise<Response> {
  const url = `${ORIGIN}${path}?lang=${locale}`;
  return app(new Request(url, { method: "POST", body: new URLSearchParams(fields) }));
}
