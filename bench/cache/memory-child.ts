// A million distinct keys in a process of its own, through the cache, through the bare library, or kept by nobody: prints
// what memory that took.
import { LRUCache } from "lru-cache";
import { coarseClock } from "../../lib/cache/coarse-clock.ts";
import { CacheCategory } from "../../lib/cache/category.ts";
import { heldBytes } from "../../lib/cache/held-bytes.ts";
import { openCache } from "./open-cache.ts";

/** Who holds the million. */
export const HOLDERS = ["nobody", "lru-cache", "ours"] as const;

/** What it prints, in megabytes. */
export interface MemoryTaken {
  holder: typeof HOLDERS[number];
  configured: number;
  charged: number;
  entries: number;
  /** Used once collected, the most V8 had asked the machine for, and the resident size. */
  heap: number;
  committed: number;
  rss: number;
}

type Value = string | number | object;

/** Somewhere to put a million values. */
interface Holder {
  ask: (i: number) => Promise<unknown>;
  held: () => { bytes: number; entries: number };
}

const KEYS = 1_000_000;
const MEGABYTE = 1_024 * 1_024;
const LOOK_EVERY = 20_000;
/** What the bare library is charged for an entry beside its value: its key and the library's own rows. */
const BARE_BYTES = 160;

if (import.meta.main) {
  const [named, megabytes] = Deno.args;
  const configured = Number(megabytes);
  const holder = HOLDERS.find((one) => one === named) ?? "ours";
  const { ask, held } = openHolder(holder, configured);
  collect();
  const before = Deno.memoryUsage();
  let committed = before.heapTotal;
  for (let i = 0; i < KEYS; i++) {
    await ask(i);
    if (i % LOOK_EVERY > 0) continue;
    // The event loop turns, as it does between requests.
    await new Promise((resolve) => setTimeout(resolve, 0));
    committed = Math.max(committed, Deno.memoryUsage().heapTotal);
  }
  collect();
  const after = Deno.memoryUsage();
  // Looked at last, so that what is held was held when it was measured.
  const { bytes, entries } = held();
  const taken: MemoryTaken = {
    ...{ holder, configured, entries, charged: bytes / MEGABYTE },
    heap: (after.heapUsed - before.heapUsed) / MEGABYTE,
    committed: (committed - before.heapTotal) / MEGABYTE,
    rss: (after.rss - before.rss) / MEGABYTE,
  };
  console.log(JSON.stringify(taken));
}

function openHolder(holder: MemoryTaken["holder"], megabytes: number): Holder {
  if (holder === "ours") return ours(megabytes);
  if (holder === "lru-cache") return bare(megabytes);
  const load = (i: number) => Promise.resolve(valueOf(i));
  return { ask: load, held: () => ({ bytes: 0, entries: 0 }) };
}

function ours(megabytes: number): Holder {
  const { cache, cacheParts } = openCache({ megabytes, now: coarseClock() });
  const categories = Object.values(CacheCategory).filter((one) =>
    cacheParts.policyOf(one).privacy === "shared"
  );
  return {
    ask(i) {
      const category = categories[i % categories.length] ?? CacheCategory.PAGE;
      return cache.get({ category, id: keyOf(i) }, () => Promise.resolve(valueOf(i)));
    },
    held() {
      const states = categories.map((one) => cacheParts.memory.state(one));
      const sum = (name: "bytes" | "entries") => states.reduce((all, one) => all + one[name], 0);
      return { bytes: sum("bytes"), entries: sum("entries") };
    },
  };
}

function bare(megabytes: number): Holder {
  const lru = new LRUCache<string, Value>({ maxSize: megabytes * MEGABYTE });
  return {
    async ask(i) {
      const value = await Promise.resolve(valueOf(i));
      lru.set(keyOf(i), value, { size: BARE_BYTES + heldBytes(value) });
    },
    held: () => ({ bytes: lru.calculatedSize, entries: lru.size }),
  };
}

function keyOf(i: number): string {
  return `the key of ${i}`;
}

/** Of three forms in turn: a row, a number, a text. */
function valueOf(i: number): Value {
  if (i % 3 === 0) return i;
  if (i % 3 === 1) return `${"a page of text ".repeat(30)}${i}`;
  const words = ["stor", "gatan", String(i)];
  return { id: i, name: `Storgatan ${i}`, lat: 57 + i / 1e7, lng: 11 + i / 1e7, words };
}

/** All garbage goes, where the process was started so that it may ask. */
function collect(): void {
  const gc: unknown = Reflect.get(globalThis, "gc");
  if (typeof gc === "function") { for (let i = 0; i < 3; i++) gc(); }
}
