// Whose bookings are: an index by keyed marks of who booked and of the number and address it was booked with. Written in the
// commit of the booking, so that nobody misses one of theirs, and nobody sees one whose number was corrected since.
import { reachMark } from "../accounts/reach-mark.ts";
import { commitWithRetry } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readEntries, readList } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { type Booking, type BookingId, bookingId, type Contact } from "./booking.ts";
import type { BookingStore } from "./booking-store.ts";
import { isForgotten } from "./forgotten-rules.ts";
import { bookingKeys } from "./keys.ts";

/** Whom a booking can be of: a person with an account, a mail address, a number as E.164. */
export interface Owner {
  kind: "person" | "email" | "phone";
  /** The person's id, or where they are reached. */
  at: string;
}

/** Bookings on one page of a list. */
export const OWN_PAGE = 20;
/** Most guests' bookings that are taken over at once; a press more takes the rest. */
export const MAX_TAKEN_OVER = 50;

/** What the index needs. */
export interface OwnerDeps {
  /** Hides addresses, numbers and persons: the index holds none of them. */
  reachKey: CryptoKey;
}

/** Adds to a commit what follows from the booking's contact, and who booked it when they are signed in. */
export async function writeOwners(
  { reachKey }: OwnerDeps,
  tx: Transaction,
  { before, after, personId = null }: {
    before: Booking | null;
    after: Booking;
    personId?: string | null;
  },
): Promise<void> {
  const former = await marksOfContact(reachKey, before?.contact ?? null);
  const wanted = await marksOfContact(reachKey, after.contact);
  if (personId !== null) wanted.push(await reachMark(reachKey, "person", personId));
  for (const mark of former) {
    if (!wanted.includes(mark)) tx.delete(bookingKeys.bookingByOwner(mark, after.id));
  }
  for (const mark of wanted) {
    if (!former.includes(mark)) tx.set(bookingKeys.bookingByOwner(mark, after.id), after.id);
  }
}

/** One page of somebody's bookings. */
export interface OwnBookings {
  /** Made last first. */
  bookings: Booking[];
  /** The next page begins before this one; null on the last. */
  next: BookingId | null;
}

/** The bookings of all of the owners together, each once, made last first; continues with those made before `before`. */
export async function ownBookings(
  deps: OwnerDeps & { db: Pick<Database, "read">; bookings: Pick<BookingStore, "getAll"> },
  owners: readonly Owner[],
  { before = null, limit = OWN_PAGE }: { before?: BookingId | null; limit?: number } = {},
): Promise<OwnBookings> {
  const marks = await marksOfOwners(deps, owners);
  const found = await Promise.all(marks.map((mark) => idsOf(deps, mark, before, limit + 1)));
  const ids = [...new Set(found.flat())].sort().reverse();
  const shown = ids.slice(0, limit);
  const bookings = (await deps.bookings.getAll(shown)).flatMap((one) =>
    one === null || isForgotten(one) ? [] : [one]
  );
  return { bookings, next: ids.length > limit ? shown.at(-1) ?? null : null };
}

/** How many bookings of the reaches are not the person's own yet, at most MAX_TAKEN_OVER. */
export async function guestBookings(
  deps: OwnerDeps & { db: Pick<Database, "read"> },
  personId: string,
  reaches: readonly Owner[],
): Promise<BookingId[]> {
  // Whoever has more than twice as many has taken over what they want of the newest.
  const most = 2 * MAX_TAKEN_OVER;
  const marks = await marksOfOwners(deps, [{ kind: "person", at: personId }, ...reaches]);
  const [own, ...found] = await Promise.all(marks.map((mark) => idsOf(deps, mark, null, most)));
  const known = new Set(own);
  return [...new Set(found.flat())].filter((id) => !known.has(id)).slice(0, MAX_TAKEN_OVER);
}

/** Makes the bookings of reaches a person has shown to be theirs their own; how many there were. */
export async function takeOverBookings(
  deps: OwnerDeps & { db: Database },
  personId: string,
  reaches: readonly Owner[],
): Promise<number> {
  const mark = await reachMark(deps.reachKey, "person", personId);
  const { value } = await commitWithRetry<number>(deps.db, async (tx) => {
    const ids = await guestBookings(deps, personId, reaches);
    for (const id of ids) tx.set(bookingKeys.bookingByOwner(mark, id), id);
    return ids.length;
  });
  return value;
}

/** True when a booking is found under one of the marks. */
export async function isFoundUnder(
  { db }: { db: Pick<Database, "read"> },
  marks: readonly string[],
  id: BookingId,
): Promise<boolean> {
  const keys = marks.map((mark) => bookingKeys.bookingByOwner(mark, id));
  return (await readEntries(db.read, keys)).some(({ value }) => value !== null);
}

/** The newest bookings under any of the marks, the oldest of them first. */
export async function newestUnder(
  deps: { db: Pick<Database, "read"> },
  marks: readonly string[],
  limit: number,
): Promise<BookingId[]> {
  const found = await Promise.all(marks.map((mark) => idsOf(deps, mark, null, limit)));
  return [...new Set(found.flat())].sort().slice(-limit);
}

/** The bookings under a mark, the oldest first; continues after the given one. */
export async function bookingsUnder(
  { db }: { db: Database },
  mark: string,
  limit: number,
  after: BookingId | null = null,
): Promise<BookingId[]> {
  const prefix = bookingKeys.bookingByOwner.under(mark);
  const selector = after === null
    ? { prefix }
    : { prefix, start: [...bookingKeys.bookingByOwner(mark, after), ""] };
  // By the key: whoever takes them out until none is left comes to an end, whatever a row says.
  return (await readList(db.write, selector, limit)).map(({ key }) =>
    bookingId(String(key.at(-1)))
  );
}

/** Nobody finds these bookings by that mark any more. */
export async function disown(
  { db }: { db: Database },
  mark: string,
  ids: readonly BookingId[],
): Promise<void> {
  await commitWithRetry(db, (tx) => {
    for (const id of ids) tx.delete(bookingKeys.bookingByOwner(mark, id));
    return Promise.resolve(null);
  });
}

/** The marks a booking is found by because of its contact. */
export async function marksOfContact(
  reachKey: CryptoKey,
  contact: Contact | null,
): Promise<string[]> {
  if (contact === null) return [];
  const { phone, email } = contact;
  return await Promise.all([
    ...(phone === "" ? [] : [reachMark(reachKey, "phone", phone)]),
    ...(email === "" ? [] : [reachMark(reachKey, "email", email)]),
  ]);
}

function marksOfOwners({ reachKey }: OwnerDeps, owners: readonly Owner[]): Promise<string[]> {
  return Promise.all(owners.map(({ kind, at }) => reachMark(reachKey, kind, at)));
}

/** The newest first. */
async function idsOf(
  { db }: { db: Pick<Database, "read"> },
  mark: string,
  before: BookingId | null,
  limit: number,
): Promise<BookingId[]> {
  const prefix = bookingKeys.bookingByOwner.under(mark);
  const selector = before === null
    ? { prefix }
    : { prefix, end: bookingKeys.bookingByOwner(mark, before) };
  return (await readList(db.read, selector, limit, true)).map(({ value }) => bookingId(value));
}
