import assert from "node:assert/strict";
import { renewQuote } from "../../lib/booking/renew-quote.ts";
import { QUOTE_TTL_MINUTES, quoteId } from "../../lib/pricing/quote.ts";
import { DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { refusal } from "../support/refusal.ts";
import { testServices } from "../support/services.ts";
import { aQuote, aStoredBooking } from "../support/trips.ts";

const ONE_CAR = DEMO_VEHICLES.slice(0, 1);

Deno.test("renewQuote() prices the trip of a quote that is over, and the former one is still not sold", async () => {
  await using test = await testServices();
  const former = await aQuote(test.services);
  test.clock.advance({ minutes: QUOTE_TTL_MINUTES });
  const { quote } = await renewQuote(test.services, former.id);
  assert.notEqual(quote.id, former.id);
  assert.deepEqual(quote.trip, former.trip);
  assert.deepEqual(quote.options, former.options);
  await refusal(aStoredBooking(test.services, { quote: former }), "quote-expired");
  const { booking } = await aStoredBooking(test.services, { quote });
  assert.equal(booking.trip.quoteId, quote.id);
});

Deno.test("renewQuote() refuses a quote that was bought: in another tab it is a booking", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services);
  await aStoredBooking(test.services, { quote });
  test.clock.advance({ minutes: QUOTE_TTL_MINUTES });
  await refusal(renewQuote(test.services, quote.id), "quote-used");
});

Deno.test("renewQuote() refuses a pickup that has come too near, and a quote nobody gave", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services);
  test.clock.set("2026-11-24T08:45:00Z");
  await refusal(renewQuote(test.services, quote.id), "pickup-too-soon");
  const unknown = quoteId("01KAMZ8N00AVANT1TESTQ0TE09");
  await refusal(renewQuote(test.services, unknown), "quote-not-found");
});

Deno.test("renewQuote() moves to the next time a class has a car, and stays when it has one", async () => {
  await using test = await testServices({ vehicles: ONE_CAR });
  const quote = await aQuote(test.services);
  const stayed = await renewQuote(test.services, quote.id, { moveTo: "standard" });
  assert.deepEqual(stayed.quote.trip.pickup, quote.trip.pickup);
  await aStoredBooking(test.services, {});
  const moved = await renewQuote(test.services, quote.id, { moveTo: "standard" });
  assert(moved.quote.trip.pickup.instant > quote.trip.pickup.instant);
  await aStoredBooking(test.services, { quote: moved.quote });
  await refusal(renewQuote(test.services, quote.id, { moveTo: "van" }), "no-vehicle-free");
});
