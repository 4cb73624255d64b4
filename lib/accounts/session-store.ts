// Server-side sessions. The browser holds a secret; the database holds only its hash.
import type { Clock } from "../kernel/clock.ts";
import { tokenHash } from "../kernel/ids.ts";
import { commitUnlessLocked } from "../kv/commit.ts";
import { accountKeys } from "./keys.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable } from "../kv/read.ts";
import { Transaction } from "../kv/transaction.ts";
import type { OperatorSession } from "./session.ts";
import { isLive, slide } from "./session-rules.ts";

/** Told the id of a session that was ended by a person; its open streams close then. */
export type SessionEndListener = (sessionId: string) => void;

/** What the rest of the product knows of sessions; accounts with passwords or OIDC can stand behind it too. */
export interface SessionStore {
  /** The live session of a secret, its idle time moved ahead; null when unknown or over. */
  use(secret: string): Promise<OperatorSession | null>;
  /** True while the session lives. Does not count as activity. */
  isLive(sessionId: string): Promise<boolean>;
  /** Adds a new session to the commit of a sign-in. */
  add(tx: Transaction, session: OperatorSession): void;
  /** Ends a session for good and tells the listeners. Ending nothing is fine. */
  end(sessionId: string): Promise<void>;
  /** Calls `listener` for each ended session until the returned function is called. */
  onEnd(listener: SessionEndListener): () => void;
}

/** Sessions in Deno KV. */
export class KvSessionStore implements SessionStore {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #listeners = new Set<SessionEndListener>();

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  async use(secret: string): Promise<OperatorSession | null> {
    const now = this.#clock.now();
    const key = accountKeys.operatorSession(tokenHash(secret));
    const { value, versionstamp } = await readIfReadable(this.#db.read, key);
    if (value === null || !isLive(value, now)) return null;
    const later = slide(value, now);
    if (later === null) return value;
    // The check keeps a slide from bringing back a session that was ended meanwhile; losing it is fine.
    const tx = new Transaction(this.#db).check(key, versionstamp);
    const written = await commitUnlessLocked(tx.set(key, later));
    return written === null ? await this.#again(key) : later;
  }

  async isLive(sessionId: string): Promise<boolean> {
    const { value } = await readIfReadable(this.#db.read, accountKeys.operatorSession(sessionId));
    return value !== null && isLive(value, this.#clock.now());
  }

  add(tx: Transaction, session: OperatorSession): void {
    const key = accountKeys.operatorSession(session.id);
    tx.check(key, null).set(key, session);
  }

  async end(sessionId: string): Promise<void> {
    await this.#db.write.delete(accountKeys.operatorSession(sessionId));
    for (const listener of [...this.#listeners]) listener(sessionId);
  }

  onEnd(listener: SessionEndListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** After a lost slide: somebody else slid the session, or it was ended. */
  async #again(
    key: ReturnType<typeof accountKeys.operatorSession>,
  ): Promise<OperatorSession | null> {
    const { value } = await readIfReadable(this.#db.write, key);
    return value !== null && isLive(value, this.#clock.now()) ? value : null;
  }
}
