// Prints the zone this process runs in and a quote's prices at many pickups; run under different TZ.
import { DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import { quoteTrip } from "../../lib/pricing/quote-trip.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import {
  aRoute,
  aTripRequest,
  pricingCacheOver,
  SHIPPED_FEES,
  tariffsOf,
  testQuoteKey,
} from "../support/pricing.ts";

const quotes: unknown[] = [];
const deps = {
  clock: manualClock("2026-10-20T22:30:00Z"),
  pricingCache: pricingCacheOver({ ok: true, route: aRoute() }),
  tariffs: tariffsOf(DEMO_TARIFFS),
  feeEditions: SHIPPED_FEES,
  quotes: { put: (quote: unknown) => Promise.resolve(quotes.push(quote) > 0) },
  quoteKey: await testQuoteKey(),
  randomBytes: (length: number) => new Uint8Array(length),
  timeZoneDataVersion: "2026b",
};
const first = Temporal.Instant.from("2026-10-24T20:00:00Z");
for (let step = 0; step < 40; step++) {
  await quoteTrip(deps, aTripRequest({ pickup: first.add({ minutes: 17 * step }).toString() }));
  await quoteTrip(deps, aTripRequest({ pickup: first.add({ hours: 41 * step }).toString() }));
}
console.log(JSON.stringify({
  zone: Temporal.Now.timeZoneId(),
  hour: new Date(0).getHours(),
  quotes,
}));
