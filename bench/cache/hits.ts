// What a hit in memory costs beside the bare library: its own read, and its own read-through.
import { LRUCache } from "lru-cache";
import { CacheCategory } from "../../lib/cache/category.ts";
import { coarseClock } from "../../lib/cache/coarse-clock.ts";
import { openCache } from "./open-cache.ts";

const KEYS = 3_000;
const ROUNDS = 200;
/** The promise. */
const LEAST_RATIO = 0.8;

/** Prints both ratios; true when the product's own call keeps the promise. */
export async function measureHits(): Promise<boolean> {
  const { cache } = openCache({ megabytes: 64, now: coarseClock() });
  const keys = Array.from({ length: KEYS }, (_, i) => ({
    category: CacheCategory.PLACE,
    id: `place ${i}`,
  }));
  const load = (id: string) => Promise.resolve({ id });
  const lru = new LRUCache<string, { id: string }>({
    maxSize: 64 * 1_024 * 1_024,
    ttl: 3_600_000,
    fetchMethod: load,
  });
  for (const key of keys) {
    await cache.get(key, load);
    lru.set(key.id, { id: key.id }, { size: 100 });
  }
  const costs = await inTurn({
    async fetch() {
      for (const { id } of keys) if (await lru.fetch(id) === undefined) throw new Error(id);
    },
    async get() {
      for (const key of keys) if (await cache.get(key, load) === undefined) throw new Error(key.id);
    },
    bare() {
      for (const { id } of keys) if (lru.get(id) === undefined) throw new Error(id);
      return Promise.resolve();
    },
    peek() {
      for (const key of keys) if (cache.peek(key) === undefined) throw new Error(key.id);
      return Promise.resolve();
    },
  });
  const { fetch = 0, get = 1, bare = 0, peek = 1 } = costs;
  console.info(`get ${get} ns, lru-cache fetch ${fetch} ns: ratio ${(fetch / get).toFixed(2)}`);
  console.info(`peek ${peek} ns, lru-cache get ${bare} ns: ratio ${(bare / peek).toFixed(2)}`);
  return fetch / get >= LEAST_RATIO;
}

/** The fastest round of each, in nanoseconds a key; they take turns, so that a busy minute meets all of them. */
async function inTurn(
  work: Readonly<Record<string, () => Promise<void>>>,
): Promise<Record<string, number>> {
  const least: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(work)) {
      const from = performance.now();
      await run();
      least[name] = Math.min(least[name] ?? Infinity, performance.now() - from);
    }
  }
  return Object.fromEntries(
    Object.entries(least).map(([name, ms]) => [name, Math.round(ms * 1e6 / KEYS)]),
  );
}
