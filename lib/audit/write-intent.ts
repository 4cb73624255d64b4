// Makes what a commit says about itself. Hashes before a change are had without reading: a row is checked to have
// the versionstamp of the commit that wrote it, and what this process wrote lately it still knows the hash of; of
// others the versionstamp names the commit, whose entry has the hash (docs/audit.md).
import type { Clock } from "../kernel/clock.ts";
import { acting, type Who } from "../kernel/acting.ts";
import type { AuditNote, IntentRow, IntentWriter, RowChange } from "../kv/intent.ts";
import { type ChangedRow, type Intent, type IntentKind, MAX_ROWS } from "./intent.ts";
import { splitSubjects } from "./further-subjects.ts";
import type { SealingCommit } from "../kv/sealer.ts";
import { auditKeys } from "./keys.ts";
import { rowHash, rowName, shortHash } from "./row-hash.ts";
import { isAudited } from "./unaudited.ts";

/** Rows whose hash a process remembers: what is changed twice in an hour of a busy day. */
const MAX_REMEMBERED = 20_000;
/** Groups of subjects a process knows to be kept: the days that are looked at all the time. */
const MAX_GROUPS = 1_000;

/** What making intents needs. */
export interface IntentDeps {
  clock: Clock;
  /** The marks of those whose data a row holds. */
  subjectsOf(change: RowChange): Promise<readonly string[]>;
  /** A reason that only whoever has the subject's key can read, base64; null where there are no keys. */
  sealWhy(subject: string | null, why: string, tx: SealingCommit): Promise<string | null>;
}

/** What an intent is made of. */
interface IntentParts extends Pick<Intent, "subjects" | "further"> {
  kind: IntentKind;
  /** Absent: the command of whoever acts. */
  what?: string;
  act?: string;
  why?: string;
  rows: readonly ChangedRow[];
  count?: number;
}

/** Of a process: remembers what it wrote. */
export class Intents implements IntentWriter {
  readonly #deps: IntentDeps;
  /** Hashes of subjects that are kept. */
  readonly #kept = new Set<string>();
  readonly #remembered = new Map<string, { versionstamp: string; hash: string }>();

  constructor(deps: IntentDeps) {
    this.#deps = deps;
  }

  /** See `UNAUDITED`. */
  isAudited(family: Deno.KvKeyPart | undefined): boolean {
    return isAudited(family);
  }

  /** The row of a commit; null when it changes nothing that is audited and says nothing. */
  async intentOf(
    changes: readonly RowChange[],
    notes: readonly AuditNote[],
    tx: SealingCommit,
  ): Promise<IntentRow | null> {
    if (changes.length + notes.length === 0) return null;
    const rows = changes.map((change) => this.#changed(change));
    const named = await Promise.all(changes.map((change) => this.#deps.subjectsOf(change)));
    const note = merged(notes);
    const subjects = [...new Set([...note.subjects, ...named.flat()])];
    const split = splitSubjects(subjects);
    const intent = await this.#make({ kind: "change", ...note, ...split.said, rows }, tx);
    const hash = split.said.further?.hash;
    const beside = hash === undefined || this.#kept.has(hash) ? [] : split.rows;
    const onCommitted = (versionstamp: string) => {
      this.#remember(rows, versionstamp);
      if (hash !== undefined) this.#keep(hash);
    };
    return { prefix: auditKeys.intent.prefix, row: intent, beside, onCommitted };
  }

  /** An intent of whoever acts now. */
  async #make(
    { rows, why, ...parts }: IntentParts,
    tx: SealingCommit,
  ): Promise<Intent> {
    const { who, command, network, reference } = acting();
    const { kind, what = command, act, count, subjects, further } = parts;
    const sealed = await this.#sealed(subjects[0] ?? null, why ?? "", tx);
    return {
      ...{ kind, at: this.#deps.clock.now().toString(), who: whoLine(who), what },
      ...(act === undefined ? {} : { act }),
      ...(sealed === null ? {} : { why: sealed }),
      ...{ from: network, ref: reference, subjects, rows: boundedRows(rows) },
      ...(further === undefined ? {} : { further }),
      ...(count === undefined ? {} : { count }),
    };
  }

  async #sealed(
    subject: string | null,
    why: string,
    tx: SealingCommit,
  ): Promise<string | null> {
    return why === "" ? null : await this.#deps.sealWhy(subject, why, tx);
  }

  #changed({ key, row, was }: RowChange): ChangedRow {
    const name = rowName(key);
    return { row: name, was: this.#before(name, was), is: row === undefined ? null : rowHash(row) };
  }

  #before(name: string, was: string | null): string | null {
    if (was === null) return null;
    const known = this.#remembered.get(name);
    return known?.versionstamp === was ? known.hash : `@${was}`;
  }

  #keep(hash: string): void {
    this.#kept.add(hash);
    for (const known of this.#kept) {
      if (this.#kept.size <= MAX_GROUPS) break;
      this.#kept.delete(known);
    }
  }

  #remember(rows: readonly ChangedRow[], versionstamp: string): void {
    for (const { row, is } of rows) {
      this.#remembered.delete(row);
      if (is !== null) this.#remembered.set(row, { versionstamp, hash: is });
    }
    for (const name of this.#remembered.keys()) {
      if (this.#remembered.size <= MAX_REMEMBERED) break;
      this.#remembered.delete(name);
    }
  }
}

/** `person/01K…`. */
export function whoLine(who: Who): string {
  return who.kind === "person" ? `person/${who.id}` : who.kind;
}

/** What several notes of one commit say together. */
function merged(notes: readonly AuditNote[]) {
  const acts = [...new Set(notes.flatMap(({ act }) => act ?? []))];
  const whys = [...new Set(notes.flatMap(({ why }) => why ?? []))];
  const told = notes.find(({ kind }) => kind !== undefined);
  return {
    ...(told?.kind === undefined ? {} : { kind: told.kind }),
    ...(told?.what === undefined ? {} : { what: told.what }),
    ...(told?.count === undefined ? {} : { count: told.count }),
    ...(acts.length === 0 ? {} : { act: acts.join(" ") }),
    ...(whys.length === 0 ? {} : { why: whys.join("\n") }),
    subjects: notes.flatMap(({ subjects = [] }) => subjects),
  };
}

function boundedRows(rows: readonly ChangedRow[]): readonly ChangedRow[] {
  if (rows.length <= MAX_ROWS) return rows;
  const further = rows.slice(MAX_ROWS - 1);
  const hash = shortHash(further.map((row) => JSON.stringify(row)).join("\n"));
  return [...rows.slice(0, MAX_ROWS - 1), {
    row: `${further.length} more`,
    was: "?",
    is: `#${hash}`,
  }];
}
