// All bookings as the search looks through them, in memory: words and numbers with their rows, by their beginnings. It
// holds ids and folded words, and shows nothing: rows are read where they are stored.
import type { Booking, BookingId } from "../booking.ts";
import { isOver } from "../booking-rules.ts";
import { seenByStaff } from "../seen-booking.ts";
import type { FleetWords } from "./fleet-words.ts";
import { IndexColumns } from "./index-columns.ts";
import { IndexMatcher } from "./index-matcher.ts";
import { keptNumber } from "./phone-digits.ts";
import { FirstRows, type FoundRow, orderOf, type SearchPosition } from "./result-order.ts";
import type { Reading } from "./search-question.ts";
import { wordsOfBooking } from "./search-words.ts";
import { WordRows } from "./word-rows.ts";

/** Which part of what was found is wanted. */
export interface Wanted {
  /** What counts as ahead of us, epoch milliseconds. */
  nowMs: number;
  after: SearchPosition | null;
  limit: number;
}

/** Ids in their order, how many stand before them, and how many fit in all. */
export interface IndexAnswer {
  rows: FoundRow[];
  before: number;
  total: number;
}

/** The index. */
export class BookingIndex {
  readonly #words = new WordRows();
  readonly #columns = new IndexColumns();
  readonly #rowOf = new Map<BookingId, number>();
  /** By row; null where one is free. */
  readonly #ids: (BookingId | null)[] = [];
  readonly #wordIds: (readonly number[])[] = [];
  readonly #free: number[] = [];
  readonly #matcher = new IndexMatcher(this.#words, this.#columns);

  /** Number of bookings. */
  get size(): number {
    return this.#rowOf.size;
  }

  /** Number of different words; for tests. */
  get wordCount(): number {
    return this.#words.size;
  }

  /** Puts a booking in as it is; an older version than is known changes nothing. */
  put(whole: Booking, walk = 0): void {
    // Nobody finds a protected customer by a name, a number or a place: the words are not here.
    const booking = seenByStaff(whole);
    const row = this.#rowOf.get(booking.id) ?? this.#newRow(booking.id);
    const columns = this.#columns;
    if (walk > 0) columns.walk[row] = walk;
    if ((columns.version[row] ?? 0) >= booking.version) return;
    const number = keptNumber(booking.contact.phone);
    columns.version[row] = booking.version;
    columns.pickupMs[row] = Date.parse(booking.trip.pickup.instant);
    columns.phone.code.set(row, number?.code ?? null);
    columns.phone.national.set(row, number?.national ?? null);
    columns.phone.end.set(row, number?.end ?? null);
    columns.reference.set(row, booking.reference);
    columns.vehicle.set(row, booking.reservation.vehicleId);
    columns.driver.set(row, "driverId" in booking ? booking.driverId : null);
    columns.isOpen[row] = isOver(booking.status) ? 0 : 1;
    const words = wordsOfBooking(booking);
    this.#wordIds[row] = this.#words.replace(row, this.#wordIds[row] ?? [], words);
  }

  /** Takes a booking out with every word that was its alone. */
  drop(id: BookingId): void {
    const row = this.#rowOf.get(id);
    if (row === undefined) return;
    this.#words.replace(row, this.#wordIds[row] ?? [], []);
    this.#wordIds[row] = [];
    this.#columns.clear(row);
    this.#ids[row] = null;
    this.#rowOf.delete(id);
    this.#free.push(row);
  }

  /** Ids of bookings that a walk over all of them has not seen. */
  unseen(walk: number): BookingId[] {
    return this.#ids.filter((id, row) => id !== null && this.#columns.walk[row] !== walk)
      .filter((id) => id !== null);
  }

  /** The bookings that a question means, those ahead of us first. */
  find(readings: readonly Reading[], fleet: FleetWords, wanted: Wanted): IndexAnswer {
    const { nowMs, after, limit } = wanted;
    const { pickupMs, isOpen } = this.#columns;
    const fits = this.#matcher.match(readings, fleet, this.#ids.length);
    const first = new FirstRows(limit);
    let before = 0;
    fits.forEach((row) => {
      const order = orderOf(pickupMs[row]!, isOpen[row] === 1, nowMs);
      // Most of what fits stands further down: nothing is made of it, its id is not even looked at.
      const isWanted = first.wants(order);
      if (!isWanted && (after === null || order > after.order)) return;
      const id = this.#ids[row];
      if (id === null || id === undefined) return;
      if (after !== null && isBehind(after, order, id)) before++;
      else if (isWanted) first.add({ id, order });
    });
    return { rows: first.sorted(), before, total: fits.size };
  }

  #newRow(id: BookingId): number {
    const row = this.#free.pop() ?? this.#ids.length;
    this.#columns.reach(row);
    this.#ids[row] = id;
    this.#rowOf.set(id, row);
    return row;
  }
}

/** True when a row stands at a position or before it. */
function isBehind(position: FoundRow, order: number, id: BookingId): boolean {
  return order < position.order || (order === position.order && id <= position.id);
}
