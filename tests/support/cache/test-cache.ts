// A cache of a test: clocks that stand still, a loader that is counted, a tier between two instances.
import { type CacheServices, cacheServices } from "../../../lib/cache/services.ts";
import type { EntrySealer } from "../../../lib/cache/entry-sealer.ts";
import type { TierDeadlines } from "../../../lib/cache/policy.ts";
import type { NetworkTier } from "../../../lib/cache/network-tier.ts";
import type { CacheFitting } from "../../../lib/cache/settings.ts";
import { CacheManager, type CacheManagerDeps } from "../../../lib/cache-manager.ts";
import { type ManualClock, manualClock } from "../../../lib/kernel/clock.ts";
import { keptLog } from "../kept-log.ts";

/** Where its clocks stand at first. */
const START = "2026-11-23T05:00:00Z";

/** An instance of a test. */
export interface TestCache extends CacheServices {
  manager: CacheManager;
  clock: ManualClock;
  /** Lets time pass on both clocks. */
  pass(ms: number): void;
  /** Events of the log. */
  events: () => string[];
}

/** What a test may choose. */
export interface TestCacheOptions {
  tier?: NetworkTier | null;
  clock?: ManualClock;
  sealer?: EntrySealer;
  release?: string;
  megabytes?: number;
  lives?: CacheFitting;
  /** Where a tier is a real one, and nothing is asked about deadlines: long ones, for a busy machine. */
  deadlines?: TierDeadlines;
}

/** One instance. */
export function testCache(options: TestCacheOptions = {}): TestCache {
  const { tier = null, clock = manualClock(START), sealer = OPEN_SEALER } = options;
  const { log, records } = keptLog(clock);
  const services = cacheServices({
    config: { cacheMemory: options.megabytes ?? 8, cacheLives: options.lives ?? "table" },
    ...{ cacheTier: tier, entrySealer: sealer, release: options.release ?? "test" },
    ...{ clock, log, chance: () => 0 },
    now: () => clock.now().epochMilliseconds,
    ...(options.deadlines === undefined ? {} : { deadlines: options.deadlines }),
  });
  return {
    ...services,
    ...{ manager: new CacheManager(withoutDatabase(services)), clock },
    pass: (ms) => clock.advance({ milliseconds: ms }),
    events: () => records.map(({ event }) => event),
  };
}

/** For whoever asks no question to the database. */
export function withoutDatabase(services: CacheServices): CacheManagerDeps {
  return {
    ...services,
    get db(): never {
      throw new Error("This cache has no database");
    },
  };
}

/** Seals nothing: for tests of what lies behind. */
export const OPEN_SEALER: EntrySealer = {
  nameFor: (text) => text,
  seal: (_at, _subject, bytes) => Promise.resolve(bytes),
  open: (_at, _subject, sealed) => Promise.resolve(sealed),
};

/** A loader that gives what a source holds, and counts. */
export function countedLoad<Value>(source: { value: Value }) {
  const load = () => {
    load.count++;
    return Promise.resolve(source.value);
  };
  load.count = 0;
  return load;
}
