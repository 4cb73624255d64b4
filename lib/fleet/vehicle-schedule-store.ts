// Keeps and changes the day rows of vehicles. A mirror in memory finds a free vehicle in microseconds;
// the commit's checks on the rows decide. A stale mirror costs a retry, never a double booking.
import { DomainError } from "../errors/domain-error.ts";
import { type DayRow, type EditedRow, vehiclesOf } from "./edited-row.ts";
import { fleetKeys } from "./keys.ts";
import type { Database } from "../kv/open.ts";
import type { Transaction } from "../kv/transaction.ts";
import { readByVehicle } from "./read-by-vehicle.ts";
import { OutageMirror } from "./outage-mirror.ts";
import type { VehicleId } from "./vehicle.ts";
import {
  idleBefore,
  isFree,
  type Span,
  touchedDays,
  type VehicleDay,
  withoutBooking,
  withSpan,
} from "./vehicle-day.ts";

/** Days the mirror keeps; a year of bookings asks for few of them at a time. */
const MAX_MIRRORED_DAYS = 400;
/** Most waits for rivals before giving up; far more than requests can queue for one vehicle. */
const MAX_RESERVE_ROUNDS = 5_000;

const NO_ROW: DayRow = { value: { spans: [] }, versionstamp: null };
/** A day nobody can read: whom the vehicle was promised is not known, so it is promised to nobody. */
const TAKEN: VehicleDay = { spans: [{ bookingId: "", startMs: -Infinity, endMs: Infinity }] };

/** A change of one booking's reservation: off some vehicles, onto one, or both. */
export interface ScheduleEdit {
  bookingId: string;
  release?: { vehicleId: VehicleId; startMs: number; endMs: number };
  reserve?: { vehicleId: VehicleId; startMs: number; endMs: number };
}

/** A reservation that a change will free. */
export type Freed = NonNullable<ScheduleEdit["release"]> & { bookingId: string };

/** A prepared change that holds its vehicles' locks until the transaction it was added to is settled. */
export interface ScheduleChange {
  /** Adds the checks and the new rows to a commit; must be called, or the locks stay. */
  addTo(tx: Transaction): void;
}

/** Day rows of the whole fleet. */
export class VehicleSchedules {
  /** When vehicles are out of traffic; no reservation goes against it. */
  readonly outages: OutageMirror;
  readonly #db: Pick<Database, "read">;
  readonly #mirror = new Map<string, Promise<Map<VehicleId, DayRow>>>();
  readonly #locks = new Map<VehicleId, Promise<void>>();

  constructor(db: Pick<Database, "read">) {
    this.#db = db;
    this.outages = new OutageMirror(db);
  }

  /**
   * Locks the vehicle among `candidates` that is free for the stretch and packs its day best, and prepares
   * the reservation; null when none is free. `release` frees the booking's present reservation with it.
   * Throws DomainError("busy") after MAX_RESERVE_ROUNDS.
   */
  async reserveFirstFree(
    candidates: readonly VehicleId[],
    time: { startMs: number; endMs: number },
    bookingId: string,
    release?: ScheduleEdit["release"],
  ): Promise<{ vehicleId: VehicleId; change: ScheduleChange } | null> {
    const days = touchedDays(time.startMs, time.endMs);
    const freed = release && { bookingId, ...release };
    // Each round either succeeds, ends, or waits for a rival's commit; rivals are finite.
    for (let round = 0; round < MAX_RESERVE_ROUNDS; round++) {
      const free = await this.#freeVehicles(candidates, days, time, freed);
      const unlocked = free.find((id) => !this.#locks.has(id));
      if (unlocked !== undefined) {
        const edit: ScheduleEdit = { bookingId, reserve: { vehicleId: unlocked, ...time } };
        const change = await this.prepare(release === undefined ? edit : { ...edit, release });
        if (change !== null) return { vehicleId: unlocked, change };
        continue;
      }
      if (free.length === 0) return null;
      await Promise.race(free.map((id) => this.#locks.get(id)));
    }
    throw new DomainError("busy");
  }

  /** Locks the vehicles of an edit and prepares it; null when the wished vehicle is not free or out of traffic. */
  async prepare(edit: ScheduleEdit): Promise<ScheduleChange | null> {
    const unlock = await this.#lock(vehiclesOf(edit));
    try {
      const { reserve } = edit;
      const rows = await this.#editedRows(edit);
      const guard = reserve && await this.outages.guard(reserve.vehicleId, reserve);
      if (rows === null || guard === null) {
        unlock();
        return null;
      }
      return {
        addTo: (tx) => {
          guard?.(tx);
          this.#addTo(tx, rows, unlock);
        },
      };
    } catch (error) {
      unlock();
      throw error;
    }
  }

  /** True when any of the vehicles is free for the stretch once `freed` is gone, as far as the mirror knows. */
  async anyFree(
    candidates: readonly VehicleId[],
    time: { startMs: number; endMs: number },
    freed?: Freed,
  ): Promise<boolean> {
    return (await this.allFree(candidates, time, freed)).length > 0;
  }

  /** Those of the vehicles that are free for it, the one that packs its day best first. */
  async allFree(
    candidates: readonly VehicleId[],
    time: { startMs: number; endMs: number },
    freed?: Freed,
  ): Promise<VehicleId[]> {
    return await this.#freeVehicles(candidates, touchedDays(time.startMs, time.endMs), time, freed);
  }

  #addTo(tx: Transaction, rows: readonly EditedRow[], unlock: () => void): void {
    tx.onSettled((versionstamp) => {
      for (const row of rows) {
        if (versionstamp === null) this.#mirror.delete(row.date);
        else this.#keep(row, versionstamp);
      }
      unlock();
    });
    for (const row of rows) {
      tx.check(row.key, row.versionstamp);
      tx.set(row.key, row.after);
    }
  }

  /** Keeps what was committed. A mirror loaded since the row was read may show the row before the commit. */
  #keep(row: EditedRow, versionstamp: string): void {
    row.rows.set(row.vehicleId, { value: row.after, versionstamp });
    if (this.#mirror.get(row.date) !== row.mirror) this.#mirror.delete(row.date);
  }

  /** Sees exactly what `#editedRows` will: `freed` counts as gone only where it is said to stand. */
  async #freeVehicles(
    candidates: readonly VehicleId[],
    days: readonly string[],
    time: { startMs: number; endMs: number },
    freed?: Freed,
  ): Promise<VehicleId[]> {
    const rows = await Promise.all(days.map((date) => this.#dayRows(date)));
    const freedDays = freed === undefined ? [] : touchedDays(freed.startMs, freed.endMs);
    const dayOf = (id: VehicleId, i: number): VehicleDay => {
      const day = rows[i]?.get(id)?.value ?? { spans: [] };
      const isFreed = id === freed?.vehicleId && freedDays.includes(days[i] ?? "");
      return isFreed ? withoutBooking(day, freed.bookingId) : day;
    };
    const out = await this.outages.knownOut(time);
    const idle = new Map<VehicleId, number>();
    for (const id of candidates) {
      if (out.has(id)) continue;
      if (rows.every((_, i) => isFree(dayOf(id, i), time.startMs, time.endMs))) {
        idle.set(id, idleBefore(dayOf(id, 0), time.startMs));
      }
    }
    return [...idle.keys()].sort((a, b) =>
      (idle.get(a) ?? 0) - (idle.get(b) ?? 0) || (a < b ? -1 : 1)
    );
  }

  async #editedRows(edit: ScheduleEdit) {
    const { bookingId, release, reserve } = edit;
    const edited = new Map<string, EditedRow>();
    const rowFor = async (date: string, vehicleId: VehicleId): Promise<EditedRow> => {
      const known = edited.get(`${date} ${vehicleId}`);
      if (known !== undefined) return known;
      const mirror = this.#dayRows(date);
      const rows = await mirror;
      const { value, versionstamp, unreadable } = rows.get(vehicleId) ?? NO_ROW;
      if (unreadable !== undefined) throw unreadable;
      const key = fleetKeys.vehicleDay(date, vehicleId);
      const made = { date, vehicleId, key, mirror, rows, versionstamp, after: value };
      edited.set(`${date} ${vehicleId}`, made);
      return made;
    };
    if (release !== undefined) {
      for (const date of touchedDays(release.startMs, release.endMs)) {
        const row = await rowFor(date, release.vehicleId);
        row.after = withoutBooking(row.after, bookingId);
      }
    }
    if (reserve !== undefined) {
      const span: Span = { bookingId, startMs: reserve.startMs, endMs: reserve.endMs };
      for (const date of touchedDays(reserve.startMs, reserve.endMs)) {
        const row = await rowFor(date, reserve.vehicleId);
        if (!isFree(row.after, span.startMs, span.endMs)) return null;
        row.after = withSpan(row.after, span);
      }
    }
    return [...edited.values()];
  }

  /** The day's rows of all vehicles, read once and then kept current by our own commits. */
  #dayRows(date: string): Promise<Map<VehicleId, DayRow>> {
    const known = this.#mirror.get(date);
    if (known !== undefined) return known;
    const loading = this.#load(date);
    this.#mirror.set(date, loading);
    loading.catch(() => this.#mirror.delete(date));
    const oldest = this.#mirror.keys().next().value;
    if (this.#mirror.size > MAX_MIRRORED_DAYS && oldest !== undefined) this.#mirror.delete(oldest);
    return loading;
  }

  #load(date: string): Promise<Map<VehicleId, DayRow>> {
    return readByVehicle(this.#db, fleetKeys.vehicleDay.under(date), TAKEN);
  }

  /** Takes the locks in one order, so that two edits of the same vehicles cannot wait for each other. */
  async #lock(vehicles: VehicleId[]): Promise<() => void> {
    const releases: (() => void)[] = [];
    for (const id of vehicles.toSorted()) {
      while (this.#locks.has(id)) await this.#locks.get(id);
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#locks.set(id, promise);
      releases.push(() => {
        this.#locks.delete(id);
        resolve();
      });
    }
    return () => releases.splice(0).forEach((release) => release());
  }
}
