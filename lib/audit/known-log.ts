// What this process knew of the log when it last looked: a head that somebody else wrote has to go on from there. One that does not
// is of a log that was written anew, and is neither gone on with nor signed: this process's signature would vouch for it.
import type { Database } from "../kv/open.ts";
import { readIfReadable } from "../kv/read.ts";
import { type AuditHead, auditKeys } from "./keys.ts";
import { treeOf } from "./log-state.ts";
import { type Hash, isSameHash, rootAt } from "./merkle.ts";
import { subtreesFrom } from "./tiles.ts";

/** Of one process. */
export class KnownLog {
  #size = 0;
  #root: Hash | null = null;
  #versionstamp: string | null = null;
  #isAltered = false;

  /** True once a head was seen that does not go on from what was known. */
  get isAltered(): boolean {
    return this.#isAltered;
  }

  /** Takes down a head this process wrote. */
  remember(head: Pick<AuditHead, "size" | "edge">, versionstamp: string | null): void {
    this.#size = head.size;
    this.#root = treeOf(head).root();
    this.#versionstamp = versionstamp;
  }

  /** False, from then on, when a head that was read is of another log; else it is what is known. */
  async goesOn(db: Database, head: AuditHead, versionstamp: string | null): Promise<boolean> {
    if (this.#isAltered) return false;
    if (versionstamp === this.#versionstamp) return true;
    const isSame = this.#root === null || await this.#isBeginningOf(db, head, this.#root);
    // Somebody appended between the two reads: the next look decides.
    if (!isSame) {
      const { versionstamp: now } = await readIfReadable(db.write, auditKeys.head());
      this.#isAltered = now === versionstamp;
      return false;
    }
    this.remember(head, versionstamp);
    return true;
  }

  async #isBeginningOf(db: Database, head: AuditHead, known: Hash): Promise<boolean> {
    if (head.size < this.#size) return false;
    if (head.size === this.#size) return isSameHash(treeOf(head).root(), known);
    const read = subtreesFrom(async ({ height, index }) =>
      (await readIfReadable(db.write, auditKeys.tile(height, index))).value ?? new Uint8Array()
    );
    return isSameHash(await rootAt(this.#size, read), known);
  }
}
