// By their references bookings are found through a keyed hash: who has a copy of the database tries no codes on it, though
// how many there are it does see. Rows of earlier releases have the code itself, until a walk has gone over them.
import { reachMark } from "../accounts/reach-mark.ts";
import { type Backfill, backfill } from "../kv/backfill.ts";
import type { Key } from "../kv/family.ts";
import type { Database } from "../kv/open.ts";
import { readTogether } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { Booking, BookingId } from "./booking.ts";
import { bookingKeys } from "./keys.ts";

/** What the index needs. */
export interface ReferenceDeps {
  db: Pick<Database, "read">;
  /** Hides the codes. */
  reachKey: CryptoKey;
}

/** The id of the booking with a reference, or null. */
export async function findReference(
  { db, reachKey }: ReferenceDeps,
  reference: string,
): Promise<BookingId | null> {
  const [marked, former] = await readTogether(db.read, await referenceKeys(reachKey, reference));
  return marked.value ?? former.value;
}

/** The keys a booking is found under: of today, and of earlier releases. */
export async function referenceKeys(
  reachKey: CryptoKey,
  reference: string,
): Promise<readonly [Key<BookingId>, Key<BookingId>]> {
  const mark = await markOf(reachKey, reference);
  return [bookingKeys.bookingByMark(mark), bookingKeys.bookingByReference(reference)];
}

/** Gives a new booking its reference in its commit, which fails when another has it. */
export async function writeReference(
  { db, reachKey }: ReferenceDeps,
  tx: Transaction,
  { id, reference }: Pick<Booking, "id" | "reference">,
): Promise<void> {
  const [key, former] = await referenceKeys(reachKey, reference);
  tx.check(key, null).set(key, id);
  const [{ versionstamp }] = await readTogether(db.read, [former]);
  // Nobody writes such rows any more: one that is there fails the commit, and the next try has another code.
  if (versionstamp !== null) tx.check(former, null);
}

/** References of earlier releases: each row is written under its mark, and the one with the code goes. */
export function markedReferences({ reachKey }: Pick<ReferenceDeps, "reachKey">): Backfill {
  return backfill("booking-references", bookingKeys.booking.prefix, async (tx, booking) => {
    tx.set(bookingKeys.bookingByMark(await markOf(reachKey, booking.reference)), booking.id);
    tx.delete(bookingKeys.bookingByReference(booking.reference));
  });
}

function markOf(reachKey: CryptoKey, reference: string): Promise<string> {
  return reachMark(reachKey, "reference", reference);
}
