// Erases what somebody was told or is about to be told: the messages of a booking, and what finds it by whom it was for.
import type { BookingId } from "../booking/booking.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable, readList, readThoseReadable } from "../kv/read.ts";
import { messageKeys } from "./keys.ts";
import { deleteMessage } from "./message-store.ts";

/** Rides taken from the index in one commit. */
export const RIDES_PER_COMMIT = 100;
/** Messages erased in one commit, each with its row in the index. */
export const MESSAGES_PER_COMMIT = 100;

/** Erases the messages of a booking, sent or not; one that is being sent finds nothing when it comes back. */
export async function eraseMessages(
  { db }: { db: Database },
  bookingId: BookingId,
): Promise<void> {
  while (await eraseSome(db, bookingId));
}

/** Erases by whom rides are found, under the mark of a number or an address: some of them, or all. */
export async function eraseRidesOf(
  { db }: { db: Database },
  mark: string,
  ids: readonly BookingId[] | null = null,
): Promise<void> {
  if (ids !== null) {
    await commitWithRetry(db, (tx) => {
      for (const id of ids) tx.delete(messageKeys.ridesOfReach(mark, id));
      return Promise.resolve(null);
    });
    return;
  }
  const prefix = messageKeys.ridesOfReach.under(mark);
  while (true) {
    const rows = await readList(db.write, { prefix }, RIDES_PER_COMMIT);
    if (rows.length === 0) return;
    await commitWithRetry(db, (tx) => {
      for (const { key } of rows) tx.delete(key);
      return Promise.resolve(null);
    });
  }
}

/** The oldest of a thread and then those that are left: who is cut off in between finds them in it. True when some are left. */
async function eraseSome(db: Database, bookingId: BookingId): Promise<boolean> {
  const { value: isMore } = await commitWithRetry<boolean>(db, async (tx) => {
    const key = messageKeys.messageThread(bookingId);
    const { value, versionstamp } = await readIfReadable(db.write, key);
    if (versionstamp === null) return new Unwritten(false);
    const ids = value?.ids.slice(0, MESSAGES_PER_COMMIT) ?? [];
    const left = value?.ids.slice(MESSAGES_PER_COMMIT) ?? [];
    tx.check(key, versionstamp);
    if (value === null || left.length === 0) tx.delete(key);
    else tx.set(key, { ...value, ids: left });
    const rows = await readThoseReadable(db.write, ids.map((id) => messageKeys.outbox(id)));
    for (const [i, id] of ids.entries()) deleteMessage(tx, id, rows[i]?.value ?? null);
    return left.length > 0;
  });
  return isMore;
}
