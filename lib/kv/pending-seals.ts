// The rows of one commit that wait to be sealed: whose they are is settled, then all are sealed together.
import { invariant } from "../kernel/invariant.ts";
import type { Key, SubjectName, SubjectOfRow } from "./family.ts";
import { type PendingSeal, putSeal } from "./sealed-rows.ts";
import type { Sealer, SealingCommit } from "./sealer.ts";
import { decodeRow, rowsOf } from "./stored-row.ts";

type Subject = SubjectName | SubjectOfRow | null;

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
    const parts: (PendingSeal & { subject: SubjectName | null })[] = [];
    for (const one of pending) parts.push({ ...one, subject: await this.#whose(one.subject) });
    const envelopes = await this.#sealer.seal(parts, tx);
    pending.forEach((one, i) => {
      const envelope = envelopes[i];
      invariant(envelope !== undefined, "Each row has its envelope");
      putSeal(one, envelope);
    });
  }

  /** Follows one step: the row that is named says itself whose it is. */
  async #whose(subject: Subject): Promise<SubjectName | null> {
    if (subject === null || !("like" in subject)) return subject;
    const known = this.#known.get(nameOf(subject.like)) ?? await this.#readSubject(subject.like);
    invariant(
      known === null || !("like" in known),
      "Whose a row is, is said in two places at most",
    );
    return known;
  }

  async #readSubject(key: Key<unknown>): Promise<Subject> {
    const rows = rowsOf(key);
    const { value, versionstamp } = await this.#kv.get(key);
    if (versionstamp === null) return null;
    return rows.sealed?.subject(decodeRow(rows, value), key) ?? null;
  }
}

function nameOf(key: Deno.KvKey): string {
  return JSON.stringify(key.map(String));
}
