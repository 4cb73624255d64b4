// The record of what limits have refused: one row a day for whoever is counted and each rule, however often they try. Gathered
// in memory and written by a round, for an attack must not cost a commit a hit; the last seconds go with the process.
import type { Clock } from "../kernel/clock.ts";
import { localDate } from "../kernel/wall-time.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readEntries, readList } from "../kv/read.ts";
import { MAX_CHECKS } from "../kv/transaction.ts";
import { securityKeys, type SubjectMark } from "./keys.ts";
import {
  type Counted,
  type Refusal,
  REFUSAL_KEPT_DAYS,
  REFUSAL_KINDS,
  type RefusalFacts,
} from "./refusal.ts";

/** Most of those refused on one day whom this process tells apart: of more, the limit alone knows. */
const MAX_KNOWN = 20_000;
/** Most rows of one mark: one a day and rule. */
export const MAX_REFUSALS = (REFUSAL_KEPT_DAYS + 2) * REFUSAL_KINDS.length;
/** Rows taken in one commit. */
const ROWS_PER_COMMIT = 100;

/** What recording needs. */
export interface RefusalDeps {
  db: Database;
  clock: Clock;
  /** The mark of whoever is counted. */
  markOf(counted: Counted): Promise<SubjectMark>;
}

interface Noted {
  counted: Counted;
  refusal: Refusal;
}

/** The record. */
export class Refusals {
  readonly #deps: RefusalDeps;
  #day = "";
  #known = new Set<string>();
  #waiting: Noted[] = [];

  constructor(deps: RefusalDeps) {
    this.#deps = deps;
  }

  /** Notes that somebody was refused; the second time of a day nothing is noted. Never throws, never waits. */
  note(counted: Counted, facts: RefusalFacts): void {
    const now = this.#deps.clock.now();
    const day = localDate(now);
    if (day !== this.#day) {
      this.#day = day;
      this.#known = new Set();
    }
    const name = `${facts.rule} ${counted.kind}/${counted.at}`;
    if (this.#known.has(name) || this.#known.size >= MAX_KNOWN) return;
    this.#known.add(name);
    this.#waiting.push({ counted, refusal: { at: now.toString(), ...facts } });
  }

  /** Writes what was noted. Of a round that fails the rest waits for the next. */
  async flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      const some = this.#waiting.slice(0, MAX_CHECKS);
      await this.#write(some);
      this.#waiting = this.#waiting.slice(some.length);
    }
  }

  /** What is recorded under some marks, oldest first. */
  async ofMarks(marks: readonly SubjectMark[]): Promise<Refusal[]> {
    const rows = await Promise.all(marks.map((mark) => this.#rowsOf(mark)));
    return rows.flat().map(({ value }) => value).sort((a, b) => a.at < b.at ? -1 : 1);
  }

  /** Takes away what is recorded under some marks; done again it finds nothing. */
  async forget(marks: readonly SubjectMark[]): Promise<void> {
    for (const mark of marks) {
      const keys = (await this.#rowsOf(mark)).map(({ key }) => key);
      for (let i = 0; i < keys.length; i += ROWS_PER_COMMIT) {
        await commitWithRetry(this.#deps.db, (tx) => {
          for (const key of keys.slice(i, i + ROWS_PER_COMMIT)) tx.delete(key);
          return Promise.resolve();
        });
      }
    }
  }

  /** Another process may have written the row of the day first: it stands. */
  async #write(some: readonly Noted[]): Promise<void> {
    const { db, markOf } = this.#deps;
    const rows = await Promise.all(some.map(async ({ counted, refusal }) => {
      const mark = await markOf(counted);
      const day = localDate(Temporal.Instant.from(refusal.at));
      return { key: securityKeys.limitRefusal(mark, day, refusal.rule), refusal };
    }));
    await commitWithRetry<null>(db, async (tx) => {
      const stored = await readEntries(db.write, rows.map(({ key }) => key));
      const missing = rows.filter((_, i) => stored[i]?.versionstamp === null);
      for (const { key, refusal } of missing) tx.check(key, null).set(key, refusal);
      return missing.length === 0 ? new Unwritten(null) : null;
    });
  }

  #rowsOf(mark: SubjectMark) {
    const prefix = securityKeys.limitRefusal.under(mark);
    return readList(this.#deps.db.read, { prefix }, MAX_REFUSALS);
  }
}
