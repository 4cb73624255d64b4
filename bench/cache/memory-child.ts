// A million distinct keys through a cache of so many megabytes, in a process of its own: prints what memory it took.
import { coarseClock } from "../../lib/cache/coarse-clock.ts";
import { CacheCategory } from "../../lib/cache/category.ts";
import { openCache } from "./open-cache.ts";

/** What it prints, in megabytes. */
export interface MemoryTaken {
  configured: number;
  charged: number;
  entries: number;
  heap: number;
  rss: number;
  peakRss: number;
}

const KEYS = 1_000_000;
const MEGABYTE = 1_024 * 1_024;
const LOOK_EVERY = 20_000;

if (import.meta.main) {
  const configured = Number(Deno.args[0]);
  const { cache, cacheParts } = openCache({ megabytes: configured, now: coarseClock() });
  collect();
  const { heapUsed, rss } = Deno.memoryUsage();
  let peak = rss;
  const categories = Object.values(CacheCategory).filter((one) =>
    cacheParts.policyOf(one).privacy === "shared"
  );
  for (let i = 0; i < KEYS; i++) {
    const category = categories[i % categories.length] ?? CacheCategory.PAGE;
    await cache.get({ category, id: `the key of ${i}` }, () => Promise.resolve(valueOf(i)));
    if (i % LOOK_EVERY > 0) continue;
    // The event loop turns, as it does between requests.
    await new Promise((resolve) => setTimeout(resolve, 0));
    peak = Math.max(peak, Deno.memoryUsage().rss);
  }
  const states = categories.map((one) => cacheParts.memory.state(one));
  collect();
  const after = Deno.memoryUsage();
  const taken: MemoryTaken = {
    configured,
    charged: states.reduce((sum, { bytes }) => sum + bytes, 0) / MEGABYTE,
    entries: states.reduce((sum, { entries }) => sum + entries, 0),
    heap: (after.heapUsed - heapUsed) / MEGABYTE,
    rss: (after.rss - rss) / MEGABYTE,
    peakRss: (peak - rss) / MEGABYTE,
  };
  console.log(JSON.stringify(taken));
}

/** Of three forms in turn: a row, a number, a text. */
function valueOf(i: number): unknown {
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
