// The order of what a search finds: trips ahead of us, the next one first, then those behind us, the latest first.
import type { BookingId } from "../booking.ts";

/** A booking that was found; small orders come first. */
export interface FoundRow {
  id: BookingId;
  order: number;
}

/** A place in the order, and the moment it was made for: pages of one search count from the same now. */
export interface SearchPosition extends FoundRow {
  nowMs: number;
}

/** Later than any pickup is away from any now, in milliseconds. */
const BEHIND_US = 1e14;

/** What is not over yet is ahead of us, even where its pickup has passed. */
export function orderOf(pickupMs: number, isOpen: boolean, nowMs: number): number {
  const isAhead = isOpen || pickupMs >= nowMs;
  return isAhead ? pickupMs - nowMs : BEHIND_US + nowMs - pickupMs;
}

/** Compares two for sorting. */
export function byOrder(a: FoundRow, b: FoundRow): number {
  return a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Rows are put in order whenever there are so many times more than are wanted. */
const KEPT_TIMES = 8;

/** The first rows of many in their order: what cannot be among them is let go on sight. */
export class FirstRows {
  readonly #limit: number;
  #rows: FoundRow[] = [];
  /** Order of the last that is wanted; nothing behind it is. */
  #last = Infinity;

  /** Keeps `limit` rows. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** True when a row of this order may be among the first. */
  wants(order: number): boolean {
    return order <= this.#last;
  }

  /** Puts a row in. */
  add(row: FoundRow): void {
    if (this.#rows.push(row) >= this.#limit * KEPT_TIMES) this.#rows = this.sorted();
  }

  /** The first rows, in their order. */
  sorted(): FoundRow[] {
    const rows = this.#rows.toSorted(byOrder).slice(0, this.#limit);
    if (rows.length === this.#limit) this.#last = rows.at(-1)?.order ?? -Infinity;
    return rows;
  }
}
