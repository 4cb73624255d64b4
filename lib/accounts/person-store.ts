// Reads people, and writes one with all indexes in one atomic: the only place that does.
import type { Database } from "../kv/open.ts";
import { readEntry, readIfReadable, readList, readThoseReadable } from "../kv/read.ts";
import { walkBack } from "../kv/walk.ts";
import type { Transaction } from "../kv/transaction.ts";
import { accountKeys } from "./keys.ts";
import type { Person, PersonEvent, PersonId } from "./person.ts";
import { accessChanged } from "./person-feed.ts";
import { isAdmin, isStaff } from "./person-rules.ts";
import { reachMark } from "./reach-mark.ts";

/** Most people of the staff that are listed. */
export const MAX_STAFF = 1_000;
/** Most events kept of one person. */
export const MAX_PERSON_EVENTS = 500;

/** A person as stored now. */
export interface StoredPerson {
  person: Person;
  versionstamp: string;
}

/** What the store stands on. */
export interface PersonStoreDeps {
  db: Database;
  reachKey: CryptoKey;
}

/** Reads people. */
export class PersonStore {
  readonly #db: Database;
  readonly #reachKey: CryptoKey;

  constructor({ db, reachKey }: PersonStoreDeps) {
    this.#db = db;
    this.#reachKey = reachKey;
  }

  /** A person, or null. */
  async get(id: PersonId): Promise<StoredPerson | null> {
    const { value, versionstamp } = await readEntry(this.#db.read, accountKeys.person(id));
    return value === null ? null : { person: value, versionstamp };
  }

  /** Whose a mail address or a telephone number is, or null. */
  async ownerOf(kind: "email" | "phone", at: string): Promise<PersonId | null> {
    return await this.ownerOfMark(await reachMark(this.#reachKey, kind, at));
  }

  /** The same by the keyed mark of the address or the number. */
  async ownerOfMark(mark: string): Promise<PersonId | null> {
    return (await readEntry(this.#db.read, accountKeys.personByReach(mark))).value;
  }

  /** Everybody with an account, the newest first, read a part at a time. */
  async *all(): AsyncGenerator<PersonId> {
    for await (const { value } of walkBack(this.#db.read, accountKeys.person.prefix)) {
      yield value.id;
    }
  }

  /** Who works on the operators' pages, by when they joined. */
  async staff(): Promise<Person[]> {
    const rows = await readList(
      this.#db.read,
      { prefix: accountKeys.staff.prefix },
      MAX_STAFF,
    );
    const keys = rows.map(({ value }) => accountKeys.person(value));
    return (await readThoseReadable(this.#db.read, keys))
      .flatMap(({ value }) => value === null ? [] : [value]);
  }

  /** The active admins, with the stamp a change of them is checked by. */
  async admins(): Promise<{ ids: readonly PersonId[]; versionstamp: string | null }> {
    const { value, versionstamp } = await readIfReadable(this.#db.write, accountKeys.admins());
    // A row that is not there, or that nobody can read, is made anew from the people themselves.
    const ids = value ?? (await this.staff()).filter(isAdmin).map(({ id }) => id);
    return { ids, versionstamp };
  }

  /** What happened to a person, oldest first. */
  async events(id: PersonId): Promise<PersonEvent[]> {
    const prefix = accountKeys.personEvent.under(id);
    const rows = await readList(this.#db.read, { prefix }, MAX_PERSON_EVENTS);
    return rows.map(({ value }) => value);
  }

  /**
   * Adds a person and what happened to a commit, with every index of theirs. `before` carries the stamp it is checked
   * by, and `admins` the row of the admins as it was read. Of two people with one address the later commit fails.
   */
  async write(
    tx: Transaction,
    change: {
      before: StoredPerson | null;
      after: Person;
      event: PersonEvent;
      admins: { ids: readonly PersonId[]; versionstamp: string | null };
    },
  ): Promise<void> {
    const { before, after, event, admins } = change;
    const { id } = after;
    tx.check(accountKeys.person(id), before?.versionstamp ?? null);
    tx.set(accountKeys.person(id), after);
    tx.set(accountKeys.personEvent(id, after.version), event);
    for (const kind of ["email", "phone"] as const) {
      await this.#writeReach(tx, kind, id, before?.person[kind] ?? "", after[kind]);
    }
    if (isStaff(after)) tx.set(accountKeys.staff(id), id);
    else tx.delete(accountKeys.staff(id));
    const others = admins.ids.filter((one) => one !== id);
    tx.check(accountKeys.admins(), admins.versionstamp);
    tx.set(accountKeys.admins(), isAdmin(after) ? [...others, id] : others);
    tx.append(accessChanged, { at: event.at, personId: id, sessionId: null });
  }

  async #writeReach(
    tx: Transaction,
    kind: "email" | "phone",
    id: PersonId,
    before: string,
    after: string,
  ): Promise<void> {
    if (before === after) return;
    if (before !== "") {
      tx.delete(accountKeys.personByReach(await reachMark(this.#reachKey, kind, before)));
    }
    if (after === "") return;
    const key = accountKeys.personByReach(await reachMark(this.#reachKey, kind, after));
    tx.check(key, null).set(key, id);
  }
}
