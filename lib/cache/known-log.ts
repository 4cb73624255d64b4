// What one instance knows of the log of invalidations, and whether an entry is still true by it. An entry has the number
// the log had before it was loaded; it is true until a later record means it. So a load that began before an invalidation
// never brings the old value back, wherever and however late it is written.
import { concerns, fits, type Invalidatable, type Invalidation } from "./invalidation.ts";
import { idOf } from "./cache-key.ts";
import type { LogHead } from "./network-tier.ts";

/** Most keys, tags and patterns that are told apart; what is older than all of them counts as invalidated. */
export const MAX_KNOWN = 20_000;
/** Most patterns that are told apart: each is compared with each entry that is checked. */
export const MAX_KNOWN_PATTERNS = 500;

/** The epoch of an instance that shares its log with nobody. */
export const ALONE = "alone";

/** An entry as the log looks at it. */
export interface Stamped extends Invalidatable {
  /** Where the log was before the entry was loaded, or later, where it was checked since. */
  stamp: LogHead;
}

/** One record as this instance reads it; null for one it cannot read, which may mean anything. */
export interface ReadRecord {
  seq: number;
  said: Invalidation | null;
}

/** The log as one instance knows it. */
export class KnownLog {
  #head: LogHead = { epoch: ALONE, seq: 0 };
  #version = 0;
  /** Stamps below it cannot be compared any more. */
  #floor = 0;
  #all = 0;
  readonly #categories = new Map<string, number>();
  readonly #keys = new Map<string, number>();
  readonly #tags = new Map<string, number>();
  #patterns: { category: string; pattern: string; seq: number }[] = [];
  /** Said here and not acknowledged yet: it has no number, and means whatever it means at once. */
  readonly #pending = new Set<Invalidation>();

  /** Raised whenever an entry that was true may no longer be: what was checked at it needs no other look. */
  get version(): number {
    return this.#version;
  }

  /** What an entry is stamped with whose load begins now. */
  get head(): LogHead {
    return this.#head;
  }

  /** Said here and not acknowledged. */
  get pending(): readonly Invalidation[] {
    return [...this.#pending];
  }

  /** True when nothing that was said since its stamp means the entry. */
  isTrue(entry: Stamped): boolean {
    const { epoch, seq } = entry.stamp;
    if (epoch !== this.#head.epoch || seq < this.#floor) return false;
    if (seq < this.#head.seq && this.#newestAbout(entry) > seq) return false;
    for (const said of this.#pending) if (concerns(said, entry)) return false;
    return true;
  }

  /** Takes in records that follow on what is known; what is known already is passed over. */
  learn(records: readonly ReadRecord[]): void {
    for (const { seq, said } of records) {
      if (seq <= this.#head.seq) continue;
      this.#head = { epoch: this.#head.epoch, seq };
      this.#version++;
      this.#note(said ?? { kind: "all" }, seq);
    }
  }

  /** Says it where there is nobody else to agree with. */
  sayAlone(said: Invalidation): void {
    this.learn([{ seq: this.#head.seq + 1, said }]);
  }

  /** Nothing that was known counts any more: another log, or one with a gap. */
  reset(head: LogHead): void {
    this.#head = head;
    this.#floor = head.seq;
    this.#all = 0;
    this.#patterns = [];
    for (const known of [this.#categories, this.#keys, this.#tags]) known.clear();
    this.#version++;
  }

  /** It counts here from now on, until `settle` says that it has a number. */
  pend(said: Invalidation): void {
    this.#pending.add(said);
    this.#version++;
  }

  /** It has a number, or something that means more stands in its place. */
  settle(said: Invalidation): void {
    this.#pending.delete(said);
  }

  #newestAbout({ category, name, tags }: Invalidatable): number {
    const id = this.#patterns.length === 0 ? "" : idOf(name);
    let newest = Math.max(
      this.#all,
      this.#categories.get(category) ?? 0,
      this.#keys.get(keyOf(category, name)) ?? 0,
    );
    for (const tag of tags) newest = Math.max(newest, this.#tags.get(tag) ?? 0);
    for (const { category: of, pattern, seq } of this.#patterns) {
      if (seq > newest && of === category && fits(pattern, id)) newest = seq;
    }
    return newest;
  }

  #note(said: Invalidation, seq: number): void {
    switch (said.kind) {
      case "all":
        this.#all = seq;
        return;
      case "category":
        this.#categories.set(said.category, seq);
        return;
      case "key":
        return this.#remember(this.#keys, keyOf(said.category, said.name), seq);
      case "tag":
        return this.#remember(this.#tags, said.tag, seq);
      case "pattern": {
        this.#patterns.push({ category: said.category, pattern: said.pattern, seq });
        if (this.#patterns.length > MAX_KNOWN_PATTERNS) this.#raiseFloor(this.#patterns.shift());
        return;
      }
      default:
        said satisfies never;
    }
  }

  #remember(known: Map<string, number>, what: string, seq: number): void {
    // To the end: what stands first was said longest ago.
    known.delete(what);
    known.set(what, seq);
    if (known.size <= MAX_KNOWN) return;
    const [oldest] = known;
    if (oldest === undefined) return;
    known.delete(oldest[0]);
    this.#raiseFloor({ seq: oldest[1] });
  }

  #raiseFloor(forgotten: { seq: number } | undefined): void {
    this.#floor = Math.max(this.#floor, forgotten?.seq ?? 0);
  }
}

function keyOf(category: string, name: string): string {
  return `${category} ${name}`;
}
