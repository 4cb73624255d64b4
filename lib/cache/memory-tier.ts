// The tier within this process: for each category what was used last, bounded by bytes.
import { LRUCache } from "lru-cache";
import { CACHE_CATEGORIES, type CacheCategory } from "./category.ts";
import { FrequencySketch } from "./frequency-sketch.ts";
import { heldBytes, textBytes } from "./held-bytes.ts";
import type { LogHead } from "./network-tier.ts";
import { CACHE_POLICIES } from "./policy.ts";

/** Something held. Times in milliseconds on the process's own clock. */
export interface HeldEntry {
  readonly value: unknown;
  stamp: LogHead;
  /** The version of the known log it was last found true at. */
  checkedAt: number;
  readonly tags: readonly string[];
  /** When it was loaded; null for what came from the network tier. */
  readonly loadedMs: number | null;
  readonly freshUntilMs: number;
  readonly staleUntilMs: number;
  readonly errorUntilMs: number;
  /** After a failed load it is given without trying again until then. */
  restUntilMs: number;
  /** How long it took to load. */
  readonly loadMs: number;
  /** How often it was given since its place was last contested. */
  uses: number;
}

/** What an entry takes beside its key and its value, in bytes: itself, its place in the map and in the lists. */
export const ENTRY_BYTES = 360;

/** A sketch has a counter a row for so many bytes of its part: about the smallest entry, so that hardly two share one. */
const BYTES_A_COUNTER = 512;
/** The fewest: a smaller one forgets sooner than customers come back. */
const FEWEST_COUNTERS = 4_096;

/** More uses than that make nothing any hotter. */
const MOST_USES = 15;

/** What is known of one category's part of the tier. */
export interface HeldState {
  bytes: number;
  maxBytes: number;
  entries: number;
  evictions: number;
}

/** What is held, by category. */
export class MemoryTier {
  readonly #parts: Map<CacheCategory, HeldPart>;

  /** `maxBytes` for all categories together, divided by their shares. */
  constructor(readonly maxBytes: number) {
    this.#parts = new Map(
      CACHE_CATEGORIES.map((
        one,
      ) => [one, new HeldPart(maxBytes * CACHE_POLICIES[one].memoryShare)]),
    );
  }

  /** The part of one category; it stays the same however it is resized. */
  part(category: CacheCategory): HeldPart {
    const part = this.#parts.get(category);
    if (part === undefined) throw new RangeError(`No category is called ${category}`);
    return part;
  }

  /** How full a category's part is. */
  state(category: CacheCategory): HeldState {
    const { lru, maxBytes, evictions } = this.part(category);
    return { bytes: lru.calculatedSize, maxBytes, entries: lru.size, evictions };
  }
}

/** The part of one category. */
export class HeldPart {
  lru: LRUCache<string, HeldEntry>;
  maxBytes: number;
  evictions = 0;
  /** How often something came that had been asked for before, and was not held any more. */
  returned = 0;
  readonly #sketch: FrequencySketch;

  constructor(maxBytes: number) {
    this.maxBytes = Math.max(1, Math.floor(maxBytes));
    this.#sketch = new FrequencySketch(widthFor(this.maxBytes));
    this.lru = this.#made();
  }

  /**
   * Holds an entry. Where there is no room what was not used for longest goes, unless it was asked for as often as
   * this: a program that asks for everything once does not push out what many ask for (TinyLFU, Einziger et al. 2017).
   * False for what is not held: the next who asks has it from elsewhere, and asking counts.
   */
  hold(name: string, entry: HeldEntry, { isWanted = false } = {}): boolean {
    const size = ENTRY_BYTES + textBytes(name) + heldBytes(entry.value);
    const isNew = !this.lru.has(name);
    const asked = isNew ? this.#sketch.add(name) : 0;
    if (asked > 1) this.returned++;
    const isFull = this.lru.calculatedSize + size > this.maxBytes;
    if (isNew && isFull && !isWanted && this.#isStronger(asked)) return false;
    this.lru.set(name, entry, { size });
    return true;
  }

  /** Lets one go. */
  delete(name: string): void {
    this.lru.delete(name);
  }

  /** Gives it another size; what no longer fits goes. */
  resize(maxBytes: number): void {
    if (this.maxBytes === Math.floor(maxBytes)) return;
    const former = this.lru;
    this.maxBytes = Math.max(1, Math.floor(maxBytes));
    this.lru = this.#made();
    // From what was not used for longest, so that the order stays.
    for (const name of [...former.rkeys()]) {
      const entry = former.peek(name);
      if (entry !== undefined) this.hold(name, entry, { isWanted: true });
    }
  }

  /** True when what would go was asked for as often; it then has its turn again. */
  #isStronger(asked: number): boolean {
    const [name] = this.lru.rkeys();
    const entry = name === undefined ? undefined : this.lru.peek(name);
    if (name === undefined || entry === undefined) return false;
    // Uses are counted where they happen, which is cheap, and told to the sketch, which forgets in time, only here.
    for (let left = Math.min(entry.uses, MOST_USES); left > 0; left--) this.#sketch.add(name);
    entry.uses = 0;
    if (this.#sketch.count(name) < asked) return false;
    this.lru.get(name);
    return true;
  }

  #made(): LRUCache<string, HeldEntry> {
    return new LRUCache({
      maxSize: this.maxBytes,
      dispose: (_entry, _name, reason) => {
        if (reason === "evict") this.evictions++;
      },
    });
  }
}

/** A power of two. */
function widthFor(maxBytes: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(FEWEST_COUNTERS, maxBytes / BYTES_A_COUNTER)));
}
