// Erases an account: every way in, what the person kept, what happened to them, and last the person. Called again after a
// break it goes on, and of an account that is gone nothing is left to do.
import { commitWithRetry } from "../kv/commit.ts";
import type { Key } from "../kv/family.ts";
import type { Database } from "../kv/open.ts";
import { readEntry, readList } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { accountKeys } from "./keys.ts";
import type { PersonId } from "./person.ts";
import { accessChanged } from "./person-feed.ts";
import { reachMark } from "./reach-mark.ts";
import type { SessionStore } from "./session-store.ts";

/** Rows taken in one commit. */
export const ROWS_PER_COMMIT = 100;

/** What erasing needs. */
export interface EraseAccountDeps {
  db: Database;
  reachKey: CryptoKey;
  sessions: Pick<SessionStore, "endAllOf">;
}

/** The marks of a person: of the account, and of the number and the address that were shown to be theirs. */
export async function marksOfPerson(
  { db, reachKey }: Pick<EraseAccountDeps, "db" | "reachKey">,
  id: PersonId,
): Promise<string[]> {
  const { value } = await readEntry(db.write, accountKeys.person(id));
  const { email = "", phone = "" } = value ?? {};
  return await Promise.all([
    reachMark(reachKey, "person", id),
    ...(phone === "" ? [] : [reachMark(reachKey, "phone", phone)]),
    ...(email === "" ? [] : [reachMark(reachKey, "email", email)]),
  ]);
}

/** True for somebody who works here or drives: they are released first, so that nobody locks the company out. */
export async function hasDuties(
  { db }: Pick<EraseAccountDeps, "db">,
  id: PersonId,
): Promise<boolean> {
  const { value } = await readEntry(db.write, accountKeys.person(id));
  return value?.grants.some(({ role }) => role !== "customer") ?? false;
}

/** Erases the account with everything that hangs on it; `at` is the server's instant. */
export async function eraseAccount(
  deps: EraseAccountDeps,
  id: PersonId,
  at: string,
): Promise<void> {
  const { db, sessions } = deps;
  await sessions.endAllOf(id, null);
  await eraseIndexed(db, accountKeys.ownPasskey.under(id), (of) => accountKeys.passkey(of));
  await eraseIndexed(db, accountKeys.ownIdentity.under(id), (of) => accountKeys.identity(of));
  await eraseIndexed(db, accountKeys.ownSession.under(id), (of) => accountKeys.session(of));
  await eraseAll(db, accountKeys.personEvent.under(id));
  const marks = (await marksOfPerson(deps, id)).map((mark) => accountKeys.personByReach(mark));
  await commitWithRetry(db, async (tx) => {
    for (const key of marks) {
      // An address that is somebody else's by now stays theirs.
      if ((await readEntry(db.write, key)).value === id) tx.delete(key);
    }
    for (const key of rowsOf(id)) tx.delete(key);
    tx.append(accessChanged, { at, personId: id, sessionId: null });
  });
}

/** Where accounts stand, and what goes with one: for a copy that nobody can open yet. */
export function accountRows(reachKey: CryptoKey) {
  return {
    prefix: accountKeys.person.prefix,
    markOf: (id: PersonId) => reachMark(reachKey, "person", id),
    rowsOf: (id: PersonId): Deno.KvKey[] => [
      ...rowsOf(id),
      ...[accountKeys.ownPasskey.under(id), accountKeys.ownIdentity.under(id)],
      ...[accountKeys.ownSession.under(id), accountKeys.personEvent.under(id)],
    ],
  };
}

function rowsOf(id: PersonId): Key<unknown>[] {
  return [
    accountKeys.password(id),
    accountKeys.authenticator(id),
    accountKeys.pendingAuthenticator(id),
    accountKeys.recoveryCodes(id),
    accountKeys.ownPlaces(id),
    accountKeys.person(id),
  ];
}

/** Rows an index names, each with its line in the index: what the last part of its key says. */
async function eraseIndexed<Value>(
  db: Database,
  index: Key<Value>,
  keyOf: (id: string) => Key<unknown>,
): Promise<void> {
  await eraseEach(db, index, (tx, key) => void tx.delete(keyOf(String(key.at(-1)))).delete(key));
}

async function eraseAll<Value>(db: Database, prefix: Key<Value>): Promise<void> {
  await eraseEach(db, prefix, (tx, key) => void tx.delete(key));
}

async function eraseEach<Value>(
  db: Database,
  prefix: Key<Value>,
  erase: (tx: Transaction, key: Deno.KvKey) => void,
): Promise<void> {
  while (true) {
    const rows = await readList(db.write, { prefix }, ROWS_PER_COMMIT);
    if (rows.length === 0) return;
    await commitWithRetry(db, (tx) => {
      for (const { key } of rows) erase(tx, key);
      return Promise.resolve(null);
    });
  }
}
