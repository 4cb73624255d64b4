// Loads before anybody asks what was asked for most: by priority, then by how often, within a budget.
import type { AccessPatterns } from "./access-patterns.ts";
import type { Cache } from "./cache.ts";
import { type CacheKey, idOf, subjectOf } from "./cache-key.ts";
import type { CacheCategory } from "./category.ts";
import type { CachePolicy } from "./policy.ts";

/** What comes first. */
export const WARM_PRIORITIES = ["high", "normal", "low"] as const;

/** One of them. */
export type WarmPriority = typeof WARM_PRIORITIES[number];

/** What of one category is to be loaded. */
export interface WarmRequest {
  category: CacheCategory;
  /** Loads the value of a key, as whoever asks for it later would. */
  dataLoader: (key: string) => Promise<unknown>;
  priority: WarmPriority;
  /** Ids; without them those that were asked for most. */
  keys?: readonly string[];
  /** Of private data: whose an id is; without it the id names the person. */
  subjectOf?: (key: string) => string;
  /** The tags whoever asks later gives the key. */
  tagsOf?: (key: string) => readonly string[];
}

/** What warming may cost. */
export interface WarmBudget {
  /** Most keys in all. */
  keys: number;
  /** No load begins later than that, in milliseconds from the start. */
  ms: number;
  /** Loads at once: those who ask meanwhile come first. */
  atOnce: number;
}

/** What came of it. */
export interface Warmed {
  /** Loaded, or found in another tier. */
  warmed: number;
  failed: number;
  /** Left out, because the budget was spent. */
  left: number;
}

/** A warming that is over. */
export interface WarmingDone extends Warmed {
  /** Instant it ended at. */
  at: string;
  budget: WarmBudget;
}

/** What warming may cost unless it is said. */
export const WARM_BUDGET: WarmBudget = { keys: 5_000, ms: 30_000, atOnce: 4 };

/** What it stands on. */
export interface WarmDeps {
  cache: Cache;
  patterns: AccessPatterns;
  policyOf: (category: CacheCategory) => CachePolicy;
  /** Milliseconds, on a clock that only goes forward. */
  now: () => number;
}

interface Wanted {
  key: CacheKey;
  load: WarmRequest["dataLoader"];
}

/** Warms; a load that fails costs its key alone. */
export async function warmCache(
  deps: WarmDeps,
  requests: readonly WarmRequest[],
  budget: WarmBudget = WARM_BUDGET,
): Promise<Warmed> {
  const all = inOrder(requests).flatMap((request) => wantedOf(deps, request));
  const wanted = all.slice(0, budget.keys);
  const untilMs = deps.now() + budget.ms;
  const done = { warmed: 0, failed: 0 };
  const next = wanted.values();
  const work = async () => {
    for (const { key, load } of next) {
      await deps.cache.get(key, load).then(() => done.warmed++, () => done.failed++);
      if (deps.now() >= untilMs) return;
    }
  };
  await Promise.all(Array.from({ length: budget.atOnce }, work));
  return { ...done, left: all.length - done.warmed - done.failed };
}

function inOrder(requests: readonly WarmRequest[]): WarmRequest[] {
  const rank = ({ priority }: WarmRequest) => WARM_PRIORITIES.indexOf(priority);
  return [...requests].sort((a, b) => rank(a) - rank(b));
}

function wantedOf({ patterns, policyOf }: WarmDeps, request: WarmRequest): Wanted[] {
  const { category, dataLoader: load, keys, tagsOf } = request;
  const isPrivate = policyOf(category).privacy === "private";
  const named =
    keys?.map((id) => ({ id, subject: request.subjectOf?.(id) ?? personSubject(id) })) ??
      patterns.hottest(category).map(({ name }) => ({ id: idOf(name), subject: subjectOf(name) }));
  return named.map(({ id, subject }) => ({
    load,
    key: {
      ...{ category, id },
      ...(isPrivate && subject !== undefined ? { subject } : {}),
      ...(tagsOf === undefined ? {} : { tags: tagsOf(id) }),
    },
  }));
}

/** The subject of a person with an account. */
export function personSubject(id: string): string {
  return `person/${id}`;
}
