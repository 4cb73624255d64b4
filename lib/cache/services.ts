// The services of this room: the cache with its tiers, and what is known of them.
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import { AccessPatterns } from "./access-patterns.ts";
import { AdaptiveLives } from "./adaptive-lives.ts";
import { AdaptiveShares } from "./adaptive-shares.ts";
import { Agreement } from "./agreement.ts";
import { Cache } from "./cache.ts";
import { CacheStats } from "./cache-stats.ts";
import type { CacheCategory } from "./category.ts";
import type { EntrySealer } from "./entry-sealer.ts";
import { FreshHits } from "./fresh-hits.ts";
import { GuardedTier } from "./guarded-tier.ts";
import { HeldEntries } from "./held-entries.ts";
import { InstanceRoster } from "./instance-roster.ts";
import { KnownLog } from "./known-log.ts";
import { MemoryTier } from "./memory-tier.ts";
import { NetworkEntries } from "./network-entries.ts";
import type { NetworkTier } from "./network-tier.ts";
import { PatternKeeper } from "./pattern-keeper.ts";
import type { CacheFitting } from "./settings.ts";
import {
  CACHE_POLICIES,
  type CachePolicy,
  READ_DEADLINE_MS,
  type TierDeadlines,
  WRITE_DEADLINE_MS,
} from "./policy.ts";

/** What the room stands on. */
export interface CacheBelow {
  config: { cacheMemory: number; cacheShares?: CacheFitting; cacheLives?: CacheFitting };
  /** Null where this instance shares nothing. */
  cacheTier: NetworkTier | null;
  entrySealer: EntrySealer;
  /** Of the build. */
  release: string;
  clock: Clock;
  log: Logger;
  /** How long the network tier may take; what the table says unless a test chooses. */
  deadlines?: TierDeadlines;
  /** Milliseconds, on a clock that only goes forward, and chance from 0 to 1; the machine's unless a test chooses. */
  now?: () => number;
  chance?: () => number;
}

/** What this room gives to those above it. */
export interface CacheServices {
  cache: Cache;
  cacheParts: CacheParts;
}

/** What the front door and the room's work need of the cache. */
export interface CacheParts {
  memory: MemoryTier;
  tier: GuardedTier | null;
  network: NetworkEntries | null;
  /** Null where memory is divided by the table. */
  adaptiveShares: AdaptiveShares | null;
  /** Null where times to live are the table's. */
  adaptiveLives: AdaptiveLives | null;
  agreement: Agreement;
  stats: CacheStats;
  patterns: AccessPatterns;
  patternKeeper: PatternKeeper;
  instances: InstanceRoster;
  policyOf: (category: CacheCategory) => CachePolicy;
  now: () => number;
  /** The instant it is. */
  instant: () => string;
  /** Instant from which everything is counted. */
  since: string;
}

/** Of an instance's name: sixteen of them hardly ever share one. */
const NAME_LENGTH = 8;
const BYTES_A_MEGABYTE = 1_024 * 1_024;

/** Composes the room's services. */
export function cacheServices(below: CacheBelow): CacheServices {
  const { config, clock, entrySealer: sealer, release } = below;
  const { now = () => performance.now(), chance = Math.random } = below;
  const wallMs = () => clock.now().epochMilliseconds;
  const log = new KnownLog();
  const tier = guarded(below, now);
  const { deadlines = DEADLINES } = below;
  const agreement = new Agreement({ tier, log, sealer, deadlines, now });
  const deps = { sealer, log, agreement, release, wallMs };
  const network = tier === null ? null : new NetworkEntries({ ...deps, tier });
  const memory = new MemoryTier(config.cacheMemory * BYTES_A_MEGABYTE);
  const stats = new CacheStats();
  const patterns = new AccessPatterns();
  const adaptiveLives = config.cacheLives === "observed" ? new AdaptiveLives({ stats }) : null;
  const policyOf = policiesOf(below.deadlines, adaptiveLives);
  const entries = new HeldEntries({ memory, log, now, wallMs });
  const of = { memory, entries, agreement, log, stats, patterns, policyOf, now };
  const freshHits = new FreshHits(of);
  const cache = new Cache({ ...of, freshHits, network, adaptiveLives, wallMs, chance });
  const patternKeeper = new PatternKeeper({ tier, sealer, patterns, wallMs });
  const name = crypto.randomUUID().slice(0, NAME_LENGTH);
  const ofRoster = { tier, sealer, agreement, log, stats, memory, deadlines, wallMs, name };
  const instances = new InstanceRoster(ofRoster);
  const isObserved = config.cacheShares === "observed";
  const adaptiveShares = isObserved ? new AdaptiveShares({ memory, stats }) : null;
  const tiers = { memory, tier, network, adaptiveShares, adaptiveLives, agreement };
  const parts = { ...tiers, stats, patterns, patternKeeper, instances, policyOf, now };
  const instant = () => clock.now().toString();
  return { cache, cacheParts: { ...parts, instant, since: instant() } };
}

const DEADLINES = { readDeadlineMs: READ_DEADLINE_MS, writeDeadlineMs: WRITE_DEADLINE_MS };

function policiesOf(
  deadlines: TierDeadlines | undefined,
  lives: AdaptiveLives | null,
): CacheParts["policyOf"] {
  if (deadlines === undefined && lives === null) return (category) => CACHE_POLICIES[category];
  return (category) => {
    const table = { ...CACHE_POLICIES[category], ...deadlines };
    return lives === null ? table : { ...table, ttlMs: lives.ttlMs(category) };
  };
}

function guarded({ cacheTier, log }: CacheBelow, now: () => number): GuardedTier | null {
  if (cacheTier === null) return null;
  const facts = { code: cacheTier.kind };
  return new GuardedTier(cacheTier, {
    now,
    onChange: (word) => {
      if (word === "open") log.warn("the shared cache is left alone", facts);
      if (word === "closed") log.info("the shared cache answers again", facts);
    },
  });
}
