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
    return this.#ifTrue(of, this.#deps.memory.get(of.category, of.name));
  }

  /** The same; that it was looked at does not count. */
  peek(of: Pick<Invalidatable, "category" | "name">): HeldEntry | undefined {
    return this.#ifTrue(of, this.#deps.memory.peek(of.category, of.name));
  }

  /** Holds an entry. */
  hold({ category, name }: Invalidatable, entry: EntryRead): void {
    const { memory, now, wallMs } = this.#deps;
    // From the clock of the house to that of the process, which nobody sets.
    const offset = now() - wallMs();
    memory.hold(category, name, {
      ...{ value: entry.value, stamp: entry.stamp, tags: entry.tags, loadMs: entry.loadMs },
      // Looked at when it is first given: something may have been said since whoever brought it looked.
      checkedAt: UNCHECKED,
      freshUntilMs: entry.freshUntil + offset,
      staleUntilMs: entry.staleUntil + offset,
      errorUntilMs: entry.errorUntil + offset,
      restUntilMs: 0,
    });
  }

  /** Checked once for each version of the log: mostly that is one comparison of numbers. */
  #ifTrue(
    { category, name }: Pick<Invalidatable, "category" | "name">,
    held: HeldEntry | undefined,
  ): HeldEntry | undefined {
    const { log, memory } = this.#deps;
    if (held === undefined || held.checkedAt === log.version) return held;
    if (!log.isTrue({ category, name, tags: held.tags, stamp: held.stamp })) {
      memory.delete(category, name);
      return undefined;
    }
    held.checkedAt = log.version;
    held.stamp = log.head;
    return held;
  }
}
