// The tier within this process: for each category what was used last, bounded by bytes.
import { LRUCache } from "lru-cache";
import { CACHE_CATEGORIES, type CacheCategory } from "./category.ts";
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
  readonly freshUntilMs: number;
  readonly staleUntilMs: number;
  readonly errorUntilMs: number;
  /** After a failed load it is given without trying again until then. */
  restUntilMs: number;
  /** How long it took to load. */
  readonly loadMs: number;
}

/** What an entry takes beside its key and its value, in bytes: itself, its place in the map and in the lists. */
export const ENTRY_BYTES = 360;

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

  constructor(maxBytes: number) {
    this.maxBytes = Math.max(1, Math.floor(maxBytes));
    this.lru = this.#made();
  }

  /** Holds an entry; what was not used for longest goes. Nothing that is larger than the part is held. */
  hold(name: string, entry: HeldEntry): void {
    this.lru.set(name, entry, { size: ENTRY_BYTES + textBytes(name) + heldBytes(entry.value) });
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
      if (entry !== undefined) this.hold(name, entry);
    }
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
