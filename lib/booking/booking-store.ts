// Reads bookings, and writes one with all its indexes in one atomic: the only place that does.
import type { DriverId } from "../fleet/vehicle.ts";
import { dateOf } from "../kernel/wall-time.ts";
import { assignedDriver } from "./booking-facts.ts";
import { bookingKeys } from "./keys.ts";
import { isBackfilled } from "../kv/backfill.ts";
import type { Database } from "../kv/open.ts";
import { readEntry, readList, readThoseReadable } from "../kv/read.ts";
import { readSome } from "../kv/read-some.ts";
import type { Transaction } from "../kv/transaction.ts";
import { invariant } from "../kernel/invariant.ts";
import {
  type Booking,
  type BookingEvent,
  type BookingId,
  bookingId,
  type BookingSummary,
} from "./booking.ts";
import type { BookingChanged } from "./booking-changed.ts";
import { bookingChanged } from "./booking-feed.ts";
import { isSeen } from "./seen-booking.ts";
import { summarise } from "./summarise.ts";
import { findReference, referenceKeys } from "./booking-reference.ts";
import type { ActStamp } from "./operator-act.ts";

/** Most events kept of one booking; a busy one has ten. */
export const MAX_EVENTS = 500;
/** Most bookings shown of one day. */
export const MAX_DAY_BOOKINGS = 5_000;
/** Most bookings one driver has on a day: more than there are quarters of an hour. */
export const MAX_DRIVER_BOOKINGS = 200;
/** The walk that makes the index of drivers of what earlier releases wrote. */
export const DRIVERS_WALK = "booking-drivers";
/** Events read at once when all are read; others get their turn in between. */
export const EVENTS_PER_PAGE = 500;

/** A booking as it is stored now. */
export interface StoredBooking {
  booking: Booking;
  versionstamp: string;
}

/** Reads bookings and their indexes. */
export class BookingStore {
  readonly #db: Pick<Database, "read" | "stored" | "sealer">;
  readonly #reachKey: CryptoKey;
  #hasDrivers = false;

  /** `reachKey` finds bookings by their references; a store without it would find none and say nothing. */
  constructor(db: Pick<Database, "read" | "stored" | "sealer">, reachKey: CryptoKey) {
    this.#db = db;
    this.#reachKey = reachKey;
  }

  /** A booking, or null. */
  async get(id: BookingId): Promise<StoredBooking | null> {
    const { value, versionstamp } = await readEntry(this.#db.read, bookingKeys.booking(id));
    return value === null ? null : { booking: value, versionstamp };
  }

  /** Bookings by their ids, in that order; null for one that is not stored, or that nobody can read. */
  async getAll(ids: readonly BookingId[]): Promise<(Booking | null)[]> {
    const keys = ids.map((id) => bookingKeys.booking(id));
    return (await readThoseReadable(this.#db.read, keys)).map(({ value }) => value);
  }

  /** Bookings from the newest on; continues with those made before `before`. */
  async listNewest(limit: number, before: BookingId | null): Promise<Booking[]> {
    const { prefix } = bookingKeys.booking;
    const selector = before === null ? { prefix } : { prefix, end: bookingKeys.booking(before) };
    return (await readList(this.#db.read, selector, limit, true)).map(({ value }) => value);
  }

  /** The id of the first booking that was ever made, or null. */
  async oldestId(): Promise<BookingId | null> {
    const [first] = await readList(this.#db.read, { prefix: bookingKeys.booking.prefix }, 1);
    return first?.value.id ?? null;
  }

  /** The id of the booking with a reference code, or null. */
  async idOf(reference: string): Promise<BookingId | null> {
    return await findReference({ db: this.#db, reachKey: this.#reachKey }, reference);
  }

  /** The keys a booking is found under by its reference. */
  async referenceKeys(reference: string): Promise<readonly Deno.KvKey[]> {
    return await referenceKeys(this.#reachKey, reference);
  }

  /** The history of a booking, oldest first. */
  async events(id: BookingId): Promise<BookingEvent[]> {
    const prefix = bookingKeys.bookingEvent.under(id);
    const rows = await readList(this.#db.read, { prefix }, MAX_EVENTS);
    return rows.map((row) => row.value);
  }

  /** Every event of every booking with the commit that wrote it, read a page at a time. */
  async *allEvents(): AsyncGenerator<{ event: BookingEvent; versionstamp: string }> {
    const { prefix } = bookingKeys.bookingEvent;
    let after: { start?: Deno.KvKey } = {};
    while (true) {
      const rows = await readList(this.#db.read, { prefix, ...after }, EVENTS_PER_PAGE);
      for (const { value, versionstamp } of rows) yield { event: value, versionstamp };
      const last = rows.at(-1);
      if (last === undefined || rows.length < EVENTS_PER_PAGE) return;
      after = { start: [...last.key, ""] };
    }
  }

  /** Bookings with a pickup on a local date, by pickup; continues after the given row. */
  async listDay(
    date: string,
    limit = MAX_DAY_BOOKINGS,
    after?: { pickupMs: number; id: BookingId },
  ): Promise<BookingSummary[]> {
    const prefix = bookingKeys.bookingByDay.under(date);
    const start = after && [...bookingKeys.bookingByDay(date, after.pickupMs, after.id), ""];
    const selector = start === undefined ? { prefix } : { prefix, start };
    const rows = await readList(this.#db.read, selector, limit);
    return rows.map((row) => row.value);
  }

  /** Those bookings with a pickup on a local date whose status is wanted; the others' rows are not opened. */
  async listDayOf(
    date: string,
    isWanted: (status: unknown) => boolean,
  ): Promise<BookingSummary[]> {
    return await readSome(this.#db, { prefix: bookingKeys.bookingByDay.under(date) }, {
      limit: MAX_DAY_BOOKINGS,
      isWanted: ({ status }) => isWanted(status),
    });
  }

  /** The bookings a driver has on a local date, by pickup; null until the index has those of earlier releases, too. */
  async idsOfDriver(driver: DriverId, date: string): Promise<BookingId[] | null> {
    this.#hasDrivers ||= await isBackfilled(this.#db, DRIVERS_WALK);
    if (!this.#hasDrivers) return null;
    const prefix = bookingKeys.bookingByDriver.under(driver, date);
    const rows = await readList(this.#db.read, { prefix }, MAX_DRIVER_BOOKINGS);
    return rows.map(({ value }) => value);
  }

  /** Rows of lists with a pickup before a local date, oldest first; continues after the given row. */
  async listBefore(
    date: string,
    limit: number,
    after: DayPosition | null = null,
  ): Promise<BookingSummary[]> {
    const start = after === null
      ? bookingKeys.bookingByDay.prefix
      // All ids have one length: the first key behind that of the row.
      : bookingKeys.bookingByDay(after.date, after.pickupMs, bookingId(`${after.id}0`));
    const selector = { start, end: bookingKeys.bookingByDay.under(date) };
    return (await readList(this.#db.read, selector, limit)).map(({ value }) => value);
  }
}

/** Where a row of a day's list stands. */
export interface DayPosition {
  date: string;
  pickupMs: number;
  id: string;
}

/** Where the row of a booking stands. */
export function dayPosition({ wallTime, pickupMs, id }: BookingSummary): DayPosition {
  return { date: dateOf(wallTime), pickupMs, id };
}

/** What a change adds to a commit. */
export interface BookingChange {
  before: StoredBooking | null;
  after: Booking;
  /** The events that lead from `before` to `after`, oldest first. */
  events: readonly BookingEvent[];
  /** The operator's act it belongs to; absent for what customers and jobs do. */
  act?: ActStamp | null;
}

/**
 * Adds to `tx` the booking, its new events, the index of its day, and one feed entry; a new one gets its reference and
 * its owners beside it, for their marks are made of keys. The check on the record makes two changes of one booking impossible.
 */
export function writeBooking(tx: Transaction, change: BookingChange): void {
  const { before, after, events } = change;
  const last = events.at(-1);
  invariant(last !== undefined, "A booking changes by events");
  invariant(
    after.version === (before?.booking.version ?? 0) + events.length,
    "The version counts the events",
  );
  invariant(!isSeen(after), "What somebody sees of a booking is not what it is");
  tx.check(bookingKeys.booking(after.id), before?.versionstamp ?? null);
  tx.set(bookingKeys.booking(after.id), after);
  events.forEach((event, i) => {
    tx.add(bookingKeys.bookingEvent(after.id, after.version - events.length + 1 + i), event);
  });
  writeDayIndex(tx, before?.booking ?? null, after);
  writeDriverIndex(tx, before?.booking ?? null, after);
  tx.append(bookingChanged, told(last, after, change.act ?? null));
}

/** What the feed tells of a change. */
function told(last: BookingEvent, after: Booking, act: ActStamp | null): BookingChanged {
  const isUndo = last.type === "undone";
  return {
    at: last.at,
    type: last.type,
    act: isUndo ? last.undoes : act?.id ?? null,
    due: act?.due ?? last.at,
    undid: isUndo ? last.undid : null,
    summary: summarise(after),
  };
}

/** Writes by which driver a booking is found; `before` null takes none away. */
export function writeDriverIndex(tx: Transaction, before: Booking | null, after: Booking): void {
  const [former, key] = [before === null ? null : driverKey(before), driverKey(after)];
  if (former !== null && former.join() !== key?.join()) tx.delete(former);
  if (key !== null) tx.set(key, after.id);
}

/** Writes the row lists show; `before` null takes none away, as for one that an earlier release wrote. */
export function writeDayIndex(tx: Transaction, before: Booking | null, after: Booking): void {
  const afterKey = dayKey(after);
  if (before !== null && dayKey(before).join() !== afterKey.join()) tx.delete(dayKey(before));
  tx.set(afterKey, summarise(after));
}

/** Takes away the row lists show, and that of its driver. */
export function deleteDayIndexes(tx: Transaction, booking: Booking): void {
  tx.delete(dayKey(booking));
  const key = driverKey(booking);
  if (key !== null) tx.delete(key);
}

function driverKey(booking: Booking) {
  const driver = assignedDriver(booking);
  if (driver === null) return null;
  const { wallTime, instant } = booking.trip.pickup;
  return bookingKeys.bookingByDriver(driver, dateOf(wallTime), Date.parse(instant), booking.id);
}

function dayKey(booking: Booking) {
  const { wallTime, instant } = booking.trip.pickup;
  return bookingKeys.bookingByDay(dateOf(wallTime), Date.parse(instant), booking.id);
}
