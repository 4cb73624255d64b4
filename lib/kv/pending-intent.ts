// What one commit will say about itself, gathered while it is made.
import type { AuditNote, IntentRow, IntentWriter, RowChange } from "./intent.ts";
import type { SealingCommit } from "./sealer.ts";
import { storedStamps } from "./stored-stamps.ts";

/** A row to store, or a key to delete. */
export type Write =
  | { key: Deno.KvKey; row: unknown; value?: unknown }
  | { key: Deno.KvKey; isGone: true };

/** Gathers it; nothing where nobody stands behind the port. */
export class PendingIntent {
  readonly #intents: IntentWriter | undefined;
  /** Where rows are read that nobody checked. */
  readonly #kv: Deno.Kv;
  readonly #checked = new Map<string, string | null>();
  readonly #notes: AuditNote[] = [];

  constructor(intents: IntentWriter | undefined, kv: Deno.Kv) {
    this.#intents = intents;
    this.#kv = kv;
  }

  /** Takes down what a row was read as. */
  checked(key: Deno.KvKey, versionstamp: string | null): void {
    if (this.#intents?.isAudited(key[0])) this.#checked.set(nameOf(key), versionstamp);
  }

  /** Takes down what a use case says. */
  note(note: AuditNote): void {
    this.#notes.push(note);
  }

  /** The row to write beside some others, as they will stand, sealed; null for none. */
  async rowOf(writes: readonly Write[], tx: SealingCommit): Promise<IntentRow | null> {
    const intents = this.#intents;
    if (intents === undefined) return null;
    const changes = writes.filter(({ key }) => intents.isAudited(key[0]));
    if (changes.length + this.#notes.length === 0) return null;
    await this.#readUnchecked(changes.map(({ key }) => key));
    const known = changes.map((write): RowChange => ({
      ...("isGone" in write ? { key: write.key, row: undefined } : write),
      was: this.#checked.get(nameOf(write.key)) ?? null,
    }));
    return await intents.intentOf(known, this.#notes, tx);
  }

  /** What is written unchecked is said to have been what it is a moment before: no other commit is made to wait for it. */
  async #readUnchecked(keys: readonly Deno.KvKey[]): Promise<void> {
    const unchecked = keys.filter((key) => !this.#checked.has(nameOf(key)));
    const stamps = await storedStamps(this.#kv, unchecked);
    unchecked.forEach((key, i) => this.#checked.set(nameOf(key), stamps[i] ?? null));
  }
}

/** Tells the keys of one commit apart. */
function nameOf(key: Deno.KvKey): string {
  return key.map(String).join("\u0000");
}
