// The short way: what is held, fresh and true is given at once. Everything else takes the long way, which asks others.
import type { AccessPatterns } from "./access-patterns.ts";
import type { Agreement } from "./agreement.ts";
import { type CacheKey, joinedName } from "./cache-key.ts";
import type { CacheCounts, CacheStats } from "./cache-stats.ts";
import { CACHE_CATEGORIES, type CacheCategory } from "./category.ts";
import type { HeldEntries } from "./held-entries.ts";
import type { KnownLog } from "./known-log.ts";
import type { HeldEntry, HeldPart, MemoryTier } from "./memory-tier.ts";
import type { CachePolicy } from "./policy.ts";

/** What it stands on. */
export interface FreshHitsDeps {
  memory: MemoryTier;
  entries: HeldEntries;
  stats: CacheStats;
  agreement: Agreement;
  log: KnownLog;
  patterns: AccessPatterns;
  policyOf: (category: CacheCategory) => CachePolicy;
  /** Milliseconds, on a clock that only goes forward. */
  now: () => number;
}

/** Of so many hits one is noted; a power of two. What is hot is hot in a sample too. */
export const SAMPLE = 16;

/** Everything a hit of one category needs, found by one look. */
interface Lane {
  part: HeldPart;
  counts: CacheCounts;
  isPrivate: boolean;
  isRecorded: boolean;
  /** Others must be asked before each hit. */
  isExact: boolean;
}

/** Hits of one process. Its parts are fields: each step from one object to the next is a tenth of a hit. */
export class FreshHits {
  readonly #lanes: Readonly<Record<string, Lane>>;
  readonly #isAlone: boolean;
  readonly #agreement: Agreement;
  readonly #log: KnownLog;
  readonly #entries: HeldEntries;
  readonly #patterns: AccessPatterns;
  readonly #now: () => number;
  #asked = 0;

  constructor(deps: FreshHitsDeps) {
    this.#isAlone = deps.agreement.isAlone;
    this.#agreement = deps.agreement;
    this.#log = deps.log;
    this.#entries = deps.entries;
    this.#patterns = deps.patterns;
    this.#now = deps.now;
    this.#lanes = Object.fromEntries(CACHE_CATEGORIES.map((one) => [one, laneOf(deps, one)]));
  }

  /** What may be given at once, and is counted as given; undefined where that is not known without asking. */
  find(key: CacheKey): HeldEntry | undefined {
    const lane = this.#lanes[key.category];
    if (lane === undefined) return undefined;
    if (!this.#isAlone && (lane.isExact || this.#agreement.isOld())) return undefined;
    const name = lane.isPrivate ? joinedName(key.subject, key.id) : key.id;
    const held = lane.part.lru.get(name);
    if (held === undefined || this.#now() >= held.freshUntilMs) return undefined;
    // Mostly that is one comparison of numbers.
    if (held.checkedAt !== this.#log.version) {
      if (!this.#entries.isTrue({ category: key.category, name }, held)) return undefined;
    }
    const { counts } = lane;
    held.uses++;
    counts.memoryHits++;
    counts.savedMs += held.loadMs;
    if (held.value === null) counts.nothingHits++;
    if ((++this.#asked & (SAMPLE - 1)) === 0 && lane.isRecorded) {
      this.#patterns.note(key.category, name, SAMPLE);
    }
    return held;
  }
}

function laneOf({ memory, stats, policyOf }: FreshHitsDeps, category: CacheCategory): Lane {
  const { privacy, isRecorded, agreement } = policyOf(category);
  return {
    part: memory.part(category),
    counts: stats.of(category),
    isPrivate: privacy === "private",
    isRecorded,
    isExact: agreement === "exact",
  };
}
