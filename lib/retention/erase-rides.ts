// The rides of an erasure: nobody finds them by whoever they were for any more, and their customer is forgotten.
import type { BookingId } from "../booking/booking.ts";
import { bookingsUnder, disown, marksOfContact } from "../booking/booking-owners.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import { forgetCommits } from "../booking/forget-customer.ts";
import { isForgotten } from "../booking/forgotten-rules.ts";
import type { Clock } from "../kernel/clock.ts";
import { invariant } from "../kernel/invariant.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readEntry } from "../kv/read.ts";
import { Transaction } from "../kv/transaction.ts";
import { eraseMessages, eraseRidesOf } from "../messages/erase-messages.ts";
import type { PushStore } from "../push/push-store.ts";
import type { Erasure } from "./erasure.ts";
import { retentionKeys } from "./keys.ts";

/** Rides dealt with before the next are read. */
const RIDES_AT_ONCE = 20;
/** Most other marks of one erasure: a key a mark is destroyed in its last commit. */
const MAX_OTHER_MARKS = 50;
/** Most tries of forgetting one ride: others may write to it meanwhile. */
const MAX_TURNS = 10;

/** What it needs. */
export interface EraseRidesDeps {
  db: Database;
  clock: Clock;
  reachKey: CryptoKey;
  bookings: BookingStore;
  pushStore: Pick<PushStore, "removeAll">;
}

/** Erases those under the marks; called again after a break it goes on. */
export async function eraseRides(
  deps: EraseRidesDeps,
  { marks, requestId }: Erasure,
): Promise<void> {
  for (const mark of marks) {
    while (true) {
      const ids = await bookingsUnder(deps, mark, RIDES_AT_ONCE);
      if (ids.length === 0) break;
      await forgetOtherMarks(deps, { requestId, marks }, ids);
      for (const id of ids) await eraseRide(deps, id);
      // Only now: what is cut off before is found again.
      await disown(deps, mark, ids);
    }
    await eraseRidesOf(deps, mark);
  }
}

/**
 * Their rides are found by other marks, too: an earlier number, the address they were booked with. Nobody finds them by these
 * any more, and the marks are remembered: their keys open the rides in backups. While the contact is still known.
 */
async function forgetOtherMarks(
  deps: EraseRidesDeps,
  { requestId, marks }: Pick<Erasure, "requestId" | "marks">,
  ids: readonly BookingId[],
): Promise<void> {
  const rides = (await deps.bookings.getAll(ids)).flatMap((ride) => ride ?? []);
  const found = new Map<string, BookingId[]>();
  for (const { id, contact } of rides) {
    for (const mark of await marksOfContact(deps.reachKey, contact)) {
      if (!marks.includes(mark)) found.set(mark, [...found.get(mark) ?? [], id]);
    }
  }
  if (found.size === 0) return;
  await rememberMarks(deps, requestId, [...found.keys()]);
  for (const [mark, under] of found) {
    await disown(deps, mark, under);
    await eraseRidesOf(deps, mark, under);
  }
}

async function rememberMarks(
  { db }: EraseRidesDeps,
  requestId: string,
  marks: readonly string[],
): Promise<void> {
  const key = retentionKeys.erasure(requestId);
  await commitWithRetry<null>(db, async (tx) => {
    const { value, versionstamp } = await readEntry(db.write, key);
    const known = value?.otherMarks ?? [];
    const otherMarks = [...new Set([...known, ...marks])].slice(0, MAX_OTHER_MARKS);
    if (value === null || otherMarks.length === known.length) return new Unwritten(null);
    tx.check(key, versionstamp).set(key, { ...value, otherMarks });
    return null;
  });
}

async function eraseRide(deps: EraseRidesDeps, id: BookingId): Promise<void> {
  await eraseMessages(deps, id);
  await deps.pushStore.removeAll(id);
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    if (await forgetRide(deps, id)) return;
  }
  invariant(false, "A ride that is over is written to without end");
}

/** True when its customer is forgotten; false when somebody wrote to it meanwhile. */
async function forgetRide(
  { db, bookings, clock }: EraseRidesDeps,
  id: BookingId,
): Promise<boolean> {
  const stored = await bookings.get(id);
  if (stored === null || isForgotten(stored.booking)) return true;
  const events = await bookings.events(id);
  for (const commit of forgetCommits(stored, events, clock.now().toString())) {
    const tx = new Transaction(db);
    commit(tx);
    if (await tx.commit() === null) return false;
  }
  return true;
}
