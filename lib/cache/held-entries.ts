// What this process holds, checked against the log of invalidations whenever it is given.
import type { EntryRead } from "./entry-format.ts";
import type { Invalidatable } from "./invalidation.ts";
import type { KnownLog } from "./known-log.ts";
import type { HeldEntry, MemoryTier } from "./memory-tier.ts";

/** What they stand on. */
export interface HeldEntriesDeps {
  memory: MemoryTier;
  log: KnownLog;
  /** Milliseconds, on a clock that only goes forward, and epoch milliseconds. */
  now: () => number;
  wallMs: () => number;
}

/** No version of the log. */
const UNCHECKED = -1;

/** The entries of the memory tier. */
export class HeldEntries {
  readonly #deps: HeldEntriesDeps;

  constructor(deps: HeldEntriesDeps) {
    this.#deps = deps;
  }

  /** What is held and still true, used now. */
  get(of: Pick<Invalidatable, "category" | "name">): HeldEntry | undefined {
    return this.#ifTrue(of, this.#deps.memory.part(of.category).lru.get(of.name));
  }

  /** The same; that it was looked at does not count. */
  peek(of: Pick<Invalidatable, "category" | "name">): HeldEntry | undefined {
    return this.#ifTrue(of, this.#deps.memory.part(of.category).lru.peek(of.name));
  }

  /** Holds an entry; where it `isWanted`, whatever must go for it. `loadedMs` where it was loaded by this process. */
  hold(
    { category, name }: Invalidatable,
    entry: EntryRead,
    { isWanted = false, loadedMs = null }: { isWanted?: boolean; loadedMs?: number | null } = {},
  ): void {
    const { memory, now, wallMs } = this.#deps;
    // From the clock of the house to that of the process, which nobody sets.
    const offset = now() - wallMs();
    // Whole milliseconds: V8 keeps a fraction as an object of its own, which is a tenth of what an entry takes.
    const until = (end: number) => Math.floor(end + offset);
    const held: HeldEntry = {
      ...{ value: entry.value, stamp: entry.stamp, tags: entry.tags, loadMs: entry.loadMs },
      // Looked at when it is first given: something may have been said since whoever brought it looked.
      ...{ checkedAt: UNCHECKED, loadedMs },
      freshUntilMs: until(entry.freshUntil),
      staleUntilMs: until(entry.staleUntil),
      errorUntilMs: until(entry.errorUntil),
      restUntilMs: 0,
      uses: 0,
    };
    memory.part(category).hold(name, held, { isWanted });
  }

  /** True while nothing that was said means it; else it is let go. Looked at once for each version of the log. */
  isTrue({ category, name }: Pick<Invalidatable, "category" | "name">, held: HeldEntry): boolean {
    const { log, memory } = this.#deps;
    if (held.checkedAt === log.version) return true;
    if (!log.isTrue({ category, name, tags: held.tags, stamp: held.stamp })) {
      memory.part(category).delete(name);
      return false;
    }
    held.checkedAt = log.version;
    held.stamp = log.head;
    return true;
  }

  #ifTrue(
    of: Pick<Invalidatable, "category" | "name">,
    held: HeldEntry | undefined,
  ): HeldEntry | undefined {
    return held !== undefined && this.isTrue(of, held) ? held : undefined;
  }
}
