// Reads identities, and writes one with its index in one atomic: the only place that does.
import { base64Url } from "../../kernel/ids.ts";
import { macOf } from "../../kernel/mac.ts";
import type { Database } from "../../kv/open.ts";
import { readEntry, readList, readThoseReadable } from "../../kv/read.ts";
import type { Transaction } from "../../kv/transaction.ts";
import { accountKeys } from "../keys.ts";
import type { PersonId } from "../person.ts";
import { type Identity, MAX_IDENTITIES, type ProvedIdentity } from "./identity.ts";

/** An identity as stored now. */
export interface StoredIdentity {
  identity: Identity | null;
  versionstamp: string | null;
}

/** An identity of a person, with what it is named by. */
export interface OwnIdentity extends Identity {
  mark: string;
}

/** Reads identities. */
export class IdentityStore {
  readonly #db: Database;
  readonly #reachKey: CryptoKey;

  constructor({ db, reachKey }: { db: Database; reachKey: CryptoKey }) {
    this.#db = db;
    this.#reachKey = reachKey;
  }

  /** Under what an identity is found: a keyed hash, so that nobody reads from the keys who is known where. */
  async mark({ source, subject }: Pick<ProvedIdentity, "source" | "subject">): Promise<string> {
    // The length keeps two parts from being cut elsewhere.
    const message = `identity/${source.length}/${source}/${subject}`;
    return base64Url(await macOf(this.#reachKey, message));
  }

  /** An identity by its mark, or null. */
  async get(mark: string): Promise<StoredIdentity> {
    const { value, versionstamp } = await readEntry(this.#db.write, accountKeys.identity(mark));
    return { identity: value, versionstamp };
  }

  /** Those of a person, by when they were linked. */
  async of(personId: PersonId): Promise<OwnIdentity[]> {
    const prefix = accountKeys.ownIdentity.under(personId);
    const rows = await readList(this.#db.read, { prefix }, MAX_IDENTITIES);
    const marks = rows.map(({ value }) => value);
    const found = await readThoseReadable(
      this.#db.read,
      marks.map((mark) => accountKeys.identity(mark)),
    );
    return found.flatMap(({ value }, i) =>
      value === null ? [] : [{ ...value, mark: marks[i] ?? "" }]
    )
      .toSorted((a, b) => a.linkedAt < b.linkedAt ? -1 : 1);
  }

  /** Adds an identity to a commit; of two who link it the later commit fails. */
  add(tx: Transaction, mark: string, identity: Identity): void {
    tx.check(accountKeys.identity(mark), null).set(accountKeys.identity(mark), identity);
    tx.set(accountKeys.ownIdentity(identity.personId, mark), mark);
  }

  /** Takes it away in a commit, as it was read. */
  remove(tx: Transaction, mark: string, { identity, versionstamp }: StoredIdentity): void {
    if (identity === null) return;
    tx.check(accountKeys.identity(mark), versionstamp).delete(accountKeys.identity(mark));
    tx.delete(accountKeys.ownIdentity(identity.personId, mark));
  }
}
