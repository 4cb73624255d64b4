// What is remembered of a sign-in at others until somebody comes back: sealed, under the hash of its id, used once.
import type { Clock } from "../../kernel/clock.ts";
import { type RandomBytes, tokenHash } from "../../kernel/ids.ts";
import { commitUnlessLocked, commitWithRetry } from "../../kv/commit.ts";
import type { Key } from "../../kv/family.ts";
import type { Database } from "../../kv/open.ts";
import { readIfReadable } from "../../kv/read.ts";
import { Transaction } from "../../kv/transaction.ts";
import { openText, sealText } from "../../security/sealed-text.ts";
import { accountKeys } from "../keys.ts";
import { FLOW_MINUTES, type SignInFlow } from "./identity.ts";

/** What it stands on. */
export interface FlowDeps {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
  sealKey: CryptoKey;
}

/** Something that is remembered, with the stamp it is used up by. */
export interface KeptFlow {
  value: unknown;
  versionstamp: string | null;
}

/** The longest anything is remembered, in milliseconds. */
const LONGEST_MS = FLOW_MINUTES * 60_000;

/** What a way in asks of them. */
export type FlowRows = Pick<SignInFlows, "keep" | "look" | "use" | "forget">;

/** What is remembered, by kind and id. */
export class SignInFlows {
  readonly #deps: FlowDeps;

  constructor(deps: FlowDeps) {
    this.#deps = deps;
  }

  /** Remembers `value` for at most `ms` milliseconds. */
  async keep(kind: string, id: string, value: unknown, ms = LONGEST_MS): Promise<void> {
    const { db, clock, randomBytes, sealKey } = this.#deps;
    const hash = tokenHash(id);
    const sealed = await sealText(sealKey, placeOf(kind, hash), JSON.stringify(value), randomBytes);
    const milliseconds = Math.min(ms, LONGEST_MS);
    const expiresAt = clock.now().add({ milliseconds }).toString();
    await commitWithRetry(db, (tx) => {
      tx.set(accountKeys.signInFlow(kind, hash), { sealed, expiresAt });
      return Promise.resolve();
    });
  }

  /** What is remembered; `value` is null for nothing, and for what is over. */
  async look(kind: string, id: string): Promise<KeptFlow> {
    const { db, clock, sealKey } = this.#deps;
    const hash = tokenHash(id);
    const { value, versionstamp } = await readIfReadable(
      db.write,
      accountKeys.signInFlow(kind, hash),
    );
    if (value === null || Temporal.Instant.compare(clock.now(), value.expiresAt) >= 0) {
      return { value: null, versionstamp: null };
    }
    const text = await openText(sealKey, placeOf(kind, hash), value.sealed);
    return { value: JSON.parse(text), versionstamp };
  }

  /** Forgets it as it was seen; false for who came second. */
  async use(kind: string, id: string, versionstamp: string | null): Promise<boolean> {
    const key: Key<SignInFlow> = accountKeys.signInFlow(kind, tokenHash(id));
    const tx = new Transaction(this.#deps.db).check(key, versionstamp).delete(key);
    return versionstamp !== null && await commitUnlessLocked(tx) !== null;
  }

  /** Forgets it. */
  async forget(kind: string, id: string): Promise<void> {
    await commitWithRetry(this.#deps.db, (tx) => {
      tx.delete(accountKeys.signInFlow(kind, tokenHash(id)));
      return Promise.resolve();
    });
  }
}

/** Where it is sealed for. */
function placeOf(kind: string, hash: string): readonly string[] {
  return ["sign-in-flow", kind, hash];
}
