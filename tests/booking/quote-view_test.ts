import assert from "node:assert/strict";
import { seenByOwner } from "../../lib/booking/seen-booking.ts";
import { createBooking } from "../../lib/booking/create-booking.ts";
import { customerView } from "../../lib/booking/customer-view.ts";
import { optionViews } from "../../lib/booking/quote-view.ts";
import { testServices } from "../support/services.ts";
import { aQuote, MAJA } from "../support/trips.ts";

Deno.test("each class of a price says what its booking will say of cancelling", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services);
  const nowMs = test.clock.now().epochMilliseconds;
  const views = optionViews(quote, nowMs);
  assert(views.length > 1);
  assert.equal(new Set(views.map(({ cancellation }) => cancellation.lateFeeOre)).size > 1, true);
  const [first] = views;
  assert(first);
  const { booking } = await createBooking(test.services, {
    quoteId: quote.id,
    vehicleClass: first.vehicleClass,
    contact: MAJA,
    flightNumber: "",
    note: "",
    locale: "sv",
    idempotencyKey: "one",
  });
  assert.deepEqual(customerView(seenByOwner(booking), nowMs).cancellation, first.cancellation);
});
