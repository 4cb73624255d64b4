// What those outside are still to be told, in the database.
import { marksOfPerson } from "../accounts/erase-account.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readEntry, readList } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { DataRequest, DataRequestEvent } from "./data-request.ts";
import { privacyKeys } from "./keys.ts";
import { type RecipientTelling, tellingAfter } from "./recipient-telling.ts";

/** Most that are looked at in one round; those that are told give way to the next. */
export const MAX_TELLINGS = 500;

/** Reads them, and moves one on. */
export class TellingStore {
  readonly #db: Database;

  constructor({ db }: { db: Database }) {
    this.#db = db;
  }

  /** Those that are to be told by now. */
  async due(now: Temporal.Instant): Promise<RecipientTelling[]> {
    const { prefix } = privacyKeys.recipientTelling;
    const rows = await readList(this.#db.write, { prefix }, MAX_TELLINGS);
    return rows.map(({ value }) => value)
      .filter(({ from }) => Date.parse(from) <= now.epochMilliseconds);
  }

  /** It is written down who was handed something. */
  async gathered({ requestId, about }: RecipientTelling): Promise<void> {
    const key = privacyKeys.recipientTelling(requestId, about);
    await commitWithRetry<null>(this.#db, async (tx) => {
      const { value, versionstamp } = await readEntry(this.#db.write, key);
      if (value === null || value.isGathered) return new Unwritten(null);
      tx.check(key, versionstamp).set(key, { ...value, isGathered: true });
      return null;
    });
  }

  /** All of them know. */
  async told({ requestId, about }: RecipientTelling): Promise<void> {
    await commitWithRetry<null>(this.#db, (tx) => {
      tx.delete(privacyKeys.recipientTelling(requestId, about));
      return Promise.resolve(null);
    });
  }
}

/** Adds to the commit of what has happened to a request whom outside it concerns. */
export async function addTelling(
  deps: { db: Database; reachKey: CryptoKey },
  tx: Transaction,
  request: DataRequest,
  event: DataRequestEvent,
): Promise<void> {
  const telling = tellingAfter(request, event);
  if (telling === null) return;
  const { id: requestId, mark, personId } = request;
  const own = personId === null ? [] : await marksOfPerson(deps, personId);
  const marks = [...new Set([mark, ...own])];
  tx.set(privacyKeys.recipientTelling(requestId, telling.about), {
    ...{ ...telling, requestId, marks, personId, isGathered: false },
  });
}
