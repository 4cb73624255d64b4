// `deno task bench cache [traces|engine|hits|hung|memory|warm|hour|product|lcp|shares|lives|canaries|codecs]`: what the cache gives and costs, each part by itself.
import { CACHE_CATEGORIES } from "../../lib/cache/category.ts";
import { KvTier } from "../../lib/cache/kv-tier.ts";
import { AccessPatterns } from "../../lib/cache/access-patterns.ts";
import { warmCache } from "../../lib/cache/warm-cache.ts";
import { READ_DEADLINE_MS } from "../../lib/cache/policy.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import { lruHits, optimalHits } from "./belady.ts";
import { printCodecs } from "./codecs.ts";
import { compareLives } from "./lives.ts";
import { LoopbackEngine } from "./engine.ts";
import { measureFirstHour } from "./first-hour.ts";
import { measureHits } from "./hits.ts";
import { measureLcp } from "./lcp.ts";
import { measureMemory } from "./memory.ts";
import { openCache } from "./open-cache.ts";
import { askAll, canaryWorld } from "../../tests/support/cache/canary-users.ts";
import { measureProduct } from "./product.ts";
import { play, type Played, type Sources } from "./replay.ts";
import { compareShares } from "./shares.ts";
import { dayTrace, harsherTraces, SEED, type Trace } from "./traces.ts";

const NIGHT = "2026-11-26T00:00:00Z";
const MEGABYTES = 64;
const HOUR_MS = 3_600_000;
const HUNG_ASKS = 2_000;
/** A day is replayed in half a minute: a tier that has a day's writes to take in that time is not slow. */
const PATIENT = { readDeadlineMs: 60_000, writeDeadlineMs: 60_000 };

const SOURCES: Sources = {
  place: (id) => Promise.resolve({ id, lat: 57.7, lng: 11.97, name: "Storgatan" }),
  route: () => Promise.resolve({ meters: 12_345, seconds: 900, line: "x".repeat(1_300) }),
  price: () => Promise.resolve({ ore: 34_900, parts: [10_000, 20_000, 4_900] }),
};

const PARTS: Readonly<Record<string, () => Promise<boolean>>> = {
  traces: playTraces,
  engine: askEngine,
  hits: measureHits,
  hung: askHungTier,
  memory: measureMemory,
  warm: compareWarmed,
  hour: measureFirstHour,
  product: measureProduct,
  lcp: measureLcp,
  canaries: askCanaries,
  shares: () => compareShares(SOURCES, NIGHT),
  lives: () => compareLives(SOURCES, NIGHT),
  codecs: () => Promise.resolve((printCodecs(), true)),
};

if (import.meta.main) {
  const wanted = Deno.args.length === 0 ? Object.keys(PARTS) : Deno.args;
  let isKept = true;
  for (const name of wanted) {
    console.info(`\n${name}`);
    const isOwnKept = await PARTS[name]?.() ?? false;
    console.info(isOwnKept ? "kept" : "NOT KEPT");
    isKept &&= isOwnKept;
  }
  Deno.exit(isKept ? 0 : 1);
}

/** The three days, in memory alone and with a tier behind it; the gap to the optimum, where there is too little room. */
async function playTraces(): Promise<boolean> {
  let isKept = true;
  for (const trace of [dayTrace(), ...harsherTraces()]) {
    for (const [megabytes, hasTier] of [[8, false], [MEGABYTES, false], [8, true]] as const) {
      const clock = manualClock(NIGHT);
      const tier = hasTier ? new KvTier({ db: await openDatabase(":memory:"), clock }) : null;
      const now = () => clock.now().epochMilliseconds;
      const { cache, cacheParts } = openCache({
        ...{ megabytes, clock, now, tier },
        deadlines: PATIENT,
      });
      const played = await play(trace, { cache, clock, sources: SOURCES });
      console.info(
        `${trace.name}, ${megabytes} MB${hasTier ? " and a tier" : ""}: ${said(played)}`,
      );
      if (played.oldPrices > 0) isKept = false;
      const { entries, evictions } = cacheParts.memory.state("route");
      if (!hasTier) printGap(trace, evictions === 0 ? Infinity : entries, cacheParts);
      const isPromised = megabytes === MEGABYTES && trace.name.includes("1.0");
      if (isPromised && rateOfKnown(played) < 0.95) isKept = false;
      tier?.close();
    }
  }
  return isKept;
}

function said(played: Played): string {
  const { requests, firstReads, hits, outside, oldPrices } = played;
  const rate = (100 * rateOfKnown(played)).toFixed(1);
  return `${rate} % of ${requests - firstReads} requests whose key came before, ${
    (100 * hits / requests).toFixed(1)
  } % of all ${requests}, ${firstReads} first reads, ${outside} calls outside, ${oldPrices} old prices`;
}

function rateOfKnown({ hits, requests, firstReads }: Played): number {
  return hits / (requests - firstReads);
}

function printGap(
  { quotes }: Trace,
  room: number,
  { stats }: ReturnType<typeof openCache>["cacheParts"],
): void {
  const keys = quotes.map(({ from, to }) => `${from};${to}`);
  const { memoryHits } = stats.of("route");
  const best = optimalHits(keys, room);
  const share = (100 * memoryHits / best).toFixed(0);
  console.info(
    `  routes, room for ${room}: ${memoryHits} hits, optimum ${best} (${share} % of it), LRU ${
      lruHits(keys, room)
    }`,
  );
}

/** The same day at an engine that counts, with the cache and without; then what one quote waits for. */
async function askEngine(): Promise<boolean> {
  await using engine = new LoopbackEngine();
  const sources = { ...SOURCES, place: engine.ask, route: engine.ask };
  const clock = manualClock(NIGHT);
  const now = () => clock.now().epochMilliseconds;
  const { cache } = openCache({ megabytes: MEGABYTES, clock, now });
  await play(dayTrace(), { cache, clock, sources });
  const withCache = engine.asked;
  // Without one each quote finds two places and a way.
  const without = 3 * dayTrace().quotes.length;
  const fewer = 1 - withCache / without;
  console.info(
    `${withCache} calls in place of ${without}: ${(100 * fewer).toFixed(1)} % fewer`,
  );
  engine.tookMs = 50;
  const own = openCache({ megabytes: MEGABYTES, clock, now }).cache;
  const quote = async (isKept: boolean) => {
    const from = performance.now();
    for (const category of ["place", "route"] as const) {
      await (isKept ? own.get({ category, id: "asked again" }, engine.ask) : engine.ask("anew"));
    }
    return performance.now() - from;
  };
  await quote(true);
  const [slow, fast] = [await quote(false), await quote(true)];
  console.info(
    `a quote waits ${slow.toFixed(1)} ms for its engines, ${fast.toFixed(2)} ms with them kept`,
  );
  return fewer >= 0.7 && fast <= slow / 2;
}

/** A tier that takes every question and answers none: how long whoever asks waits. */
async function askHungTier(): Promise<boolean> {
  const never = () => new Promise<never>(() => {});
  const tier = {
    ...{
      kind: "kv",
      read: never,
      write: never,
      remove: never,
      head: never,
      append: never,
    } as const,
    ...{ since: never, sweep: never, close: () => {} },
  };
  const now = () => performance.now();
  const { cache } = openCache({ megabytes: MEGABYTES, now, tier });
  const waits: number[] = [];
  for (let i = 0; i < HUNG_ASKS; i++) {
    const from = performance.now();
    const category = i % 2 === 0 ? "tariff" : "route";
    await cache.get({ category, id: `${i % 50}` }, () => Promise.resolve(i));
    waits.push(performance.now() - from);
  }
  waits.sort((a, b) => a - b);
  const [median = 0, p99 = 0, most = 0] = [0.5, 0.99, 1].map((share) =>
    waits[Math.ceil(share * waits.length) - 1]
  );
  console.info(
    `median ${median.toFixed(3)} ms, p99 ${p99.toFixed(2)} ms, most ${most.toFixed(1)} ms; ` +
      `the deadline is ${READ_DEADLINE_MS} ms`,
  );
  return p99 <= READ_DEADLINE_MS;
}

/** Fifty people at two instances that share what they keep: whose bytes each of them is given. */
async function askCanaries(): Promise<boolean> {
  await using world = await canaryWorld(50);
  const { requests, own, foreign } = await askAll(world, 10_000);
  console.info(`${requests} requests: ${own} answers name who asked, ${foreign.length} another`);
  return foreign.length === 0 && own > 0;
}

/** The first rush hour of the next day: a process that begins cold, and one that loads what was asked for most. */
async function compareWarmed(): Promise<boolean> {
  const next = dayTrace(SEED + 1);
  const rush = next.quotes.filter(({ atMs }) => atMs >= 7 * HOUR_MS && atMs < 8 * HOUR_MS)
    .map((quote) => ({ ...quote, atMs: quote.atMs - 7 * HOUR_MS }));
  const trace = { name: "the next day's rush hour", quotes: rush };
  const yesterday = await patternsOf(dayTrace());
  const rates: number[] = [];
  for (const isWarmed of [false, true]) {
    const clock = manualClock(NIGHT);
    const now = () => clock.now().epochMilliseconds;
    const { cache, cacheParts } = openCache({ megabytes: MEGABYTES, clock, now });
    if (isWarmed) {
      cacheParts.patterns.learn(yesterday);
      const ofTag = { place: "places", route: "roads" } as const;
      await warmCache(
        { ...cacheParts, cache },
        (["place", "route"] as const).map((category) => ({
          ...{ category, dataLoader: SOURCES[category], priority: "high" as const },
          tagsOf: () => [ofTag[category]],
        })),
      );
    }
    const played = await play(trace, { cache, clock, sources: SOURCES });
    rates.push(played.hits / played.requests);
    const rate = (100 * played.hits / played.requests).toFixed(1);
    console.info(`${isWarmed ? "warmed" : "cold"}: ${rate} % of ${played.requests} requests`);
  }
  const [cold = 0, warmed = 0] = rates;
  return warmed > cold;
}

async function patternsOf(trace: Trace): Promise<string> {
  const clock = manualClock(NIGHT);
  const now = () => clock.now().epochMilliseconds;
  const { cache, cacheParts } = openCache({ megabytes: MEGABYTES, clock, now });
  await play(trace, { cache, clock, sources: SOURCES });
  const patterns = new AccessPatterns();
  patterns.learn(cacheParts.patterns.encode());
  const known = CACHE_CATEGORIES.reduce((sum, one) => sum + patterns.hottest(one).length, 0);
  const bytes = patterns.encode().length;
  console.info(`${known} keys are known, ${Math.round(bytes / 1_024)} KiB`);
  return patterns.encode();
}
