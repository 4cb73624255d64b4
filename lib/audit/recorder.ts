// Writes down what no change of the database tells of: whose data staff looked at, and what concerns security. Where the
// database takes nothing just now, it is kept in memory until it does: nobody's day stands still for its log.
import { GatewayError } from "../errors/gateway-error.ts";
import { actAs, type Acting, acting } from "../kernel/acting.ts";
import { commitUnlessLocked } from "../kv/commit.ts";
import type { AuditNote } from "../kv/intent.ts";
import type { Database } from "../kv/open.ts";
import { Transaction } from "../kv/transaction.ts";
import type { Logger } from "../kernel/log.ts";
import { MAX_ALL_SUBJECTS } from "./further-subjects.ts";
import type { SeenSubjects } from "./seen-subjects.ts";
import { KnownMarks } from "./known-marks.ts";
import { whoLine } from "./write-intent.ts";

/** Entries kept while the database takes none; a day of ten operators has fewer. */
const MAX_UNWRITTEN = 10_000;
/** Different sums of one minute; whoever makes more is summed up under one. */
const MAX_SUMS = 2_000;
/** Entries one flush writes. */
const MAX_FLUSHED = 500;
/** Tries of one commit against a locked file. */
const MAX_TRIES = 5;

/** What recording needs. */
export interface RecorderDeps {
  db: Database;
  log: Logger;
  /** The mark of a subject. */
  markOf(subject: { kind: string; at: string }): Promise<string>;
}

/** What somebody was shown. */
export interface ShownTo {
  /** Absent: the command that showed it. */
  what?: string;
  /** Whose data, by marks. */
  subjects: readonly string[];
  /** How many rows; the subjects where it is absent. */
  count?: number;
  /** Why, in the words of who looked. */
  why?: string;
}

interface Unwritten {
  acting: Readonly<Acting>;
  note: AuditNote;
}

/** What is told to whoever looks for patterns in what happens. */
export type AuditListener = (event: { who: string; from: string; note: AuditNote }) => void;

/** Of one process. */
export class AuditRecorder {
  readonly #deps: RecorderDeps;
  readonly #marks: KnownMarks;
  readonly #unwritten: Unwritten[] = [];
  #sums = new Map<string, Unwritten>();
  readonly #listeners: AuditListener[] = [];
  #isFull = false;

  constructor(deps: RecorderDeps) {
    this.#deps = deps;
    this.#marks = new KnownMarks(deps.markOf);
  }

  /** Calls `listener` for everything that is recorded, as it happens. */
  listen(listener: AuditListener): void {
    this.#listeners.push(listener);
  }

  /** One entry for one view, search or export, with those it showed. */
  async read({ what, why, subjects, count = subjects.length }: ShownTo): Promise<void> {
    const said = { ...(what === undefined ? {} : { what }), ...(why === undefined ? {} : { why }) };
    await this.#record({ kind: "read", ...said, subjects, count });
  }

  /** The same, of what was gathered while it was made; of more subjects than an entry takes several are made. */
  async readSeen(seen: SeenSubjects): Promise<void> {
    const marks = await Promise.all(seen.subjects.map((one) => this.#marks.of(one)));
    const subjects = [...new Set([...marks, ...seen.marks])];
    for (let at = 0; at === 0 || at < subjects.length; at += MAX_ALL_SUBJECTS) {
      const some = subjects.slice(at, at + MAX_ALL_SUBJECTS);
      await this.read({ subjects: some, count: at === 0 ? seen.count : some.length });
    }
  }

  /** One entry for one event. */
  async security(
    { kind, subjects = [], why = "" }: {
      kind: string;
      subjects?: readonly string[];
      why?: string;
    },
  ): Promise<void> {
    const said = why === "" ? {} : { why };
    await this.#record({ kind: "security", what: kind, subjects, ...said });
  }

  /** Counts an event that may come often: one entry a minute for each kind, actor and network. */
  sum(kind: string): void {
    const by = acting();
    this.#tell(by, { kind: "security", what: kind });
    const key = `${kind}\n${whoLine(by.who)}\n${by.network}\n${by.command}`;
    const known = this.#sums.get(key);
    if (known !== undefined) {
      known.note.count = (known.note.count ?? 0) + 1;
    } else if (this.#sums.size < MAX_SUMS) {
      this.#sums.set(key, { acting: { ...by }, note: { kind: "security", what: kind, count: 1 } });
    } else {
      const others = { ...by, who: { kind: "guest" }, network: "", reference: "" } as const;
      const rest = this.#sums.get(kind) ??
        { acting: others, note: { kind: "security" as const, what: kind, count: 0 } };
      rest.note.count = (rest.note.count ?? 0) + 1;
      this.#sums.set(kind, rest);
    }
  }

  /** Writes the sums of the last minute. */
  async writeSums(): Promise<void> {
    const sums = [...this.#sums.values()];
    this.#sums = new Map();
    for (const one of sums) this.#keep(one);
    await this.flush();
  }

  /** Writes what is kept, the oldest first. */
  async flush(): Promise<void> {
    for (let written = 0; written < MAX_FLUSHED; written++) {
      const [oldest] = this.#unwritten;
      if (oldest === undefined || !await this.#write(oldest)) return;
      this.#unwritten.shift();
      this.#isFull = false;
    }
  }

  async #record(note: AuditNote): Promise<void> {
    const one = { acting: { ...acting() }, note };
    this.#tell(one.acting, note);
    if (this.#unwritten.length > 0 || !await this.#write(one)) this.#keep(one);
  }

  #tell({ who, network }: Readonly<Acting>, note: AuditNote): void {
    for (const listener of this.#listeners) listener({ who: whoLine(who), from: network, note });
  }

  #keep(one: Unwritten): void {
    if (this.#unwritten.length < MAX_UNWRITTEN) return void this.#unwritten.push(one);
    if (!this.#isFull) this.#deps.log.error("entries of the audit log are lost");
    this.#isFull = true;
  }

  /** False when the database does not take it now. */
  async #write({ acting: by, note }: Unwritten): Promise<boolean> {
    try {
      return await actAs(by, () => this.#commit(note));
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      return false;
    }
  }

  async #commit(note: AuditNote): Promise<boolean> {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const tx = new Transaction(this.#deps.db).audit(note);
      if (await commitUnlessLocked(tx) !== null) return true;
    }
    return false;
  }
}
