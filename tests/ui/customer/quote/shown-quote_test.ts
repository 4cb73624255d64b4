import assert from "node:assert/strict";
import { paths } from "../../../../lib/kernel/paths.ts";
import { QUOTE_TTL_MINUTES } from "../../../../lib/pricing/quote.ts";
import { isRefusal } from "../../../../lib/ui/customer/quote/quote-refusals.ts";
import {
  refusedQuote,
  renewedQuote,
  shownQuote,
} from "../../../../lib/ui/customer/quote/shown-quote.ts";
import { DomainError } from "../../../../lib/errors/domain-error.ts";
import { ORIGIN, testApp } from "../../../support/app.ts";
import { type TestServices, testServices } from "../../../support/services.ts";
import { aQuote, aStoredBooking } from "../../../support/trips.ts";

const TYPED = {
  name: "Maja Öberg",
  phone: "070-123 45 67",
  email: "",
  flightNumber: "SK 1436",
  note: "Portkod 4711",
};

async function post(test: TestServices, path: string, fields: Record<string, string>) {
  const app = await testApp(test.services);
  const response = await app(
    new Request(ORIGIN + path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { "sec-fetch-site": "same-origin" },
    }),
  );
  return { status: response.status, html: await response.text() };
}

const bookingsOfTheDay = async ({ services }: TestServices) =>
  (await services.bookings.listDay("2026-11-24")).length;

Deno.test("a price that is over is not sold: its next one comes, with what was typed and nothing booked", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services);
  test.clock.advance({ minutes: QUOTE_TTL_MINUTES });
  const fields = { ...TYPED, quoteId: quote.id, idempotencyKey: "k", vehicleClass: "van" };
  const { status, html } = await post(test, paths.bookings(), fields);
  assert.equal(status, 410);
  assert.match(html, /Priset är förnyat, samma/);
  for (const typed of Object.values(TYPED)) assert.ok(html.includes(typed), typed);
  assert.ok(!html.includes(`value="${quote.id}"`), "the old price cannot be sent again");
  assert.ok(!html.includes(`value="k"`), "and the new one is a purchase of its own");
  assert.equal(await bookingsOfTheDay(test), 0);
});

Deno.test("what is wrong in a form is said at the next price when the price is over as well", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services);
  test.clock.advance({ minutes: QUOTE_TTL_MINUTES });
  const fields = { ...TYPED, phone: "070", quoteId: quote.id, vehicleClass: "van" };
  const { status, html } = await post(test, paths.bookings(), fields);
  assert.equal(status, 422);
  assert.match(html, /Priset är förnyat, samma/);
  assert.match(html, /role="alert"/);
});

Deno.test("the next price of a bought one is refused, of one too near its pickup too, with the way on", async () => {
  await using test = await testServices();
  const bought = await aQuote(test.services);
  await aStoredBooking(test.services, { quote: bought });
  const used = await post(test, paths.quote(bought.id), {});
  assert.equal(used.status, 409);
  assert.match(used.html, /Priset är redan använt/);
  const late = await aQuote(test.services);
  test.clock.set("2026-11-24T08:45:00Z");
  const tooLate = await post(test, paths.quote(late.id), {});
  assert.equal(tooLate.status, 410);
  assert.match(tooLate.html, /Priset gäller inte längre/);
});

Deno.test("shownQuote() says why a price cannot be bought, refusedQuote() and renewedQuote() keep what was sent", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services);
  const sent = { contact: TYPED, wanted: "van", idempotencyKey: "k" };
  assert.equal((await shownQuote(test.services, quote.id)).refusal, null);
  const full = new DomainError("no-vehicle-free");
  const refused = await refusedQuote(test.services, quote.id, full, sent);
  assert.deepEqual(
    [refused.refusal, refused.contact, refused.chosen, refused.idempotencyKey],
    [full, TYPED, "van", "k"],
  );
  test.clock.advance({ minutes: QUOTE_TTL_MINUTES });
  assert.equal((await shownQuote(test.services, quote.id)).refusal?.code, "quote-expired");
  const renewed = await renewedQuote(test.services, quote.id, sent);
  assert.deepEqual([renewed.refusal, renewed.contact, renewed.chosen], [null, TYPED, "van"]);
  assert.notEqual(renewed.idempotencyKey, "k");
  assert.equal(renewed.renewal?.cause, null);
});

Deno.test("isRefusal() knows what the price page explains", () => {
  assert.equal(isRefusal("no-vehicle-free"), true);
  assert.equal(isRefusal("quote-altered"), false);
});
