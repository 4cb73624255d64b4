import assert from "node:assert/strict";
import {
  EMPTY_CONTACT,
  submittedContact,
} from "../../../../lib/ui/customer/quote/contact-values.ts";
import { quotePageData } from "../../../../lib/ui/customer/quote/quote-page-data.ts";
import { testServices } from "../../../support/services.ts";
import type { Vehicle } from "../../../../lib/fleet/vehicle.ts";
import { DEMO_VEHICLES } from "../../../../scripts/demo/demo-fleet.ts";
import { aQuote, aStoredBooking } from "../../../support/trips.ts";

Deno.test("quotePageData() begins with the first class, an empty form and a key of its own", async () => {
  await using test = await testServices({ now: "2026-11-22T23:30:00Z" });
  const quote = await aQuote(test.services);
  const one = await quotePageData(test.services, quote);
  const other = await quotePageData(test.services, quote);
  assert.equal(one.chosen, quote.options[0]?.vehicleClass);
  assert.deepEqual([one.contact, one.errors], [EMPTY_CONTACT, []]);
  assert.match(one.idempotencyKey, /^[0-9A-Z]{26}$/);
  assert.notEqual(one.idempotencyKey, other.idempotencyKey);
  assert.equal(one.today, "2026-11-23");
});

Deno.test("a form that comes back keeps its words, its class and the key of the purchase", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services);
  const wanted = quote.options.at(-1)?.vehicleClass ?? "";
  const contact = { ...EMPTY_CONTACT, name: "Maja" };
  const sent = { contact, idempotencyKey: "k", wanted };
  const data = await quotePageData(test.services, quote, sent);
  assert.deepEqual([data.chosen, data.contact, data.idempotencyKey], [wanted, contact, "k"]);
  const unknown = await quotePageData(test.services, quote, { wanted: "rocket" });
  assert.equal(unknown.chosen, quote.options[0]?.vehicleClass);
});

Deno.test("submittedContact() gives back what was sent, and of a flood its beginning", () => {
  const fields = new Map([["name", "Maja"], ["note", "x".repeat(5_000)], ["other", "y"]]);
  const contact = submittedContact(fields);
  assert.deepEqual(contact, { ...EMPTY_CONTACT, name: "Maja", note: "x".repeat(1_000) });
});

Deno.test("the first class that has a car is chosen, and each says when it has one", async () => {
  await using test = await testServices({ vehicles: DEMO_VEHICLES.filter(isOneOfItsClass) });
  await aStoredBooking(test.services, { vehicleClass: "standard" });
  const data = await quotePageData(test.services, await aQuote(test.services));
  assert.equal(data.chosen, "premium");
  assert.equal(data.availability.get("standard")?.kind, "later");
  assert.equal(data.availability.get("premium")?.kind, "free");
  const wished = await quotePageData(test.services, data.quote, { wanted: "standard" });
  assert.equal(wished.chosen, "standard", "who wants a class is not given another");
});

function isOneOfItsClass({ vehicleClass, id }: Vehicle): boolean {
  return DEMO_VEHICLES.find((one) => one.vehicleClass === vehicleClass)?.id === id;
}
