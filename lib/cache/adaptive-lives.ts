// Fits times to live to what is observed: how often a load brings another value, and what it takes.
import { type CacheStats, hitsOf } from "./cache-stats.ts";
import { CacheCategory } from "./category.ts";
import { fittedLives, type Observed } from "./life-rules.ts";
import type { HeldEntry } from "./memory-tier.ts";
import { CACHE_POLICIES } from "./policy.ts";

/** Those of which time is the bound; the ids of the others say all that their values follow from. */
const FITTED: readonly CacheCategory[] = [
  CacheCategory.USER_DATA,
  CacheCategory.ROUTE,
  CacheCategory.GEOCODE,
];
/** More renewals than that count half: what changed often last month may have come to rest. */
const MANY_RENEWALS = 1_000;

type Noted = Pick<Observed, "renewals" | "changes" | "agesMs"> & { hits: number };

/** The times to live of one process. */
export class AdaptiveLives {
  readonly #stats: CacheStats;
  readonly #ttls = new Map<CacheCategory, number>();
  readonly #noted = new Map<CacheCategory, Noted>();

  constructor({ stats }: { stats: CacheStats }) {
    this.#stats = stats;
    for (const one of FITTED) this.#noted.set(one, { ...NOTHING });
  }

  /** How long a category is fresh, in milliseconds. */
  ttlMs(category: CacheCategory): number {
    return this.#ttls.get(category) ?? CACHE_POLICIES[category].ttlMs;
  }

  /** Notes what a load brought, and when, in the place of what is held; that may be over. */
  note(category: CacheCategory, { held, value, loadedMs }: {
    held: HeldEntry | undefined;
    value: unknown;
    loadedMs: number;
  }): void {
    const noted = this.#noted.get(category);
    if (noted === undefined || held === undefined || held.loadedMs === null) return;
    noted.renewals++;
    noted.agesMs += loadedMs - held.loadedMs;
    // Both have a form in JSON, and came from one loader: what is the same has the same one.
    if (JSON.stringify(held.value) !== JSON.stringify(value)) noted.changes++;
  }

  /** Looks at what was noted, and fits what has enough to say. */
  look(): void {
    for (const [category, ttlMs] of fittedLives(FITTED.map((one) => this.#now(one)))) {
      this.#ttls.set(category, ttlMs);
    }
    for (const [category, noted] of this.#noted) {
      if (noted.renewals < MANY_RENEWALS) continue;
      const counted = hitsOf(this.#stats.of(category));
      const { renewals, changes, agesMs, hits } = noted;
      const half = { renewals: renewals / 2, changes: changes / 2, agesMs: agesMs / 2 };
      this.#noted.set(category, { ...half, hits: hits + (counted - hits) / 2 });
    }
  }

  #now(category: CacheCategory): Observed {
    const counts = this.#stats.of(category);
    const { hits = 0, ...noted } = this.#noted.get(category) ?? NOTHING;
    return {
      ...{ category, ...noted },
      ...{ ttlMs: this.ttlMs(category), tableMs: CACHE_POLICIES[category].ttlMs },
      hits: hitsOf(counts) - hits,
      loadMs: counts.loads === 0 ? 0 : counts.loadMs / counts.loads,
    };
  }
}

const NOTHING: Noted = { renewals: 0, changes: 0, agesMs: 0, hits: 0 };
