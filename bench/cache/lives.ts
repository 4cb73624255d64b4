// The days with times to live from the table and from what is observed, against sources that change at known rates: what loads
// cost where as many answers are out of date.
import { AdaptiveLives } from "../../lib/cache/adaptive-lives.ts";
import { CacheCategory } from "../../lib/cache/category.ts";
import { CACHE_POLICIES } from "../../lib/cache/policy.ts";
import { type ManualClock, manualClock } from "../../lib/kernel/clock.ts";
import { seeded } from "../../tests/support/random.ts";
import { openCache } from "./open-cache.ts";
import { asksOf, type Sources } from "./replay.ts";
import { dayTrace, harsherTraces, type Trace } from "./traces.ts";

const DAY_MS = 24 * 3_600_000;
/** A day's quotes over so many days: what is kept for a day is asked for anew. */
const STRETCH = 10;
const LOOK_EVERY_MS = 3_600_000;
const MEGABYTES = 64;
/** Tries to find the times to live from the table under which as much is out of date. */
const TRIES = 5;
const [LEAST_FACTOR, MOST_FACTOR] = [0.1, 8];

/** Milliseconds a load takes, and days after which what it loads is another, on average. */
type World = Readonly<Record<"geocode" | "route", { tookMs: number; days: number }>>;

const WORLDS: Readonly<Record<string, World>> = {
  "both alike": { geocode: { tookMs: 50, days: 10 }, route: { tookMs: 50, days: 10 } },
  "ways change often": { geocode: { tookMs: 50, days: 60 }, route: { tookMs: 50, days: 2 } },
  "addresses change often": { geocode: { tookMs: 50, days: 2 }, route: { tookMs: 50, days: 60 } },
  "ways are dear": { geocode: { tookMs: 20, days: 10 }, route: { tookMs: 400, days: 10 } },
};

interface Came {
  /** Seconds of loads, and the share of answers that were out of date. */
  costS: number;
  staleShare: number;
}

/** Prints both for each day and world; true where what is observed costs no more anywhere. */
export async function compareLives(sources: Sources, night: string): Promise<boolean> {
  let isBetter = true;
  for (const trace of [dayTrace(), ...harsherTraces()]) {
    for (const [name, world] of Object.entries(WORLDS)) {
      const run = (factor: number | null) => played(trace, { world, factor, sources, night });
      const [table, fitted] = [await run(1), await run(null)];
      const equal = await tableAsStale(run, fitted.staleShare);
      if (fitted.costS > equal.costS) isBetter = false;
      console.info(
        `${trace.name}, ${name}: table ${said(table)}; observed ${said(fitted)}; table as stale ${
          said(equal)
        }: ${(100 * (fitted.costS / equal.costS - 1)).toFixed(1)} %`,
      );
    }
  }
  return isBetter;
}

function said({ costS, staleShare }: Came): string {
  return `${costS.toFixed(0)} s, ${(100 * staleShare).toFixed(2)} % out of date`;
}

/** The table with all its times to live longer or shorter by one factor: what it costs where as much is out of date. */
async function tableAsStale(
  run: (factor: number) => Promise<Came>,
  staleShare: number,
): Promise<Came> {
  let [low, high] = [LEAST_FACTOR, MOST_FACTOR];
  let [below, above] = [await run(low), await run(high)];
  for (let i = 0; i < TRIES; i++) {
    const factor = Math.sqrt(low * high);
    const came = await run(factor);
    if (came.staleShare > staleShare) [high, above] = [factor, came];
    else [low, below] = [factor, came];
  }
  const span = above.staleShare - below.staleShare;
  const part = span === 0 ? 0 : (staleShare - below.staleShare) / span;
  return { staleShare, costS: below.costS + part * (above.costS - below.costS) };
}

async function played(
  trace: Trace,
  { world, factor, sources, night }: {
    world: World;
    /** Times the table; null: observed. */
    factor: number | null;
    sources: Sources;
    night: string;
  },
): Promise<Came> {
  const clock = manualClock(night);
  const startMs = clock.now().epochMilliseconds;
  const now = () => clock.now().epochMilliseconds;
  const lives = factor === null ? "observed" : "table";
  const { cache, cacheParts } = openCache({ megabytes: MEGABYTES, clock, now, lives });
  const versions = changing(world, startMs);
  const came = { costS: 0, stale: 0, asked: 0 };
  let lookedMs = 0;
  for (const quote of trace.quotes) {
    const atMs = STRETCH * quote.atMs;
    clock.set(Temporal.Instant.fromEpochMilliseconds(startMs + atMs).toString());
    if (cacheParts.adaptiveLives !== null && atMs - lookedMs >= LOOK_EVERY_MS) {
      lookedMs = atMs;
      look(cacheParts.adaptiveLives, cacheParts, world);
    }
    for (const { key, load } of asksOf(quote, 0, sources)) {
      const category = key.category === "place" ? CacheCategory.GEOCODE : CacheCategory.ROUTE;
      if (key.category === "pricing") continue;
      const { id } = key;
      const choice = factor === null
        ? undefined
        : { ttlMs: factor * CACHE_POLICIES[category].ttlMs };
      const value = await cache.get({ category, id }, async () => {
        came.costS += world[category].tookMs / 1_000;
        return { ...Object(await load(id)), version: versions(category, id, clock) };
      }, choice);
      if (quote.isScan) continue;
      came.asked++;
      if (Object(value).version !== versions(category, id, clock)) came.stale++;
    }
  }
  return { costS: came.costS, staleShare: came.stale / came.asked };
}

/** Loads take what the world says, which the clock of the day does not. */
function look(
  lives: AdaptiveLives,
  { stats }: ReturnType<typeof openCache>["cacheParts"],
  world: World,
): void {
  for (const category of ["geocode", "route"] as const) {
    const counts = stats.of(category);
    counts.loadMs = counts.loads * world[category].tookMs;
  }
  lives.look();
}

/** The version something has now: it changes by chance, on average after the days of its kind (Poisson). */
function changing(world: World, startMs: number) {
  const known = new Map<string, { ends: number[]; next: () => number }>();
  return (category: "geocode" | "route", id: string, clock: ManualClock): number => {
    const name = `${category} ${id}`;
    let of = known.get(name);
    if (of === undefined) {
      const random = seeded(hash(name));
      const next = () => -Math.log(1 - random()) * world[category].days * DAY_MS;
      known.set(name, of = { ends: [startMs + next()], next });
    }
    const nowMs = clock.now().epochMilliseconds;
    while ((of.ends.at(-1) ?? 0) <= nowMs) of.ends.push((of.ends.at(-1) ?? 0) + of.next());
    return of.ends.filter((end) => end <= nowMs).length;
  };
}

function hash(text: string): number {
  let sum = 7;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum, 31) + text.charCodeAt(i) | 0;
  return Math.abs(sum);
}
