// Front door to what is kept ready: asked by one call, invalidated, warmed, and told about in figures.
import { analyse, type CacheAnalytics } from "./cache/analyse-cache.ts";
import type { Load } from "./cache/cache.ts";
import { type CacheKey, idOf, subjectOf } from "./cache/cache-key.ts";
import { CACHE_CATEGORIES, CacheCategory } from "./cache/category.ts";
import { forgetSubject } from "./cache/forget-subject.ts";
import { MAX_PATTERN_LENGTH } from "./cache/invalidation.ts";
import type { CachePolicy, PolicyChoice } from "./cache/policy.ts";
import { cachedQuery, type CachedQuestion } from "./cache/cached-query.ts";
import type { CacheServices } from "./cache/services.ts";
import type { Database } from "./kv/open.ts";
import {
  WARM_BUDGET,
  type WarmBudget,
  warmCache,
  type Warmed,
  type WarmingDone,
  type WarmPriority,
  type WarmRequest,
} from "./cache/warm-cache.ts";

export { CACHE_CATEGORIES, CacheCategory };
export type {
  CacheAnalytics,
  CachedQuestion,
  CacheKey,
  CachePolicy,
  Load,
  PolicyChoice,
  WarmBudget,
  Warmed,
  WarmPriority,
  WarmRequest,
};

/** What the door stands on. */
export interface CacheManagerDeps extends CacheServices {
  db: Pick<Database, "read">;
}

/** The door. No promise rejects because of a tier; `get` rejects as its loader does. */
export class CacheManager {
  readonly #deps: CacheManagerDeps;
  #warming: WarmingDone | null = null;

  constructor(deps: CacheManagerDeps) {
    this.#deps = deps;
  }

  /**
   * What is kept under a key, or what `load` gives; however many ask at once, it is loaded once. What comes back is
   * frozen. `policy` changes times for this key; where and for whom it is kept is the category's.
   */
  get<Value>(key: CacheKey, load: Load<Value>, policy?: PolicyChoice): Promise<Value> {
    return this.#deps.cache.get(key, load, policy);
  }

  /**
   * What a question to the database answers, kept as long as the rows it depends on stay as they are: their versionstamps
   * are part of its key, so that nobody has to tell of a change.
   */
  query<Value>(question: CachedQuestion, load: () => Promise<Value>): Promise<Value> {
    return cachedQuery(this.#deps, question, load);
  }

  /** What is held in this process and fresh, at once; undefined where that is not known without asking. */
  peek(key: CacheKey): unknown {
    return this.#deps.cache.peek(key);
  }

  /** Keeps what is known already; only for whoever is the one source of it. */
  put(key: CacheKey, value: unknown, policy?: PolicyChoice): void {
    this.#deps.cache.put(key, value, policy);
  }

  /**
   * Says that one key is no longer true. Call it once the change is committed. True when it holds in all instances; false
   * when the network tier does not answer, which is then told again and again.
   */
  invalidateKey(key: CacheKey): Promise<boolean> {
    const { cache } = this.#deps;
    return cache.invalidate({ kind: "key", category: key.category, name: cache.nameOf(key) });
  }

  /** The same of everything that was asked for with a tag. */
  invalidateTag(tag: string): Promise<boolean> {
    return this.#deps.cache.invalidate({ kind: "tag", tag });
  }

  /** The same of all ids of a form; `*` stands for any characters. Throws RangeError for a pattern that is too long. */
  invalidatePattern(category: CacheCategory, pattern: string): Promise<boolean> {
    if (pattern.length > MAX_PATTERN_LENGTH) throw new RangeError("The pattern is too long");
    return this.#deps.cache.invalidate({ kind: "pattern", category, pattern });
  }

  /** The same of a whole category. */
  invalidateCategory(category: CacheCategory): Promise<boolean> {
    return this.#deps.cache.invalidate({ kind: "category", category });
  }

  /** The same of everything private of a subject, such as `person/01K…`; that they were asked for is forgotten too. */
  invalidateSubject(subject: string): Promise<boolean> {
    return forgetSubject(this.#deps, subject);
  }

  /**
   * Loads before anybody asks: the keys that were asked for most, or those that are given, by priority and within a
   * budget. A key whose loader fails costs nothing but itself.
   */
  async warmCache(
    requests: readonly WarmRequest[],
    chosen: Partial<WarmBudget> = {},
  ): Promise<Warmed> {
    const { cache, cacheParts } = this.#deps;
    await cacheParts.patternKeeper.read();
    const budget = { ...WARM_BUDGET, ...chosen };
    const warmed = await warmCache({ ...cacheParts, cache }, requests, budget);
    this.#warming = { ...warmed, budget, at: cacheParts.instant() };
    return warmed;
  }

  /** What is asked for most in a category, as warming would take it. */
  async hottest(category: CacheCategory, most?: number): Promise<CacheKey[]> {
    const { patterns, patternKeeper } = this.#deps.cacheParts;
    await patternKeeper.read();
    return patterns.hottest(category, most).map(({ name }) => {
      const subject = subjectOf(name);
      return { category, id: idOf(name), ...(subject === undefined ? {} : { subject }) };
    });
  }

  /** Figures since the process began: hits by tier and category, bytes, time saved, evictions, hot keys, cost of misses. */
  getAnalytics(): CacheAnalytics {
    return analyse(this.#deps.cacheParts, this.#warming);
  }
}

/** Makes the door. */
export function createCacheManager(services: CacheManagerDeps): CacheManager {
  return new CacheManager(services);
}

/** The door as a service. */
export function cacheManagerServices(below: CacheManagerDeps): { cacheManager: CacheManager } {
  return { cacheManager: createCacheManager(below) };
}
