// Reads bookings, and writes one with all its indexes in one atomic: the only place that does.
import { keys } from "../kv/keys.ts";
import type { Database } from "../kv/open.ts";
import { readEntries, readEntry, readList } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { invariant } from "../kernel/invariant.ts";
import { type Booking, type BookingEvent, type BookingId, type BookingSummary } from "./booking.ts";
import type { FeedEntry, FeedValue } from "./booking-feed.ts";
import { summarise } from "./booking-rules.ts";
import { queryTerms, referenceIn, searchTerms } from "./booking-search.ts";

/** Most events kept of one booking; a busy one has ten. */
export const MAX_EVENTS = 500;
/** Most bookings shown of one day. */
export const MAX_DAY_BOOKINGS = 5_000;
/** Index rows read for one search word before the list is cut. */
const MAX_SEARCH_ROWS = 500;

/** A booking as it is stored now. */
export interface StoredBooking {
  booking: Booking;
  versionstamp: string;
}

/** Reads bookings and their indexes. */
export class BookingStore {
  readonly #db: Pick<Database, "read">;

  constructor(db: Pick<Database, "read">) {
    this.#db = db;
  }

  /** A booking, or null. */
  async get(id: BookingId): Promise<StoredBooking | null> {
    const { value, versionstamp } = await readEntry(this.#db.read, keys.booking(id));
    return value === null ? null : { booking: value, versionstamp };
  }

  /** The history of a booking, oldest first. */
  async events(id: BookingId): Promise<BookingEvent[]> {
    const prefix = [...keys.bookingEvent.prefix, id];
    const rows = await readList<BookingEvent>(this.#db.read, { prefix }, MAX_EVENTS);
    return rows.map((row) => row.value);
  }

  /** Bookings with a pickup on a local date, by pickup; continues after the given row. */
  async listDay(
    date: string,
    limit = MAX_DAY_BOOKINGS,
    after?: { pickupMs: number; id: BookingId },
  ): Promise<BookingSummary[]> {
    const prefix = [...keys.bookingByDay.prefix, date];
    const start = after && [...keys.bookingByDay(date, after.pickupMs, after.id), ""];
    const selector = start === undefined ? { prefix } : { prefix, start };
    const rows = await readList<BookingSummary>(this.#db.read, selector, limit);
    return rows.map((row) => row.value);
  }

  /** Bookings whose reference, name or phone number fits, latest pickup first. */
  async search(query: string, limit: number): Promise<BookingSummary[]> {
    const ids = new Set<BookingId>();
    const reference = referenceIn(query);
    if (reference !== null) {
      const { value } = await readEntry(this.#db.read, keys.bookingByReference(reference));
      if (value !== null) ids.add(value);
    }
    for (const id of await this.#idsByTerms(queryTerms(query))) ids.add(id);
    const rows = await readEntries(
      this.#db.read,
      [...ids].slice(0, limit).map((id) => keys.booking(id)),
    );
    return rows.flatMap((row) => (row.value === null ? [] : [summarise(row.value)]));
  }

  /** Ids that have every word, latest pickup first. */
  async #idsByTerms(terms: readonly string[]): Promise<BookingId[]> {
    const found = await Promise.all(terms.map(async (term) => {
      const start = keys.bookingSearch(term, "" as BookingId);
      const end = keys.bookingSearch(`${term}\uffff`, "" as BookingId);
      const rows = await readList<number>(this.#db.read, { start, end }, MAX_SEARCH_ROWS);
      return new Map(rows.map((row) => [row.key.at(-1) as BookingId, row.value]));
    }));
    const [first, ...others] = found;
    if (first === undefined) return [];
    return [...first]
      .filter(([id]) => others.every((rows) => rows.has(id)))
      .sort(([, a], [, b]) => b - a)
      .map(([id]) => id);
  }
}

/** What a change adds to a commit. */
export interface BookingChange {
  before: StoredBooking | null;
  after: Booking;
  /** The events that lead from `before` to `after`, oldest first. */
  events: readonly BookingEvent[];
}

/**
 * Adds to `tx` the booking, its new events, every index that follows from (before, after), and one feed
 * entry. The check on the record makes two changes of one booking impossible.
 * Returns the feed entry to publish once committed.
 */
export function writeBooking(tx: Transaction, change: BookingChange): FeedValue {
  const { before, after, events } = change;
  const last = events.at(-1);
  invariant(last !== undefined, "A booking changes by events");
  invariant(
    after.version === (before?.booking.version ?? 0) + events.length,
    "The version counts the events",
  );
  tx.check(keys.booking(after.id), before?.versionstamp ?? null);
  tx.set(keys.booking(after.id), after);
  events.forEach((event, i) => {
    tx.set(keys.bookingEvent(after.id, after.version - events.length + 1 + i), event);
  });
  if (before === null) {
    tx.check(keys.bookingByReference(after.reference), null);
    tx.set(keys.bookingByReference(after.reference), after.id);
  }
  writeDayIndex(tx, before?.booking ?? null, after);
  writeSearchIndex(tx, before?.booking ?? null, after);
  const entry: FeedValue = {
    at: last.at,
    type: last.type,
    summary: summarise(after),
    previousDate: before === null ? null : movedFrom(before.booking, after),
  };
  tx.appendToFeed(entry);
  return entry;
}

/** The entry of a commit, as listeners get it. */
export function committedEntry(value: FeedValue, versionstamp: string): FeedEntry {
  return { ...value, cursor: versionstamp };
}

function writeDayIndex(tx: Transaction, before: Booking | null, after: Booking): void {
  const afterKey = dayKey(after);
  if (before !== null && dayKey(before).join() !== afterKey.join()) tx.delete(dayKey(before));
  tx.set(afterKey, summarise(after));
}

function dayKey(booking: Booking) {
  const { wallTime, instant } = booking.trip.pickup;
  return keys.bookingByDay(wallTime.slice(0, 10), Date.parse(instant), booking.id);
}

function writeSearchIndex(tx: Transaction, before: Booking | null, after: Booking): void {
  const pickupMs = Date.parse(after.trip.pickup.instant);
  const terms = searchTerms(after.contact);
  const old = before === null ? [] : searchTerms(before.contact);
  const unmoved = before !== null && Date.parse(before.trip.pickup.instant) === pickupMs;
  for (const term of old) if (!terms.includes(term)) tx.delete(keys.bookingSearch(term, after.id));
  for (const term of terms) {
    if (unmoved && old.includes(term)) continue;
    tx.set(keys.bookingSearch(term, after.id), pickupMs);
  }
}

function movedFrom(before: Booking, after: Booking): string | null {
  const date = before.trip.pickup.wallTime.slice(0, 10);
  return date === after.trip.pickup.wallTime.slice(0, 10) ? null : date;
}
