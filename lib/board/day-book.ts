// The days that boards look at, read once and kept current by the feed: however many boards open at once, a
// day is read once, a slice at a time, and requests are answered in between.
import { bookingChanged } from "../booking/booking-feed.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import type { VehicleId } from "../fleet/vehicle.ts";
import type { Clock } from "../kernel/clock.ts";
import { nextDate } from "../kernel/local-date.ts";
import { localDate } from "../kernel/wall-time.ts";
import type { Feed } from "../kv/feed.ts";
import { bodiesOf, type Cursor } from "../kv/feed-row.ts";
import { DomainError } from "../errors/domain-error.ts";
import { type DayCount, isUnderWay } from "./day.ts";
import { OpenDay } from "./open-day.ts";
import { givingWay, type Timing } from "../resilience/give-way.ts";

/** Days kept; of 5,000 trips each they take 40 MB. */
const MAX_DAYS = 10;
/** Rows of a day read at once: a few milliseconds, and as many of rest. */
export const ROWS_PER_SLICE = 50;
/** Commits of the feed read at once. */
const COMMITS_PER_READ = 200;
/** A day is read anew after this long, in milliseconds: rows that were deleted leave no entry on the feed. */
const KEPT_MS = 10 * 60_000;
/** The days around now are read anew after this long, before a board would have to wait for it. */
const RENEWED_MS = 5 * 60_000;
/** Times a day is read again because the feed lost what came meanwhile. */
const MAX_TRIES = 5;

/** What keeping days needs. */
export interface DayBookDeps {
  bookings: Pick<BookingStore, "listDay" | "listDayOf">;
  feed: Feed;
  clock: Clock;
  timing: Timing;
}

/** A day, and the point of the feed it shows. */
export interface ReadDay {
  day: OpenDay;
  cursor: Cursor;
}

/** What is kept of a day: all of it, or what vehicles are on. The latter opens a handful of rows where boards see none. */
type Part = "whole" | "under way";

/** The days of one process. */
export class DayBook {
  readonly #deps: DayBookDeps;
  /** By their names, the longest unused first. */
  readonly #days = new Map<string, { day: OpenDay; loading: Promise<void> }>();
  /** Days that are read anew while boards still see the former ones. */
  readonly #renewals = new Set<OpenDay>();
  /** When a board last asked for a day, epoch milliseconds. */
  #askedMs: number;
  /** What was committed up to here is in every day, or in the rows it is still reading. */
  #cursor: Cursor | null = null;
  #reading: Promise<void> | null = null;

  constructor(deps: DayBookDeps) {
    this.#deps = deps;
    this.#askedMs = deps.clock.now().epochMilliseconds;
  }

  /** A day with everything that was committed before it was asked for. Throws DomainError("busy"). */
  async read(date: string): Promise<ReadDay> {
    this.#askedMs = this.#deps.clock.now().epochMilliseconds;
    return await this.#read(date);
  }

  /** Reads the days around now where they are not kept or old, as long as boards ask for days. */
  async renew(): Promise<void> {
    const now = this.#deps.clock.now();
    if (now.epochMilliseconds - this.#askedMs > KEPT_MS) return;
    for (const date of daysAround(localDate(now))) {
      await this.#read(date);
      const known = this.#days.get(date)?.day;
      if (known === undefined) continue;
      if (now.epochMilliseconds - known.loadedMs >= RENEWED_MS) await this.#replace(known);
    }
  }

  async #read(date: string, part: Part = "whole"): Promise<ReadDay> {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const day = await this.#opened(date, part);
      await this.#catchUp();
      if (this.#cursor !== null && this.#days.get(nameOf(date, part))?.day === day) {
        return { day, cursor: this.#cursor };
      }
    }
    throw new DomainError("busy");
  }

  /** Vehicles that are on a trip now, whichever day it began or will end on. */
  async vehiclesUnderWay(): Promise<Set<VehicleId>> {
    const now = this.#deps.clock.now();
    this.#askedMs = now.epochMilliseconds;
    const under = new Set<VehicleId>();
    for (const date of daysAround(localDate(now))) {
      const { day } = await this.#read(date, this.#days.has(date) ? "whole" : "under way");
      for (const id of day.vehiclesUnderWay) under.add(id);
    }
    return under;
  }

  /** What is counted of each day that is kept, by its date. */
  counts(): Record<string, DayCount> {
    const days = [...this.#days].filter(([name, { day }]) => name === day.date && day.isWhole);
    return Object.fromEntries(
      days.map(([date, { day }]) => [date, { figures: day.figures, total: day.rows.length }]),
    );
  }

  async #opened(date: string, part: Part): Promise<OpenDay> {
    const name = nameOf(date, part);
    const nowMs = this.#deps.clock.now().epochMilliseconds;
    const head = this.#cursor ?? await this.#deps.feed.head();
    // Another call may have begun meanwhile: what it has read from there on is counted from there on.
    this.#cursor ??= head;
    const known = this.#days.get(name);
    const isFresh = known !== undefined && Math.abs(nowMs - known.day.loadedMs) <= KEPT_MS;
    const { day, loading } = isFresh ? known : this.#open(new OpenDay(date, nowMs), part);
    this.#days.delete(name);
    this.#days.set(name, { day, loading });
    const [oldest] = this.#days.keys();
    if (this.#days.size > MAX_DAYS && oldest !== undefined) this.#days.delete(oldest);
    try {
      await loading;
    } catch (error) {
      // A failed read is not kept: every board would fail with it.
      if (this.#days.get(name)?.day === day) this.#days.delete(name);
      throw error;
    }
    return day;
  }

  /** Begins to read its rows. It hears the feed from now on, so what is committed meanwhile is in one of both. */
  #open(day: OpenDay, part: Part): { day: OpenDay; loading: Promise<void> } {
    if (part === "under way") return { day, loading: this.#loadUnderWay(day) };
    this.#days.delete(nameOf(day.date, "under way"));
    return { day, loading: this.#load(day) };
  }

  /** A day as it is stored now in the place of the former one; it hears the feed while it is being read. */
  async #replace(former: OpenDay): Promise<void> {
    const day = new OpenDay(former.date, this.#deps.clock.now().epochMilliseconds);
    this.#renewals.add(day);
    try {
      await this.#load(day);
      // Where something on the feed was missed meanwhile, all days were let go.
      const isCurrent = this.#days.get(day.date)?.day === former;
      if (isCurrent) this.#days.set(day.date, { day, loading: Promise.resolve() });
    } finally {
      this.#renewals.delete(day);
    }
  }

  async #load(day: OpenDay): Promise<void> {
    const giveWay = givingWay(this.#deps.timing);
    let last;
    do {
      const slice = await this.#deps.bookings.listDay(day.date, ROWS_PER_SLICE, last);
      for (const summary of slice) day.put(summary);
      last = slice.length < ROWS_PER_SLICE ? undefined : slice.at(-1);
      if (last !== undefined) await giveWay();
    } while (last !== undefined);
    day.close();
  }

  async #loadUnderWay(day: OpenDay): Promise<void> {
    for (const row of await this.#deps.bookings.listDayOf(day.date, isUnderWay)) day.put(row);
    day.close();
  }

  async #catchUp(): Promise<void> {
    // What another call is reading may have been read before our caller's own commit.
    await this.#reading;
    this.#reading ??= this.#readFeed().finally(() => void (this.#reading = null));
    await this.#reading;
  }

  async #readFeed(): Promise<void> {
    while (this.#cursor !== null) {
      const page = await this.#deps.feed.since(this.#cursor, COMMITS_PER_READ);
      if (!await this.#deps.feed.isKept(this.#cursor)) {
        this.#days.clear();
        this.#cursor = null;
        return;
      }
      const changes = page.commits.flatMap((commit) => bodiesOf(bookingChanged, commit));
      const kept = [...this.#days.values()].map(({ day }) => day);
      for (const day of [...kept, ...this.#renewals]) {
        for (const { summary } of changes) day.put(summary);
      }
      this.#cursor = page.commits.at(-1)?.cursor ?? this.#cursor;
      if (page.complete) return;
    }
  }
}

function nameOf(date: string, part: Part): string {
  return part === "whole" ? date : `${date} ${part}`;
}

/** A trip under way began yesterday, today, or as a clock sees it tomorrow. */
function daysAround(today: string): readonly string[] {
  return [nextDate(today, -1), today, nextDate(today, 1)];
}
