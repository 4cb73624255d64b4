// Reads the passkeys of people, and writes one with its index in one atomic.
import type { Database } from "../kv/open.ts";
import { readIfReadable, readList, readThoseReadable } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { accountKeys } from "./keys.ts";
import { MAX_PASSKEYS, type Passkey } from "./passkey.ts";
import type { PersonId } from "./person.ts";

/** The passkeys of a person, oldest first. */
export async function passkeysOf(
  { db }: { db: Pick<Database, "read"> },
  personId: PersonId,
): Promise<Passkey[]> {
  const prefix = accountKeys.ownPasskey.under(personId);
  const own = await readList(db.read, { prefix }, MAX_PASSKEYS);
  const rows = await readThoseReadable(db.read, own.map(({ value }) => accountKeys.passkey(value)));
  return rows.flatMap(({ value }) => value === null ? [] : [value])
    .toSorted((a, b) => a.createdAt < b.createdAt ? -1 : 1);
}

/** A passkey with the stamp its change is checked by. */
export interface StoredPasskey {
  passkey: Passkey;
  versionstamp: string;
}

/** Those of a person as they are stored now, each with its stamp: whoever counts on one being there checks that. */
export async function storedPasskeysOf(
  { db }: { db: Database },
  personId: PersonId,
): Promise<StoredPasskey[]> {
  const prefix = accountKeys.ownPasskey.under(personId);
  const own = await readList(db.write, { prefix }, MAX_PASSKEYS);
  const keys = own.map(({ value }) => accountKeys.passkey(value));
  const rows = await readThoseReadable(db.write, keys);
  return rows.flatMap(({ value, versionstamp }) =>
    value === null || versionstamp === null ? [] : [{ passkey: value, versionstamp }]
  );
}

/** One by its id; null when there is none. */
export async function readPasskey(
  { db }: { db: Database },
  id: string,
): Promise<StoredPasskey | null> {
  const { value, versionstamp } = await readIfReadable(db.write, accountKeys.passkey(id));
  return value === null || versionstamp === null ? null : { passkey: value, versionstamp };
}

/** Adds a passkey to a commit; it fails when the device's id is known already. */
export function addPasskey(tx: Transaction, passkey: Passkey): void {
  const key = accountKeys.passkey(passkey.id);
  tx.check(key, null).set(key, passkey);
  tx.set(accountKeys.ownPasskey(passkey.personId, passkey.id), passkey.id);
}

/** Takes a passkey away in a commit. */
export function deletePasskey(tx: Transaction, { id, personId }: Passkey): void {
  tx.delete(accountKeys.passkey(id)).delete(accountKeys.ownPasskey(personId, id));
}
