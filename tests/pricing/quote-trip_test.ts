import assert from "node:assert/strict";
import { openDatabase } from "../../lib/kv/open.ts";
import { QuoteStore } from "../../lib/pricing/quote-store.ts";
import { readQuote } from "../../lib/pricing/read-quote.ts";
import { encodePolyline } from "../../lib/places/polyline.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import { DEMO_TARIFF_2026, DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import { assertUnaltered } from "../../lib/pricing/quote-signature.ts";
import { previewTrip, quoteTrip, type QuoteTripDeps } from "../../lib/pricing/quote-trip.ts";
import type { Quote } from "../../lib/pricing/quote.ts";
import type { NoRouteReason } from "../../lib/routing/route.ts";
import {
  aRoute,
  aTripRequest,
  NO_EXTRAS,
  pricingCacheOver,
  SHIPPED_FEES,
  tariffsOf,
  testQuoteKey,
} from "../support/pricing.ts";

const NOW = "2026-11-22T12:00:00Z";

async function dependencies(changes: Partial<QuoteTripDeps> = {}) {
  const stored: Quote[] = [];
  const deps: QuoteTripDeps = {
    clock: manualClock(NOW),
    pricingCache: pricingCacheOver({ ok: true, route: aRoute() }),
    tariffs: tariffsOf(DEMO_TARIFFS),
    feeEditions: SHIPPED_FEES,
    quotes: { put: (quote) => Promise.resolve(stored.push(quote) > 0) },
    quoteKey: await testQuoteKey(),
    randomBytes: (length) => new Uint8Array(length).fill(7),
    timeZoneDataVersion: "2026b",
    ...changes,
  };
  return { deps, stored };
}

Deno.test("quoteTrip() stores and returns a signed quote with one option for each class that fits", async () => {
  const { deps, stored } = await dependencies();

  const quote = await quoteTrip(deps, aTripRequest());

  await assertUnaltered(deps.quoteKey, quote);
  assert.deepEqual(stored, [quote]);
  assert.deepEqual(quote.options.map((option) => [option.vehicleClass, option.totalOre]), [
    ["standard", 540_00],
    ["premium", 840_00],
    ["van", 840_00],
  ]);
  assert.equal(quote.tariffVersion, DEMO_TARIFF_2026.version);
  assert.equal(quote.createdAt, NOW);
  assert.equal(quote.expiresAt, "2026-11-22T12:15:00Z");
  assert.equal(quote.reschedules, null);
  assert.match(quote.id, /^[0-9A-Z]{26}$/);
});

Deno.test("previewTrip() shows what quoteTrip() would give, and stores nothing", async () => {
  const { deps, stored } = await dependencies();

  const preview = await previewTrip(deps, aTripRequest());

  assert.deepEqual(stored, []);
  const { route, options } = await quoteTrip(deps, aTripRequest());
  assert.deepEqual(preview, { route, options });
});

Deno.test("quoteTrip() says which booking it re-prices", async () => {
  const { deps } = await dependencies();
  assert.equal((await quoteTrip(deps, aTripRequest(), { reschedules: "B1" })).reschedules, "B1");
});

Deno.test("quoteTrip() prices a pickup of next year by next year's tariff, at the Swedish midnight", async () => {
  const { deps } = await dependencies();
  const version = async (pickup: string) =>
    (await quoteTrip(deps, aTripRequest({ pickup }))).tariffVersion;

  assert.equal(await version("2026-12-31T22:59:00Z"), "2026-01-01.1");
  assert.equal(await version("2026-12-31T23:00:00Z"), "2027-01-01.1");
});

Deno.test("quoteTrip() prices the pickup, not the moment of asking", async () => {
  const atNight = await dependencies({ clock: manualClock("2026-11-21T01:00:00Z") });
  const byDay = await dependencies({ clock: manualClock("2026-11-21T12:00:00Z") });
  const request = aTripRequest({ pickup: "2026-11-23T12:00:00Z" });

  const options = (await quoteTrip(byDay.deps, request)).options;
  assert.deepEqual((await quoteTrip(atNight.deps, request)).options, options);
});

Deno.test("quoteTrip() shows the wall time of the instant it priced, whatever the request claimed", async () => {
  const { deps } = await dependencies();
  const request = aTripRequest({ pickup: "2026-11-23T23:30:00Z" });
  request.pickup.wallTime = "2026-11-24T12:00";
  request.pickup.timeZone = "America/New_York";

  assert.deepEqual((await quoteTrip(deps, request)).trip.pickup, {
    wallTime: "2026-11-24T00:30",
    timeZone: "Europe/Stockholm",
    instant: "2026-11-23T23:30:00Z",
  });
});

Deno.test("quoteTrip() keeps the price given when the tariff changes afterwards", async () => {
  const tariffs = [...DEMO_TARIFFS];
  const { deps, stored } = await dependencies({ tariffs: tariffsOf(tariffs) });
  const given = structuredClone(await quoteTrip(deps, aTripRequest()));

  const dearer = structuredClone(DEMO_TARIFF_2026);
  dearer.version = "2026-01-01.2";
  dearer.fixedPrices.forEach((price) => price.priceOre.standard = 999_00);
  tariffs.push(dearer);

  assert.equal((await quoteTrip(deps, aTripRequest())).options[0]!.totalOre, 999_00 + 45_00);
  assert.deepEqual(stored[0], given);
});

Deno.test("quoteTrip() stores a quote from one end of Sweden to the other in one KV value", async () => {
  const points = Array.from({ length: 40_000 }, (_, i) => ({ lat: 55.6 + i * 3e-4, lng: 13 }));
  const route = aRoute({ distanceMeters: 1_800_000, geometry: encodePolyline(points) });
  const db = await openDatabase(":memory:");
  try {
    const quotes = new QuoteStore(db);
    const pricingCache = pricingCacheOver({ ok: true, route });
    const { deps } = await dependencies({ quotes, pricingCache });

    const quote = await quoteTrip(deps, aTripRequest());

    assert.deepEqual(await readQuote({ ...deps, quotes }, quote.id), quote);
  } finally {
    db.close();
  }
});

for (const reason of ["same-point", "abroad", "no-road", "no-crossing"] as NoRouteReason[]) {
  Deno.test(`quoteTrip() refuses with no-route-${reason} and stores nothing`, async () => {
    const { deps, stored } = await dependencies({
      pricingCache: pricingCacheOver({ ok: false, reason }),
    });
    await assert.rejects(quoteTrip(deps, aTripRequest()), { code: `no-route-${reason}` });
    assert.deepEqual(stored, []);
  });
}

const HOURS: [title: string, pickup: string, seconds: number][] = [
  ["in the morning's rush of a workday", "2026-11-23T06:30:00Z", 1_080],
  ["at the same hour in summer, by the clock on the wall", "2027-06-14T05:30:00Z", 1_080],
  ["at noon", "2026-11-23T11:00:00Z", 900],
  ["in the night", "2026-11-24T02:00:00Z", 765],
  ["at the hour of the rush on Twelfth Day, a Wednesday", "2027-01-06T06:30:00Z", 765],
  ["at the hour of the rush on a Saturday", "2026-11-28T06:30:00Z", 765],
  ["in the first half past two of the autumn's change", "2027-10-31T00:30:00Z", 765],
  ["in the second half past two of the autumn's change", "2027-10-31T01:30:00Z", 765],
];

for (const [title, pickup, seconds] of HOURS) {
  Deno.test(`quoteTrip() takes ${seconds / 60} minutes for a quarter of an hour's drive ${title}`, async () => {
    const { deps } = await dependencies();
    const { route } = await quoteTrip(deps, aTripRequest({ pickup }));
    assert.equal(route.durationSeconds, seconds);
    assert.equal(route.distanceMeters, 10_000);
    assert.match(route.dataVersion, /^test\+traffic-/);
  });
}

Deno.test("quoteTrip() lets the hour touch no fixed price", async () => {
  const { deps } = await dependencies();
  const totals = async (pickup: string) =>
    (await quoteTrip(deps, aTripRequest({ pickup }))).options.map(({ totalOre }) => totalOre);
  assert.deepEqual(await totals("2026-11-25T14:45:00Z"), await totals("2026-11-25T11:00:00Z"));
});

Deno.test("quoteTrip() refuses pickups too soon, too late, without a tariff, and parties no class fits", async () => {
  const { deps, stored } = await dependencies();
  const refused = async (code: string, request: ReturnType<typeof aTripRequest>, d = deps) =>
    await assert.rejects(quoteTrip(d, request), { code });

  await refused("pickup-too-soon", aTripRequest({ pickup: "2026-11-22T12:29:59Z" }));
  await refused("pickup-too-late", aTripRequest({ pickup: "2027-11-22T12:00:01Z" }));
  await refused("no-class-fits", aTripRequest({ passengers: 9 }));
  await refused(
    "no-class-fits",
    aTripRequest({ bags: 8, extras: { ...NO_EXTRAS, extraLuggage: 1 } }),
  );
  const { deps: bare } = await dependencies({
    tariffs: tariffsOf([]),
  });
  await refused("no-tariff", aTripRequest(), bare);
  assert.deepEqual(stored, []);
});

Deno.test("quoteTrip() gives the same quotes to the byte in any zone the server runs in", async () => {
  const outputs = await Promise.all(
    ["Europe/Stockholm", "America/New_York", "Asia/Tokyo"].map(async (zone) => {
      const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", "--no-check", new URL("print-prices.ts", import.meta.url).pathname],
        env: { TZ: zone },
      }).output();
      assert.equal(code, 0, new TextDecoder().decode(stderr));
      return JSON.parse(new TextDecoder().decode(stdout));
    }),
  );

  // The process really ran elsewhere: hour zero of 1970 is another hour in each zone.
  assert.deepEqual(outputs.map((output) => output.hour), [1, 19, 9]);
  const [home, ...elsewhere] = outputs;
  assert.equal(home.quotes.length, 80);
  assert.ok(new Set(home.quotes.map((quote: Quote) => quote.options[0]!.totalOre)).size >= 4);
  for (const output of elsewhere) assert.deepEqual(output.quotes, home.quotes);
});
