// What one commit will say about itself, gathered while it is made.
import type { AuditNote, IntentRow, IntentWriter, RowChange } from "./intent.ts";
import type { SealingCommit } from "./sealer.ts";

/** A row to store, or a key to delete. */
export type Write =
  | { key: Deno.KvKey; row: unknown; value?: unknown }
  | { key: Deno.KvKey; isGone: true };

/** Gathers it; nothing where nobody stands behind the port. */
export class PendingIntent {
  readonly #intents: IntentWriter | undefined;
  readonly #checked = new Map<string, string | null>();
  readonly #notes: AuditNote[] = [];

  constructor(intents: IntentWriter | undefined) {
    this.#intents = intents;
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
    const known = changes.map((write): RowChange => ({
      ...("isGone" in write ? { key: write.key, row: undefined } : write),
      was: this.#checked.get(nameOf(write.key)),
    }));
    return await intents.intentOf(known, this.#notes, tx);
  }
}

/** Tells the keys of one commit apart. */
function nameOf(key: Deno.KvKey): string {
  return key.map(String).join("\u0000");
}
