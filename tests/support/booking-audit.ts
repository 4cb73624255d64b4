// The auditor: reads the whole database and compares every row that follows from bookings with the
// bookings, in both directions. It knows the indexes by their meaning and shares no code with their writer.
import assert from "node:assert/strict";
import type { Booking, BookingEvent, BookingSummary } from "../../lib/booking/booking.ts";
import { bookingChanged } from "../../lib/booking/booking-feed.ts";
import type { OperatorAct } from "../../lib/booking/operator-act.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import type { VehicleDay } from "../../lib/fleet/vehicle-day.ts";
import { type VehicleId, vehicleId } from "../../lib/fleet/vehicle.ts";
import { VehicleSchedules } from "../../lib/fleet/vehicle-schedule-store.ts";
import type { FeedBody, FeedRow } from "../../lib/kv/feed-row.ts";
import type { IdempotencyRecord } from "../../lib/kv/idempotency-record.ts";
import type { Database } from "../../lib/kv/open.ts";
import { bookingAfter, formerSummaryOf, summaryOf } from "./booking-oracle.ts";
import { rowsOfToday } from "./rows-of-today.ts";

/** Statuses after which a vehicle is nobody's. */
const RELEASED = new Set(["cancelled", "expired", "no-show", "lapsed"]);
/** Families of the room that are looked at below; a new index belongs here and has its own look. */
const AUDITED = [
  "booking",
  "bookingEvent",
  "bookingByMark",
  "bookingByReference",
  "bookingByDay",
  "bookingByDriver",
  "bookingByOwner",
  "operatorAct",
  "quoteBought",
  "heldBookings",
];
const DAY_MS = 24 * 60 * 60_000;

/** Every booking, after an audit of all rows that follow from them. Throws AssertionError at the first lie. */
export async function auditBookings(db: Pick<Database, "read">): Promise<Booking[]> {
  assert.deepEqual(
    Object.keys(bookingKeys).sort(),
    AUDITED.toSorted(),
    "families without an audit",
  );
  const rows = await allRows(db);
  const bookings = (rows.get("booking") ?? []).map((row) => row.value as Booking);
  auditHistories(bookings, rows.get("bookingEvent") ?? []);
  auditReferences(bookings, rows.get("bookingByMark") ?? [], rows.get("bookingByReference") ?? []);
  auditDays(bookings, rows.get("bookingByDay") ?? []);
  auditDrivers(bookings, rows.get("bookingByDriver") ?? []);
  auditOwners(bookings, rows.get("bookingByOwner") ?? []);
  auditFeed(bookings, [...rows.get("bookingFeed") ?? [], ...rows.get("feed") ?? []]);
  auditQuotes(bookings, rows.get("bookingEvent") ?? [], rows.get("quoteBought") ?? []);
  auditVehicles(bookings, rows.get("vehicleDay") ?? []);
  const acts = auditActs(bookings, rows.get("operatorAct") ?? []);
  const ids = new Set<string>(bookings.map((booking) => booking.id));
  const held = (rows.get("heldBookings") ?? []).flatMap(({ value }) => value as string[]);
  const holders = Map.groupBy(held, (id) => id);
  assert(
    [...holders.values()].every((of) => of.length <= 2),
    "held by more than number and person",
  );
  assert(held.every((id) => ids.has(id)), "a number that holds a booking there is not");
  for (const { value } of rows.get("idempotency") ?? []) {
    const { resultId } = value as IdempotencyRecord;
    assert(
      ids.has(resultId) || acts.has(resultId),
      "an idempotency key without its booking or act",
    );
  }
  return bookings;
}

/** What a long-lived mirror believes is free is what the database says: nothing stays taken or free by mistake. */
export async function auditMirror(
  db: Pick<Database, "read">,
  schedules: VehicleSchedules,
  vehicles: readonly string[],
  bookings: readonly Booking[],
): Promise<void> {
  const fresh = new VehicleSchedules(db);
  const candidates = vehicles.map(vehicleId);
  for (const { reservation, reference } of bookings) {
    const believed = await freeVehicles(schedules, candidates, reservation);
    const stored = await freeVehicles(fresh, candidates, reservation);
    assert.deepEqual(believed, stored, `vehicles free beside ${reference}`);
  }
}

async function freeVehicles(
  schedules: VehicleSchedules,
  candidates: readonly VehicleId[],
  time: { startMs: number; endMs: number },
): Promise<VehicleId[]> {
  const free: VehicleId[] = [];
  for (const id of candidates) if (await schedules.anyFree([id], time)) free.push(id);
  return free;
}

async function allRows(db: Pick<Database, "read">): Promise<Map<string, Deno.KvEntry<unknown>[]>> {
  return Map.groupBy(await rowsOfToday(db.read), ({ key }) => String(key[0]));
}

function auditHistories(bookings: readonly Booking[], rows: Deno.KvEntry<unknown>[]): void {
  const histories = Map.groupBy(rows, (row) => String(row.key[1]));
  assert.equal(histories.size, bookings.length, "histories and bookings");
  for (const booking of bookings) {
    const history = histories.get(booking.id) ?? [];
    assert.deepEqual(history.map((row) => row.key[2]), history.map((_, i) => i + 1), "versions");
    assert.equal(history.length, booking.version, "the version counts the events");
    assert.deepEqual(
      bookingAfter(history.map((row) => row.value as BookingEvent)),
      booking,
      "its history",
    );
  }
}

/** Each is found by its mark, or by its code where no walk has been; marks cannot be read back, so they are counted. */
function auditReferences(
  bookings: readonly Booking[],
  marked: readonly Deno.KvEntry<unknown>[],
  former: readonly Deno.KvEntry<unknown>[],
): void {
  const codes = new Map<unknown, string>(bookings.map(({ id, reference }) => [id, reference]));
  for (const { key, value } of former) assert.equal(key[1], codes.get(value), "a code of another");
  const found = [...marked, ...former].map(({ value }) => value).sort();
  assert.deepEqual(found, bookings.map(({ id }) => id).sort(), "each booking has one reference");
}

/** Marks cannot be read back, so they are counted: one a way to reach the customer, and one a person it belongs to. */
function auditOwners(bookings: readonly Booking[], rows: readonly Deno.KvEntry<unknown>[]): void {
  const found = Map.groupBy(rows, ({ key }) => String(key.at(-1)));
  for (const { key, value } of rows) assert.equal(value, key.at(-1), "an owner of another booking");
  for (const { id, contact } of bookings) {
    const { length = 0 } = found.get(id) ?? [];
    const reaches = [contact.phone, contact.email].filter((at) => at !== "").length;
    // Fewer in databases that no walk has gone through yet.
    assert(length <= reaches + 2, `${id} has ${length} owners`);
    found.delete(id);
  }
  assert.deepEqual([...found.keys()], [], "owners of bookings there are not");
}

function auditDays(bookings: readonly Booking[], rows: Deno.KvEntry<unknown>[]): void {
  const found = new Map(
    rows.map((row) => [row.key.slice(1).join(" "), row.value as BookingSummary]),
  );
  const expected = new Map(bookings.map((booking) => {
    const { wallTime, instant } = booking.trip.pickup;
    const key = [wallTime.slice(0, 10), Date.parse(instant), booking.id].join(" ");
    return [key, rowOf(booking, found.get(key))];
  }));
  assert.deepEqual(found, expected, "the day index");
}

/** Whoever drives a booking finds it on its day; of databases that no walk has gone through yet some are missing. */
function auditDrivers(bookings: readonly Booking[], rows: readonly Deno.KvEntry<unknown>[]): void {
  const expected = new Set(bookings.flatMap((booking) => {
    const { wallTime, instant } = booking.trip.pickup;
    const driver = "driverId" in booking ? booking.driverId : null;
    if (driver === null) return [];
    return [[driver, wallTime.slice(0, 10), Date.parse(instant), booking.id].join(" ")];
  }));
  for (const { key, value } of rows) {
    assert.equal(value, key.at(-1), "a driver of another booking");
    assert(expected.has(key.slice(1).join(" ")), "a driver of a booking that is not theirs");
  }
}

/** Each booking's newest feed entry shows it as it is; commits stand in their order. */
function auditFeed(bookings: readonly Booking[], rows: Deno.KvEntry<unknown>[]): void {
  const newest = new Map<string, BookingSummary>();
  for (const { key, value, versionstamp } of rows) {
    assert.equal(key[1], versionstamp, "a row of the feed is stored under its own commit");
    for (const summary of summariesOf(value)) {
      assert((newest.get(summary.id)?.version ?? 0) < summary.version, "feed entries out of order");
      newest.set(summary.id, summary);
    }
  }
  const expected = bookings.map((booking) =>
    [booking.id, rowOf(booking, newest.get(booking.id))] as const
  );
  assert.deepEqual(newest, new Map(expected));
}

/** What a row must say: one that the first release wrote says less until the booking is written or walked over. */
function rowOf(booking: Booking, found: BookingSummary | undefined): BookingSummary {
  return found?.durationSeconds === 0 ? formerSummaryOf(booking) : summaryOf(booking);
}

/** The bookings a row of the feed tells of; the first release wrote one entry a row. */
function summariesOf(row: unknown): BookingSummary[] {
  const bodies = (row as Partial<FeedRow>).entries?.filter(({ kind }) => kind === "booking")
    .map(({ body }) => body) ?? [row as FeedBody];
  return bodies.map((body) => bookingChanged.upgrade(body).summary);
}

/** Each quote was bought once, and each trip a booking ever had is on a quote it bought. */
function auditQuotes(
  bookings: readonly Booking[],
  events: readonly Deno.KvEntry<unknown>[],
  rows: readonly Deno.KvEntry<unknown>[],
): void {
  const bought = new Map(rows.map((row) => [row.key[1], row.value]));
  const lapsed = new Set<unknown>(
    bookings.filter(({ status }) => status === "lapsed").map(({ id }) => id),
  );
  for (const { trip, id } of bookings) {
    // What nobody paid for in time let its price go.
    if (lapsed.has(id)) continue;
    assert.equal(bought.get(trip.quoteId), id, "quote of booking");
  }
  for (const { key, value } of events) {
    const event = value as BookingEvent;
    if (!("trip" in event) || lapsed.has(key[1])) continue;
    assert.equal(bought.get(event.trip.quoteId), key[1], "quote of a trip there was");
  }
  const ids = new Set<unknown>(bookings.map((booking) => booking.id));
  for (const id of bought.values()) assert(ids.has(id), "a bought quote without its booking");
}

/** Each act names versions there are, and is undone exactly where a history says so. Returns the acts' ids. */
function auditActs(bookings: readonly Booking[], rows: Deno.KvEntry<unknown>[]): Set<string> {
  const versions = new Map<string, number>(bookings.map(({ id, version }) => [id, version]));
  for (const { value } of rows) {
    for (const { bookingId, from, to } of (value as OperatorAct).spans) {
      const version = versions.get(bookingId) ?? -1;
      assert(0 <= from && from <= to && to <= version, "an act of versions there are not");
    }
  }
  return new Set(rows.map(({ key }) => String(key[1])));
}

/** The day rows hold exactly the reservations of the bookings that keep a vehicle, and none overlap. */
function auditVehicles(bookings: readonly Booking[], rows: Deno.KvEntry<unknown>[]): void {
  const found = new Map<string, VehicleDay["spans"]>();
  for (const { key, value } of rows) {
    const { spans } = value as VehicleDay;
    if (spans.length > 0) found.set(`${String(key[1])} ${String(key[2])}`, spans);
    for (const [i, span] of spans.entries()) {
      const next = spans[i + 1];
      if (next) assert(span.endMs <= next.startMs, `${String(key[2])} is booked twice`);
    }
  }
  const expected = new Map<string, VehicleDay["spans"]>();
  for (const { id, status, reservation: { vehicleId, startMs, endMs } } of bookings) {
    if (RELEASED.has(status)) continue;
    for (let day = startMs - (startMs % DAY_MS); day < endMs; day += DAY_MS) {
      const key = `${new Date(day).toISOString().slice(0, 10)} ${vehicleId}`;
      const spans = [...expected.get(key) ?? [], { bookingId: id, startMs, endMs }];
      expected.set(key, spans.sort((a, b) => a.startMs - b.startMs));
    }
  }
  assert.deepEqual(found, expected, "the vehicles' days");
}
