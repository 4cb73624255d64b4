// Compares the database of a dead server with what its callers were told. Reads rows, asks no use case.
import assert from "node:assert/strict";
import type { Booking, BookingEvent } from "../../lib/booking/booking.ts";
import { bookingId } from "../../lib/booking/booking.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import { fleetKeys } from "../../lib/fleet/keys.ts";
import { vehicleId } from "../../lib/fleet/vehicle.ts";
import type { Database } from "../../lib/kv/open.ts";
import { readEntry, readList } from "../../lib/kv/read.ts";
import { quoteId } from "../../lib/pricing/quote.ts";
import { auditBookings } from "../../tests/support/booking-audit.ts";
import { auditCounts } from "../../tests/support/count-audit.ts";
import { openProduction } from "../../tests/support/production-keys.ts";
import { rowsOfToday } from "../../tests/support/rows-of-today.ts";
import type { Entry, Journal } from "./journal.ts";

/** More events than any booking has here. */
const MAX_EVENTS = 200;
/** How long a booking that nobody serves waits, in milliseconds; said here again, so that it is not taken on trust. */
const EXPIRES_AFTER_MS = 2 * 60 * 60_000;

/** Looks at everything that was touched since the last look, and settles what nobody knew. */
export async function lookAtTouched(file: string, journal: Journal): Promise<void> {
  const db = await openProduction(file);
  try {
    for (const entry of journal.touched) await lookAt(db, journal, entry);
    journal.touched.clear();
  } finally {
    db.close();
  }
}

/** Looks at every row of the database and every entry; returns how many bookings there are. */
export async function lookAtAll(file: string, journal: Journal): Promise<number> {
  const db = await openProduction(file);
  try {
    for (const entry of journal.entries) await lookAt(db, journal, entry);
    return await audit(db, journal);
  } finally {
    db.close();
  }
}

/** Every row that follows from others; the first lie is written down. */
async function audit(db: Database, journal: Journal): Promise<number> {
  try {
    const bookings = await auditBookings(db);
    auditMarks(journal, bookings);
    await auditJobs(db, bookings);
    await auditCounts(db);
    return bookings.length;
  } catch (error) {
    if (!(error instanceof assert.AssertionError)) throw error;
    journal.wrong.push(`the audit: ${error.message.slice(0, 600)}`);
    return 0;
  }
}

/** No two bookings came of one wish. */
function auditMarks(journal: Journal, bookings: readonly Booking[]): void {
  const byMark = Map.groupBy(bookings, ({ note }) => note.split(" ")[0] ?? "");
  for (const entry of journal.entries) {
    const count = byMark.get(entry.mark)?.length ?? 0;
    if (entry.mark !== "" && count > 1) {
      journal.blame(entry, entry.told[0]?.asked ?? "book", "doubled", `${count} bookings`);
    }
  }
}

/** Each booking that may still be served expires once, at its time; no job is of a booking there is not. */
async function auditJobs(db: Database, bookings: readonly Booking[]): Promise<void> {
  const rows = (await rowsOfToday(db.read)).filter(({ key }) => key[0] === "job");
  const due = new Map<string, number[]>();
  for (const { key, value } of rows) {
    const { kind, payload } = value as { kind: string; payload: { bookingId?: string } };
    if (kind !== "expire-booking") continue;
    const id = payload.bookingId ?? "";
    due.set(id, [...due.get(id) ?? [], Number(key[1])]);
  }
  const ids = new Set<string>(bookings.map(({ id }) => id));
  for (const id of due.keys()) assert(ids.has(id), `a job of a booking there is not: ${id}`);
  for (const { id, status, trip } of bookings) {
    if (status !== "confirmed" && status !== "assigned") continue;
    const expected = Date.parse(trip.pickup.instant) + EXPIRES_AFTER_MS;
    assert.deepEqual(due.get(id), [expected], `the expiry of ${id}`);
  }
}

async function lookAt(db: Database, journal: Journal, entry: Entry): Promise<void> {
  const found = entry.subject.kind === "booking"
    ? await bookingWords(db, entry, entry.subject.quoteId)
    : await vehicleWords(db, entry.subject.id);
  if (entry.subject.kind === "booking") compare(journal, entry, found);
  else compareVehicle(journal, entry, found);
}

/** What is stored must be what was told, or that and what nobody knew. */
function compare(journal: Journal, entry: Entry, found: readonly string[]): void {
  const told = entry.told.map(({ word }) => word);
  const { doubt } = entry;
  const doubted = doubt !== null && !doubt.hasHappened ? [...told, doubt.word] : told;
  if (same(found, told)) return leaveUnknown(journal, doubt);
  if (doubt !== null && same(found, doubted)) return writeDown(journal, entry);
  const at = told.findIndex((word, i) => found[i] !== word);
  const asked = entry.told[at]?.asked ?? doubt?.asked ?? entry.told.at(-1)?.asked ?? "book";
  const twice = new Set(found).size < found.length;
  const fault = twice ? "doubled" : found.length < told.length ? "lost" : "torn";
  journal.blame(entry, asked, fault, found.join(", "));
}

/** Names come and go, and outages stay: the newest name counts, and each outage is there once. */
function compareVehicle(journal: Journal, entry: Entry, found: readonly string[]): void {
  const { told, doubt } = entry;
  const name = told.findLast(({ asked }) => asked === "rename");
  const hasHappened = doubt !== null && !doubt.hasHappened && found.includes(doubt.word);
  for (const { asked, word } of told) {
    const count = found.filter((one) => one === word).length;
    if (count > 1) journal.blame(entry, asked, "doubled", `${count} of ${word}`);
    const mayBeOver = asked === "rename" &&
      (word !== name?.word || (hasHappened && doubt.asked === "rename"));
    if (count === 0 && !mayBeOver) journal.blame(entry, asked, "lost", found.join(", "));
  }
  if (hasHappened) writeDown(journal, entry);
  else leaveUnknown(journal, doubt);
}

function writeDown(journal: Journal, entry: Entry): void {
  const { doubt } = entry;
  if (doubt === null) return;
  doubt.hasHappened = true;
  entry.told.push({ asked: doubt.asked, word: doubt.word });
  journal.tallies[doubt.asked].unanswered++;
  journal.tallies[doubt.asked].happened++;
}

function leaveUnknown(journal: Journal, doubt: Entry["doubt"]): void {
  if (doubt !== null && !doubt.hasHappened) journal.tallies[doubt.asked].unanswered++;
}

/** What is stored of the booking of a quote, a word an event; [] when there is none. Half a booking is torn. */
async function bookingWords(db: Database, entry: Entry, quote: string): Promise<string[]> {
  const { value: id } = await readEntry(db.read, bookingKeys.quoteBought(quoteId(quote)));
  if (id === null) return [];
  if (entry.id !== "" && entry.id !== id) return [`another booking, ${id}`];
  const prefix = bookingKeys.bookingEvent.under(bookingId(id));
  const [booking, events] = await Promise.all([
    readEntry(db.read, bookingKeys.booking(bookingId(id))),
    readList(db.read, { prefix }, MAX_EVENTS),
  ]);
  const { value } = booking;
  if (value === null) return [`a quote sold to no booking`];
  if (value.version !== events.length) return [`version ${value.version}, ${events.length} events`];
  if (entry.reference !== "" && entry.reference !== value.reference) return ["another reference"];
  return events.map((event) => wordOf(event.value));
}

function wordOf(event: BookingEvent): string {
  switch (event.type) {
    case "rescheduled":
      return `moved ${event.trip.quoteId}`;
    case "assigned":
      return `assigned ${event.driverId}`;
    case "undone":
      return `undone ${event.undoes}`;
    case "changed":
      return `noted ${event.note}`;
    default:
      return event.type;
  }
}

async function vehicleWords(db: Database, id: string): Promise<string[]> {
  const [vehicle, outages, decided] = await Promise.all([
    readEntry(db.read, fleetKeys.vehicle(vehicleId(id))),
    readEntry(db.read, fleetKeys.vehicleOutages(vehicleId(id))),
    decidedName(db, id),
  ]);
  const reasons = outages.value?.outages.map(({ reason }) => `out ${reason}`) ?? [];
  return [`named ${decided ?? vehicle.value?.name ?? "nothing"}`, ...reasons];
}

/** The name that was decided on and is not in its place yet: whoever reads next puts it there. Null for none. */
async function decidedName(db: Database, id: string): Promise<string | null> {
  const { value: edition } = await readEntry(db.read, kvKeys.edition());
  const pending = edition?.pending ?? null;
  if (pending === null) return null;
  const prefix = kvKeys.staged.under(pending.id);
  const staged = await readList(db.read, { prefix }, pending.count);
  const found = staged.find(({ key, value }) =>
    Number(key[2]) >= pending.done && value.key[0] === "vehicle" && value.key[1] === id
  );
  const row = found?.value.row;
  return typeof row === "object" && row !== null && "name" in row ? String(row.name) : null;
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, i) => word === other[i]);
}
