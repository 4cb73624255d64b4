// Erases what somebody was told or is about to be told: the messages of a booking, and what finds it by whom it was for.
import type { BookingId } from "../booking/booking.ts";
import { commitWithRetry } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable, readList, readThoseReadable } from "../kv/read.ts";
import { messageKeys } from "./keys.ts";
import { deleteMessage } from "./message-store.ts";

/** Rides taken from the index in one commit. */
export const RIDES_PER_COMMIT = 100;

/** Erases the messages of a booking, sent or not; one that is being sent finds nothing when it comes back. */
export async function eraseMessages(
  { db }: { db: Database },
  bookingId: BookingId,
): Promise<void> {
  await commitWithRetry(db, async (tx) => {
    const key = messageKeys.messageThread(bookingId);
    const { value, versionstamp } = await readIfReadable(db.write, key);
    if (versionstamp === null) return;
    tx.check(key, versionstamp).delete(key);
    const ids = value?.ids ?? [];
    const rows = await readThoseReadable(db.write, ids.map((id) => messageKeys.outbox(id)));
    for (const [i, id] of ids.entries()) deleteMessage(tx, id, rows[i]?.value ?? null);
  });
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
