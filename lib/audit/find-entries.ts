// Finds entries, the newest first: of each block of 256 it is known which entries have which word, so that hardly any
// entry is read that is not asked for, however many there are.
import type { Database } from "../kv/open.ts";
import { readIfReadable, readList, readThoseReadable } from "../kv/read.ts";
import { BLOCK_ENTRIES, mayHave, offsetsIn } from "./block-index.ts";
import { type AuditEntry, parseEntry } from "./entry.ts";
import { hasWord, type Word, wordNumber } from "./entry-words.ts";
import { furtherOf } from "./further-subjects.ts";
import { auditKeys } from "./keys.ts";

/** Entries of a page. */
export const ENTRIES_A_PAGE = 50;
/** Blocks one page looks into, fifty thousand entries; it says where it goes on. */
const MAX_BLOCKS = 200;
/** Filters one page asks: those of two million entries. */
const MAX_FILTERS = 8_000;
/** Filters read together. */
export const FILTERS_A_READ = 500;
/** Filters a process remembers, some ten megabytes: full blocks never change. */
const MAX_REMEMBERED = 8_192;
/** Entries stand in the order of their commits; clocks of processes may differ by less than this, in milliseconds. */
const CLOCKS_DIFFER_MS = 60 * 60_000;

/** What is asked for. */
export interface EntryQuestion {
  /** Of each group an entry has to have one word. */
  words: readonly (readonly Word[])[];
  /** Instants, ISO in UTC: from, and before; "" for any. */
  from: string;
  before: string;
}

/** A page of what was found. */
export interface FoundEntries {
  entries: AuditEntry[];
  /** The page goes on with entries before this one; null when all was looked at. */
  next: number | null;
}

/** Where entries are looked for, from `below` down. */
interface Range {
  from: number;
  below: number;
}

/** What was found in a part of a block; the next goes on below `reached`. */
interface Part {
  entries: AuditEntry[];
  reached: number;
}

/** Finds entries for one process. */
export class EntryFinder {
  readonly #db: Pick<Database, "read">;
  readonly #filters = new Map<number, Uint8Array>();

  constructor({ db }: { db: Pick<Database, "read"> }) {
    this.#db = db;
  }

  /** One entry's text; null when there is none. */
  async text(index: number): Promise<string | null> {
    if (!Number.isSafeInteger(index) || index < 0) return null;
    return (await readIfReadable(this.#db.read, auditKeys.entry(index))).value;
  }

  /** A page of entries before an index. */
  async find(
    asked: EntryQuestion,
    below = Infinity,
    most = ENTRIES_A_PAGE,
  ): Promise<FoundEntries> {
    const range = await this.#rangeOf(asked, below);
    const entries: AuditEntry[] = [];
    let next = range.below;
    for await (const found of this.#down(asked, range, most)) {
      next = found.reached;
      for (const entry of found.entries) {
        if (!isOfTime(entry, asked)) continue;
        entries.push(entry);
        if (entries.length < most) continue;
        return { entries, next: entry.index > range.from ? entry.index : null };
      }
    }
    return { entries, next: next > range.from ? next : null };
  }

  /** The first entry of an instant or later; how many there are where all are older. */
  async firstFrom(instant: string): Promise<number> {
    const { value: head } = await readIfReadable(this.#db.read, auditKeys.head());
    return await this.#firstFrom(Date.parse(instant) - CLOCKS_DIFFER_MS, head?.size ?? 0);
  }

  async #rangeOf({ from, before }: EntryQuestion, below: number): Promise<Range> {
    const { value: head } = await readIfReadable(this.#db.read, auditKeys.head());
    const size = Math.min(below, head?.size ?? 0);
    return {
      from: from === "" ? 0 : await this.#firstFrom(Date.parse(from) - CLOCKS_DIFFER_MS, size),
      below: before === ""
        ? size
        : await this.#firstFrom(Date.parse(before) + CLOCKS_DIFFER_MS, size),
    };
  }

  /** The first entry of a time or later, by halving: entries stand in the order of time, but for what clocks differ. */
  async #firstFrom(ms: number, size: number): Promise<number> {
    let [low, high] = [0, size];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const entry = parseEntry(await this.text(middle) ?? "");
      if (entry !== null && Date.parse(entry.at) < ms) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** From the newest down, a part of a block at a time: its entries that have the words, and how far it has come. */
  async *#down(
    { words }: EntryQuestion,
    range: Range,
    most: number,
  ): AsyncGenerator<Part> {
    const last = blockOf(range.below);
    let looks = 0;
    for (let below = range.below; below > range.from;) {
      const block = blockOf(below);
      if (last - block >= MAX_FILTERS || looks >= MAX_BLOCKS) return;
      const start = Math.max(range.from, block * BLOCK_ENTRIES);
      const isPassed = await this.#isPassed(block, words, block === last, range.from);
      if (!isPassed) looks++;
      const part: Part = isPassed
        ? { entries: [], reached: start }
        : await this.#inBlock(words, { from: start, below }, most);
      yield part;
      below = part.reached;
    }
  }

  /** True when no entry of a block can have the words. The newest has no filter as long as it is not full. */
  async #isPassed(
    block: number,
    words: EntryQuestion["words"],
    isNewest: boolean,
    from: number,
  ): Promise<boolean> {
    if (words.length === 0) return false;
    if (!this.#filters.has(block) && !isNewest) await this.#remember(block, blockOf(from + 1));
    const filter = this.#filters.get(block);
    if (filter === undefined) return false;
    return !words.every((group) => group.some((word) => mayHave(filter, wordNumber(word))));
  }

  /** Reads the filters of a block and of those before it. */
  async #remember(block: number, first: number): Promise<void> {
    const start = auditKeys.block(Math.max(first, block + 1 - FILTERS_A_READ));
    const rows = await readList(
      this.#db.read,
      { start, end: auditKeys.block(block + 1) },
      FILTERS_A_READ,
    );
    for (const { key, value } of rows) this.#filters.set(Number(key.at(-1)), value);
    for (const known of this.#filters.keys()) {
      if (this.#filters.size <= MAX_REMEMBERED) break;
      this.#filters.delete(known);
    }
  }

  /** `range` is of one block. */
  async #inBlock(words: EntryQuestion["words"], range: Range, most: number): Promise<Part> {
    if (words.length === 0) return await this.#readSome(downFrom(range), range, most);
    const block = blockOf(range.below);
    const { value: index } = await readIfReadable(this.#db.read, auditKeys.words(block));
    if (index === null || index.length === 0) return await this.#lookThrough(words, range);
    const groups = words.map((group) => offsetsIn(index, new Set(group.map(wordNumber))));
    const wanted = downFrom(range).filter((at) =>
      groups.every((offsets) => offsets.has(at % BLOCK_ENTRIES))
    );
    const { entries, reached } = await this.#readSome(wanted, range, most);
    const isFit = (entry: AuditEntry) => words.every((group) => hasOne(entry, group));
    return { entries: entries.filter(isFit), reached };
  }

  async #readSome(wanted: readonly number[], { from }: Range, most: number): Promise<Part> {
    const some = wanted.slice(0, most);
    const isAll = some.length === wanted.length;
    return { entries: await this.#read(some), reached: isAll ? from : some.at(-1) ?? from };
  }

  /** Where the index of a block could not be kept. */
  async #lookThrough(words: EntryQuestion["words"], range: Range): Promise<Part> {
    const entries = await this.#read(downFrom(range));
    const fits = await Promise.all(entries.map(async (entry) => {
      const further = await furtherOf(this.#db.read, entry);
      const all = { ...entry, subjects: [...entry.subjects, ...further] };
      delete all.further;
      return words.every((group) => hasOne(all, group));
    }));
    return { entries: entries.filter((_, i) => fits[i]), reached: range.from };
  }

  async #read(indexes: readonly number[]): Promise<AuditEntry[]> {
    const rows = await readThoseReadable(
      this.#db.read,
      indexes.map((index) => auditKeys.entry(index)),
    );
    return rows.flatMap(({ value }) => parseEntry(value ?? "") ?? []);
  }
}

function hasOne(entry: AuditEntry, group: readonly Word[]): boolean {
  return group.some((word) => hasWord(entry, word));
}

function isOfTime({ at }: AuditEntry, { from, before }: EntryQuestion): boolean {
  const ms = Date.parse(at);
  return (from === "" || ms >= Date.parse(from)) && (before === "" || ms < Date.parse(before));
}

/** The block of the entry before an index. */
function blockOf(below: number): number {
  return Math.floor((below - 1) / BLOCK_ENTRIES);
}

function downFrom({ from, below }: Range): number[] {
  return Array.from({ length: Math.max(0, below - from) }, (_, i) => below - 1 - i);
}
