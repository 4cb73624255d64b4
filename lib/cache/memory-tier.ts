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
  readonly #parts: Map<CacheCategory, Part>;

  /** `maxBytes` for all categories together, divided by their shares. */
  constructor(readonly maxBytes: number) {
    this.#parts = new Map(
      CACHE_CATEGORIES.map((one) => [one, new Part(maxBytes * CACHE_POLICIES[one].memoryShare)]),
    );
  }

  /** What is held under a name, used now. */
  get(category: CacheCategory, name: string): HeldEntry | undefined {
    return this.#part(category).lru.get(name);
  }

  /** What is held under a name; that it was looked at does not count. */
  peek(category: CacheCategory, name: string): HeldEntry | undefined {
    return this.#part(category).lru.peek(name);
  }

  /** Holds it; what was not used for longest goes. Nothing that is larger than its category's part is held. */
  hold(category: CacheCategory, name: string, entry: HeldEntry): void {
    const { lru } = this.#part(category);
    lru.set(name, entry, { size: ENTRY_BYTES + textBytes(name) + heldBytes(entry.value) });
  }

  /** Lets one go. */
  delete(category: CacheCategory, name: string): void {
    this.#part(category).lru.delete(name);
  }

  /** Gives a category another part; what no longer fits goes. */
  resize(category: CacheCategory, maxBytes: number): void {
    const former = this.#part(category);
    if (former.maxBytes === Math.floor(maxBytes)) return;
    const part = new Part(maxBytes, former.evictions);
    // From what was not used for longest, so that the order stays.
    for (const name of former.lru.rkeys()) this.#move(part, name, former.lru.peek(name));
    this.#parts.set(category, part);
  }

  /** How full it is. */
  state(category: CacheCategory): HeldState {
    const { lru, maxBytes, evictions } = this.#part(category);
    return { bytes: lru.calculatedSize, maxBytes, entries: lru.size, evictions };
  }

  #move(part: Part, name: string, entry: HeldEntry | undefined): void {
    if (entry === undefined) return;
    part.lru.set(name, entry, { size: ENTRY_BYTES + textBytes(name) + heldBytes(entry.value) });
  }

  #part(category: CacheCategory): Part {
    const part = this.#parts.get(category);
    if (part === undefined) throw new RangeError(`No category is called ${category}`);
    return part;
  }
}

/** The part of one category. */
class Part {
  readonly lru: LRUCache<string, HeldEntry>;
  readonly maxBytes: number;
  evictions: number;

  constructor(maxBytes: number, evictions = 0) {
    this.maxBytes = Math.max(1, Math.floor(maxBytes));
    this.evictions = evictions;
    this.lru = new LRUCache({
      maxSize: this.maxBytes,
      dispose: (_entry, _name, reason) => {
        if (reason === "evict") this.evictions++;
      },
    });
  }
}
