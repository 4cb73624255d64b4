// The rows of one commit that wait to be sealed: whose they are is settled, then all are sealed together.
import { invariant } from "../kernel/invariant.ts";
import type { Key, SubjectName, SubjectOfRow } from "./family.ts";
import { type PendingSeal, putSeal } from "./sealed-rows.ts";
import type { Sealer, SealingCommit } from "./sealer.ts";
import { decodeRow, rowsOf } from "./stored-row.ts";

type Subject = SubjectName | SubjectOfRow | null;

/** Most keys KV takes in one getMany. */
const MAX_GET_MANY = 10;

/** Collects them. */
export class PendingSeals {
  readonly #sealer: Sealer;
  /** Where rows stand that say whose others are. */
  readonly #kv: Deno.Kv;
  readonly #pending: PendingSeal[] = [];
  /** Whose the rows of this commit are, by their keys. */
  readonly #known = new Map<string, Subject>();

  constructor(sealer: Sealer, kv: Deno.Kv) {
    this.#sealer = sealer;
    this.#kv = kv;
  }

  /** Takes down whose a row of this commit is: others may be of the same. */
  know<Value>(key: Key<Value>, value: Value): void {
    const subject = rowsOf(key).sealed?.subject(value, key);
    if (subject !== undefined) this.#known.set(nameOf(key), subject);
  }

  /** Adds a row. */
  add(pending: PendingSeal): void {
    this.#pending.push(pending);
  }

  /** Seals all of them, in place. */
  async sealAll(tx: SealingCommit): Promise<void> {
    const pending = this.#pending.splice(0);
    if (pending.length === 0) return;
    await this.#readSubjects(pending);
    const parts = pending.map((one) => ({ ...one, subject: this.#whose(one.subject) }));
    const envelopes = await this.#sealer.seal(parts, tx);
    pending.forEach((one, i) => {
      const envelope = envelopes[i];
      invariant(envelope !== undefined, "Each row has its envelope");
      putSeal(one, envelope);
    });
  }

  /** Follows one step: the row that is named says itself whose it is. */
  #whose(subject: Subject): SubjectName | null {
    if (subject === null || !("like" in subject)) return subject;
    const known = this.#known.get(nameOf(subject.like)) ?? null;
    invariant(
      known === null || !("like" in known),
      "Whose a row is, is said in two places at most",
    );
    return known;
  }

  /** Reads, together, the rows that others are like and that this commit does not write. */
  async #readSubjects(pending: readonly PendingSeal[]): Promise<void> {
    const unknown = new Map<string, Key<unknown>>();
    for (const { subject } of pending) {
      if (subject === null || !("like" in subject)) continue;
      const name = nameOf(subject.like);
      if (!this.#known.has(name)) unknown.set(name, subject.like);
    }
    const keys = [...unknown];
    for (let i = 0; i < keys.length; i += MAX_GET_MANY) {
      const some = keys.slice(i, i + MAX_GET_MANY);
      const rows = await this.#kv.getMany<unknown[]>(some.map(([, key]) => key));
      for (const [n, [name, key]] of some.entries()) {
        const { value = null, versionstamp = null } = rows[n] ?? {};
        this.#known.set(name, versionstamp === null ? null : subjectOf(key, value));
      }
    }
  }
}

function subjectOf(key: Key<unknown>, stored: unknown): Subject {
  const rows = rowsOf(key);
  return rows.sealed?.subject(decodeRow(rows, stored), key) ?? null;
}

function nameOf(key: Deno.KvKey): string {
  return JSON.stringify(key.map(String));
}
