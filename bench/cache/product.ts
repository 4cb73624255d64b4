// The product itself, with what it keeps and without: each user of the cache, a whole price, a page, and the calls of a day.
import { makeGeocoder } from "../../lib/assembly/geocoding.ts";
import { makeRouting } from "../../lib/assembly/routing.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { CACHE_CATEGORIES } from "../../lib/cache/category.ts";
import { Dependencies } from "../../lib/resilience/dependencies.ts";
import { findSuggestions } from "../../lib/places/find-suggestions.ts";
import { previewTrip } from "../../lib/pricing/quote-trip.ts";
import { buildFares, type FareTerms } from "../../lib/pricing/quote-rules.ts";
import { DEMO_TARIFF_2026 as TARIFF } from "../../lib/pricing/demo-tariffs.ts";
import { ORIGIN, testApp } from "../../tests/support/app.ts";
import { keptLog } from "../../tests/support/kept-log.ts";
import { aRoute, aTripRequest } from "../../tests/support/pricing.ts";
import { testServices } from "../../tests/support/services.ts";
import { OutsideEngines } from "./outside.ts";
import { dayTrace, type Quote } from "./traces.ts";

const ASKS = 41;
const ENGINE_MS = 50;
/** Of so many quotes it is counted what each asks for where nothing is kept. */
const WITHOUT = 200;

interface Product {
  services: Services;
  engines: OutsideEngines;
  get: (path: string) => Promise<unknown>;
}

/** What is done, and how often faster it has to be where that is promised. */
interface Row {
  name: string;
  ask: (product: Product, i: number) => Promise<unknown>;
  least?: number;
  tookMs?: number;
}

const ROWS: readonly Row[] = [
  {
    name: "price, both engines outside at 50 ms",
    ask: async ({ services }) => {
      await Promise.all(["Storgatan 7", "Nygatan 9"].map((words) => services.geocoder.find(words)));
      return await previewTrip(services, trip());
    },
    ...{ tookMs: ENGINE_MS, least: 2 },
  },
  { name: "way, engine outside at 50 ms", ask: wayOf, tookMs: ENGINE_MS, least: 2 },
  {
    name: "address, geocoder at 50 ms",
    ask: ({ services }) => services.geocoder.find("Storgatan 7"),
    ...{ tookMs: ENGINE_MS, least: 2 },
  },
  { name: "page of prices", ask: ({ get }) => get("/prices"), least: 2 },
  { name: "start page", ask: ({ get }) => get("/"), least: 2 },
  { name: "suggestions, two letters", ask: suggestionsOf },
  { name: "edition of tariffs", ask: ({ services }) => services.tariffs.newestEdition() },
  {
    name: "fares of four classes",
    ask: ({ services }, i) => services.pricingCache.fares(terms(i)),
  },
];

/** Prints each beside itself without; true where the promises are kept. */
export async function measureProduct(): Promise<boolean> {
  await using stack = new AsyncDisposableStack();
  const product = await openProduct(stack);
  let isKept = true;
  for (const row of ROWS) {
    product.engines.tookMs = row.tookMs ?? 0;
    const without = await medianOf(product, row, () => forgetAll(product.services));
    const kept = await medianOf(product, row, () => Promise.resolve());
    const ratio = without / kept;
    console.info(
      `${row.name}: ${without.toFixed(3)} ms without, ${kept.toFixed(4)} ms kept: ${
        ratio.toFixed(1)
      } times`,
    );
    if (row.least !== undefined && ratio < row.least) isKept = false;
  }
  console.info(`fares without a look for a key: ${plainFares().toFixed(4)} ms`);
  product.engines.tookMs = 0;
  return await countCalls(product) >= 0.7 && isKept;
}

async function openProduct(stack: AsyncDisposableStack): Promise<Product> {
  const engines = stack.use(new OutsideEngines());
  const { log } = keptLog();
  const dependencies = stack.use(new Dependencies({ log }));
  const geocoding = {
    geocoderUrl: engines.origin,
    geocoderKind: "photon",
    origin: ORIGIN,
  } as const;
  const { services } = stack.use(
    await testServices({
      routing: makeRouting({ osrmUrl: engines.origin }, log, undefined, dependencies),
      parts: { dependencies, geocoder: makeGeocoder(geocoding, log, dependencies) },
    }),
  );
  const handler = await testApp(services);
  const get = async (path: string) => await (await handler(new Request(ORIGIN + path))).text();
  return { services, engines, get };
}

async function forgetAll({ cacheManager }: Services): Promise<void> {
  for (const category of CACHE_CATEGORIES) await cacheManager.invalidateCategory(category);
}

async function medianOf(
  product: Product,
  { ask }: Row,
  before: () => Promise<void>,
): Promise<number> {
  await ask(product, 0);
  const times: number[] = [];
  for (let i = 0; i < ASKS; i++) {
    await before();
    const from = performance.now();
    await ask(product, i);
    times.push(performance.now() - from);
  }
  return times.sort((a, b) => a - b)[ASKS >> 1]!;
}

/** The day's quotes, each with two typed addresses and a way; the share of calls outside that are saved. */
async function countCalls(product: Product): Promise<number> {
  const { quotes } = dayTrace();
  const { engines } = product;
  const callsOf = async (some: readonly Quote[], before: () => Promise<void>) => {
    await forgetAll(product.services);
    const from = engines.asked;
    for (const quote of some) {
      await before();
      await quoteOf(product, quote);
    }
    return engines.asked - from;
  };
  const forget = () => forgetAll(product.services);
  const each = await callsOf(quotes.slice(0, WITHOUT), forget) / WITHOUT;
  const kept = await callsOf(quotes, () => Promise.resolve());
  const fewer = 1 - kept / (each * quotes.length);
  console.info(
    `${quotes.length} quotes: ${kept} calls outside in place of ${each.toFixed(2)} a quote: ${
      (100 * fewer).toFixed(1)
    } % fewer`,
  );
  return fewer;
}

async function quoteOf({ services }: Product, { from, to }: Quote): Promise<void> {
  const ends = [from, to].map((rank) => pointOf(services, rank));
  await Promise.all([from, to].map((rank) => services.geocoder.find(`Storgatan ${rank + 1}`)));
  await services.pricingCache.route(ends[0]!, ends[1]!);
}

/** Towns and villages, where our own estimate is quick: what is measured is who is asked. */
function pointOf({ places }: Services, rank: number) {
  const towns = places.places.filter(({ place }) => place.kind === "town");
  const { point } = towns[rank % towns.length]!.place;
  const lap = Math.floor(rank / towns.length);
  return { lat: point.lat + lap / 1_000, lng: point.lng };
}

const trip = () => aTripRequest({ pickup: "2026-11-23T09:40:00Z" });

function wayOf({ services }: Product): Promise<unknown> {
  const { from, to } = trip();
  return services.pricingCache.route(from.point, to.point);
}

function suggestionsOf({ services }: Product): Promise<unknown> {
  return findSuggestions(services, "ka", { locale: "sv", limit: 8 });
}

function terms(i: number): FareTerms {
  const pickup = Temporal.Instant.from("2026-11-23T09:00:00Z").add({ minutes: i }).toString();
  const classes = ["standard", "premium", "van", "wheelchair"] as const;
  return { tariff: TARIFF, trip: aTripRequest({ pickup }), route: aRoute(), classes };
}

/** Rules alone, in milliseconds. */
function plainFares(): number {
  const times = Array.from({ length: ASKS }, (_, i) => {
    const asked = terms(i);
    const from = performance.now();
    buildFares(asked);
    return performance.now() - from;
  });
  return times.sort((a, b) => a - b)[ASKS >> 1]!;
}
