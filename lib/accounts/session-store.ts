// Server-side sessions. The browser holds a secret; the database holds only its hash.
import type { Clock } from "../kernel/clock.ts";
import { tokenHash } from "../kernel/ids.ts";
import { commitUnlessLocked } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable, readList, readThoseReadable } from "../kv/read.ts";
import { Transaction } from "../kv/transaction.ts";
import { accountKeys } from "./keys.ts";
import type { Person, PersonId } from "./person.ts";
import { accessChanged } from "./person-feed.ts";
import type { Session, SignedInPerson } from "./session.ts";
import { isLive, slide } from "./session-rules.ts";

/** Most sessions of one person; with more, the oldest ends. */
const MAX_SESSIONS = 20;

/** Index rows of one person that are read: sessions that are over stay in it until their last day, and a page is a browser's. */
export const MAX_SESSION_ROWS = 5_000;
/** Sessions ended in one commit: each is an entry of the feed. */
const ENDED_AT_ONCE = 20;
/** Rows of sessions that are over, or are one too many, that a sign-in takes away. */
const DROPPED_AT_ONCE = 50;

/** Told the id of a session that has ended or must be looked at again; its open streams do so at once. */
export type SessionListener = (sessionId: string) => void;

/** What the rest of the product knows of sessions. */
export interface SessionStore {
  /** The live session of a secret with its person, its idle time moved ahead; null when unknown, over, or blocked. */
  use(secret: string): Promise<SignedInPerson | null>;
  /** The person of a live session, or null. Does not count as activity. */
  look(sessionId: string): Promise<SignedInPerson | null>;
  /** Adds a new session to the commit of a sign-in; beyond MAX_SESSIONS the person's oldest end with it. */
  add(tx: Transaction, session: Session): Promise<void>;
  /** The live sessions of a person, the one used last first. */
  of(personId: PersonId): Promise<Session[]>;
  /** Ends a session for good and tells the listeners. Ending nothing is fine. */
  end(sessionId: string): Promise<void>;
  /** Ends all sessions of a person but one. */
  endAllOf(personId: PersonId, except: string | null): Promise<void>;
  /** Has open streams of a person look again at what the person may do. */
  tell(personId: PersonId): Promise<void>;
  /** Calls `listener` for each session that ended or changed until the returned function is called. */
  onEnd(listener: SessionListener): () => void;
}

/** Sessions in Deno KV. */
export class KvSessionStore implements SessionStore {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #listeners = new Set<SessionListener>();

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  async use(secret: string): Promise<SignedInPerson | null> {
    const now = this.#clock.now();
    const key = accountKeys.session(tokenHash(secret));
    const { value, versionstamp } = await readIfReadable(this.#db.read, key);
    const signedIn = await this.#withPerson(value);
    if (signedIn === null) return null;
    const later = slide(signedIn.session, now);
    if (later === null) return signedIn;
    // The check keeps a slide from bringing back a session that was ended meanwhile; losing it is fine.
    const tx = new Transaction(this.#db).check(key, versionstamp);
    const written = await commitUnlessLocked(tx.set(key, later));
    return written === null ? await this.look(later.id) : { ...signedIn, session: later };
  }

  async look(sessionId: string): Promise<SignedInPerson | null> {
    const { value } = await readIfReadable(this.#db.write, accountKeys.session(sessionId));
    return await this.#withPerson(value);
  }

  async add(tx: Transaction, session: Session): Promise<void> {
    const { id, personId, absoluteExpiresAt } = session;
    const key = accountKeys.session(id);
    tx.check(key, null).set(key, session);
    tx.set(accountKeys.ownSession(personId, id), { absoluteExpiresAt });
    const ids = await this.#idsOf(personId);
    const live = (await this.#liveOf(ids)).map((one) => one.id);
    const kept = new Set(live.slice(0, MAX_SESSIONS - 1));
    for (const old of ids.filter((one) => !kept.has(one)).slice(0, DROPPED_AT_ONCE)) {
      tx.delete(accountKeys.session(old)).delete(accountKeys.ownSession(personId, old));
    }
  }

  async of(personId: PersonId): Promise<Session[]> {
    return await this.#liveOf(await this.#idsOf(personId));
  }

  async end(sessionId: string): Promise<void> {
    const key = accountKeys.session(sessionId);
    const { value } = await readIfReadable(this.#db.write, key);
    const tx = new Transaction(this.#db).delete(key);
    if (value !== null) this.#remove(tx, value);
    await tx.commit();
    this.#tell([sessionId]);
  }

  async endAllOf(personId: PersonId, except: string | null): Promise<void> {
    const ending = (await this.of(personId)).filter(({ id }) => id !== except);
    for (let first = 0; first < ending.length; first += ENDED_AT_ONCE) {
      const some = ending.slice(first, first + ENDED_AT_ONCE);
      const tx = new Transaction(this.#db);
      for (const session of some) this.#remove(tx, session);
      await tx.commit();
      this.#tell(some.map(({ id }) => id));
    }
  }

  async tell(personId: PersonId): Promise<void> {
    this.#tell((await this.of(personId)).map(({ id }) => id));
  }

  onEnd(listener: SessionListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async #idsOf(personId: PersonId): Promise<string[]> {
    const prefix = accountKeys.ownSession.under(personId);
    const rows = await readList(this.#db.read, { prefix }, MAX_SESSION_ROWS);
    return rows.map(({ key }) => String(key.at(-1)));
  }

  async #liveOf(ids: readonly string[]): Promise<Session[]> {
    const now = this.#clock.now();
    return (await readThoseReadable(this.#db.read, ids.map((id) => accountKeys.session(id))))
      .flatMap(({ value }) => value !== null && isLive(value, now) ? [value] : [])
      .toSorted((a, b) => b.idleExpiresAt < a.idleExpiresAt ? -1 : 1);
  }

  #remove(tx: Transaction, { id, personId }: Session): void {
    const at = this.#clock.now().toString();
    tx.delete(accountKeys.session(id)).delete(accountKeys.ownSession(personId, id));
    tx.append(accessChanged, { at, personId, sessionId: id });
  }

  #tell(sessionIds: readonly string[]): void {
    for (const id of sessionIds) for (const listener of [...this.#listeners]) listener(id);
  }

  async #withPerson(session: Session | null): Promise<SignedInPerson | null> {
    if (session === null || !isLive(session, this.#clock.now())) return null;
    const { value } = await readIfReadable(this.#db.read, accountKeys.person(session.personId));
    const person: Person | null = value;
    return person?.standing.kind === "active" ? { session, person } : null;
  }
}
