import assert from "node:assert/strict";
import { quoteDifference } from "../../lib/pricing/quote-difference.ts";
import { type Quote, quoteId } from "../../lib/pricing/quote.ts";
import { aQuote, aTripRequest } from "../support/pricing.ts";

const NEXT = quoteId("01KAMZ8N00AVANT1TESTQ0TE02");

function dearer(quote: Quote, byOre: number): Quote["options"] {
  return quote.options.map((option) => ({ ...option, totalOre: option.totalOre + byOre }));
}

Deno.test("the same price of the same trip has no cause, and knows the former total of each class", async () => {
  const former = await aQuote();
  const difference = quoteDifference(former, { ...former, id: NEXT });
  assert.equal(difference?.cause, null);
  assert.equal(difference?.formerExpiresAt, former.expiresAt);
  for (const { vehicleClass, totalOre } of former.options) {
    assert.equal(difference?.formerTotalOre.get(vehicleClass), totalOre);
  }
});

Deno.test("another price has its cause: the time, the tariff, else the way", async () => {
  const former = await aQuote();
  const options = dearer(former, 2_000);
  const cause = (changes: Partial<Quote>) =>
    quoteDifference(former, { ...former, id: NEXT, options, ...changes })?.cause;
  assert.equal(cause({ tariffVersion: "2026-01-01.2" }), "tariff");
  assert.equal(cause({}), "route");
  const trip = aTripRequest({ pickup: "2026-11-23T06:05:00Z" });
  assert.equal(cause({ trip, tariffVersion: "2026-01-01.2" }), "pickup");
  assert.equal(cause({ trip, options: former.options }), "pickup", "also at the same price");
});

Deno.test("prices of two trips are not compared, nor one with itself", async () => {
  const former = await aQuote();
  const trip = aTripRequest({ passengers: 2 });
  assert.equal(quoteDifference(former, await aQuote({ id: NEXT, trip })), null);
  assert.equal(quoteDifference(former, former), null);
});
