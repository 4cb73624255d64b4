// A cache as the product has it, alone or on a tier, with clocks a bench may turn.
import { type CacheServices, cacheServices } from "../../lib/cache/services.ts";
import type { EntrySealer } from "../../lib/cache/entry-sealer.ts";
import type { NetworkTier } from "../../lib/cache/network-tier.ts";
import type { CacheFitting } from "../../lib/cache/settings.ts";
import type { TierDeadlines } from "../../lib/cache/policy.ts";
import { type Clock, systemClock } from "../../lib/kernel/clock.ts";
import type { Logger } from "../../lib/kernel/log.ts";

/** What may be chosen. */
export interface OpenCacheOptions {
  megabytes: number;
  now: () => number;
  clock?: Clock;
  tier?: NetworkTier | null;
  chance?: () => number;
  deadlines?: TierDeadlines;
  lives?: CacheFitting;
}

/** Says nothing. */
const SILENT: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  with: () => SILENT,
};

/** Seals nothing: what sealing costs is measured by `deno task bench sealing`. */
const PLAIN: EntrySealer = {
  nameFor: (text) => text,
  seal: (_at, _subject, bytes) => Promise.resolve(bytes),
  open: (_at, _subject, sealed) => Promise.resolve(sealed),
};

/** Opens one. */
export function openCache(
  {
    megabytes,
    now,
    clock = systemClock,
    tier = null,
    chance = Math.random,
    deadlines,
    lives = "table",
  }: OpenCacheOptions,
): CacheServices {
  return cacheServices({
    config: { cacheMemory: megabytes, cacheLives: lives },
    ...{ cacheTier: tier, entrySealer: PLAIN, release: "bench" },
    ...{ clock, log: SILENT, now, chance, ...(deadlines === undefined ? {} : { deadlines }) },
  });
}
