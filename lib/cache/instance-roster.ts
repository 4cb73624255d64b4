// The instances that share a tier, each in a place of its own: bounded places, taken without a lock, and left by time.
import type { Agreement } from "./agreement.ts";
import { type CacheCounts, type CacheStats, hitsOf } from "./cache-stats.ts";
import { CACHE_CATEGORIES, type CacheCategory } from "./category.ts";
import type { EntrySealer } from "./entry-sealer.ts";
import type { GuardedTier } from "./guarded-tier.ts";
import { type CategoryFigures, type InstanceFigures, instanceFigures } from "./instance-figures.ts";
import type { KnownLog } from "./known-log.ts";
import type { MemoryTier } from "./memory-tier.ts";
import type { TierDeadlines } from "./policy.ts";

/** Most instances that are listed; each page reads all places. */
export const MAX_INSTANCES = 16;
/** How often each writes, in milliseconds. */
export const WRITE_EVERY_MS = 10_000;
/** One that has not written for so long does not answer, or has ended; after the next it is gone. */
const STALE_MS = 25_000;
const GONE_MS = 60_000;

/** What it stands on. */
export interface InstanceRosterDeps {
  tier: GuardedTier | null;
  sealer: EntrySealer;
  agreement: Pick<Agreement, "catchUp">;
  log: KnownLog;
  stats: CacheStats;
  memory: MemoryTier;
  deadlines: TierDeadlines;
  /** Epoch milliseconds. */
  wallMs: () => number;
  /** Names this instance: unlike every other. */
  name: string;
}

/** An instance as the others see it. */
export interface SeenInstance extends InstanceFigures {
  isOwn: boolean;
  /** It has not told of itself for longer than it should. */
  isStale: boolean;
  /** It knows of every invalidation this one knows of. */
  hasAll: boolean;
}

/** The roster. */
export class InstanceRoster {
  readonly #deps: InstanceRosterDeps;
  readonly #since: string;
  #place: number | null = null;

  constructor(deps: InstanceRosterDeps) {
    this.#deps = deps;
    this.#since = new Date(deps.wallMs()).toISOString();
  }

  /** Tells the others of this one. Where two took a place at once, who finds itself written over takes another. */
  async write(): Promise<void> {
    const { tier, sealer, agreement, deadlines, wallMs, name } = this.#deps;
    if (tier === null) return;
    // So that it counts as having taken what others purged: whoever is asked nothing does not look by itself.
    await agreement.catchUp();
    const places = await this.#readAll();
    const own = this.#place === null ? undefined : places[this.#place];
    const isOurs = own === null || own?.name === name;
    if (this.#place === null || !isOurs) {
      const free = places.flatMap((one, i) => one === null ? [i] : []);
      // Not the first of all: those that begin together would meet there again and again.
      this.#place = free[hashOf(name) % Math.max(1, free.length)] ?? null;
    }
    if (this.#place === null) return;
    const at = this.#at(this.#place);
    const text = new TextEncoder().encode(JSON.stringify(this.#figures()));
    const sealed = await sealer.seal(at, undefined, text);
    if (sealed === null) return;
    const expiresAtMs = wallMs() + GONE_MS;
    await tier.write(at.key, sealed, { expiresAtMs, deadlineMs: deadlines.writeDeadlineMs });
  }

  /** All that have told of themselves lately, this one as it is now; null where nothing is shared. */
  async read(): Promise<SeenInstance[] | null> {
    const { tier, log, wallMs, name } = this.#deps;
    if (tier === null) return null;
    const others = (await this.#readAll()).flatMap((one) =>
      one === null || one.name === name ? [] : [one]
    );
    const nowMs = wallMs();
    const { epoch, seq } = log.head;
    return [this.#figures(), ...others].map((one) => ({
      ...one,
      isOwn: one.name === name,
      isStale: nowMs - one.atMs > STALE_MS,
      hasAll: one.log.epoch === epoch && one.log.seq >= seq,
    }));
  }

  #figures(): InstanceFigures {
    const { stats, memory, log, wallMs, name } = this.#deps;
    const { misses, savedMs, loadMs, ...counts } = stats.sum();
    const bytes = CACHE_CATEGORIES.reduce((sum, one) => sum + memory.state(one).bytes, 0);
    return {
      ...{ name, since: this.#since, atMs: wallMs(), misses, savedMs, loadMs },
      ...{ hits: hitsOf({ ...counts, misses, savedMs, loadMs }), bytes, maxBytes: memory.maxBytes },
      categories: CACHE_CATEGORIES.flatMap((category) => categoryOf(category, stats.of(category))),
      log: log.head,
    };
  }

  #readAll(): Promise<(InstanceFigures | null)[]> {
    const { tier, sealer, deadlines } = this.#deps;
    return Promise.all(Array.from({ length: MAX_INSTANCES }, async (_, place) => {
      const at = this.#at(place);
      const found = await tier?.read(at.key, deadlines.readDeadlineMs);
      const entry = found?.entry ?? null;
      const bytes = entry === null ? null : await sealer.open(at, undefined, entry);
      return bytes === null ? null : figuresOf(new TextDecoder().decode(bytes));
    }));
  }

  #at(place: number) {
    return { kind: "figures", key: this.#deps.sealer.nameFor(`figures ${place}`) };
  }
}

/** A category that was asked for something. */
function categoryOf(category: CacheCategory, counts: CacheCounts): CategoryFigures[] {
  const { misses, loadMs, savedMs } = counts;
  const hits = hitsOf(counts);
  return hits + misses === 0 ? [] : [{ category, hits, misses, loadMs, savedMs }];
}

/** Another build may tell other figures: it is not listed. */
function figuresOf(text: string): InstanceFigures | null {
  const read = instanceFigures.safeParse(JSON.parse(text));
  return read.success ? read.data : null;
}

function hashOf(name: string): number {
  return [...name].reduce((sum, one) => (31 * sum + one.charCodeAt(0)) >>> 0, 7);
}
