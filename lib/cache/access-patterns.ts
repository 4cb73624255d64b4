// Which keys of each category are asked for most: what is loaded before anybody asks, when a process starts.
import { z } from "zod";
import { subjectOf } from "./cache-key.ts";
import { CACHE_CATEGORIES, type CacheCategory } from "./category.ts";
import { FrequencySketch } from "./frequency-sketch.ts";

/** Most keys of a category that are remembered. */
export const MAX_HOT = 2_048;
/** A key with how often it was asked for. */
export interface HotKey {
  name: string;
  count: number;
}

const stored = z.array(z.object({
  category: z.enum(CACHE_CATEGORIES),
  keys: z.array(z.tuple([z.string(), z.int()])).max(MAX_HOT),
}));

/** What was asked for, by category. */
export class AccessPatterns {
  readonly #parts = new Map(CACHE_CATEGORIES.map((one) => [one, new Pattern()]));
  #isChanged = false;

  /** True when there is something `encode` has not said. */
  get isChanged(): boolean {
    return this.#isChanged;
  }

  /** Notes that a key was asked for, so many times. */
  note(category: CacheCategory, name: string, times: number): void {
    this.#part(category).note(name, times);
    this.#isChanged = true;
  }

  /** The keys that were asked for most, those first. */
  hottest(category: CacheCategory, most = MAX_HOT): HotKey[] {
    return this.#part(category).hottest().slice(0, most);
  }

  /** Forgets everything of a subject. */
  forget(subject: string): void {
    for (const part of this.#parts.values()) part.forget((name) => subjectOf(name) === subject);
    this.#isChanged = true;
  }

  /** As text, for the next process. */
  encode(): string {
    this.#isChanged = false;
    const all = CACHE_CATEGORIES.map((category) => ({
      category,
      keys: this.hottest(category).map(({ name, count }) => [name, count]),
    }));
    return JSON.stringify(all);
  }

  /** Takes in what another process wrote; false for what cannot be read. Counts of before weigh half. */
  learn(text: string): boolean {
    const parsed = stored.safeParse(jsonOf(text));
    if (!parsed.success) return false;
    for (const { category, keys } of parsed.data) {
      for (const [name, count] of keys) this.#part(category).note(name, Math.ceil(count / 2));
    }
    return true;
  }

  #part(category: CacheCategory): Pattern {
    const part = this.#parts.get(category);
    if (part === undefined) throw new RangeError(`No category is called ${category}`);
    return part;
  }
}

/** The keys of one category: the sketch counts all of them, those that are hot are known by name. */
class Pattern {
  readonly #sketch = new FrequencySketch();
  readonly #hot = new Map<string, number>();
  #least = 0;

  note(name: string, times: number): void {
    const known = this.#hot.get(name);
    const count = known === undefined ? this.#sketch.add(name) * times : known + times;
    if (known === undefined && this.#hot.size >= MAX_HOT && count <= this.#least) return;
    this.#hot.set(name, count);
    if (this.#hot.size >= 2 * MAX_HOT) this.#prune();
  }

  hottest(): HotKey[] {
    return [...this.#hot].map(([name, count]) => ({ name, count }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
      .slice(0, MAX_HOT);
  }

  forget(isForgotten: (name: string) => boolean): void {
    for (const name of [...this.#hot.keys()].filter(isForgotten)) this.#hot.delete(name);
  }

  #prune(): void {
    const kept = this.hottest();
    this.#hot.clear();
    // Halved: what was hot long ago falls behind what is hot now.
    for (const { name, count } of kept) this.#hot.set(name, count >>> 1);
    // Never what was asked for once: a program that asks for everything once would be sorted in again and again.
    this.#least = Math.max(1, (kept.at(-1)?.count ?? 0) >>> 1);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
