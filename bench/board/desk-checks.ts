// What a day of dispatchers left behind, compared with what they were told: every acknowledged act once, no other,
// nothing on two cars' time, screens that say what is stored, histories that lead to it.
import type { BookingEvent, BookingSummary } from "../../lib/booking/booking.ts";
import type { OperatorAct } from "../../lib/booking/operator-act.ts";
import type { VehicleOutages } from "../../lib/fleet/outage.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { auditBookings } from "../../tests/support/booking-audit.ts";
import { rowsOfToday } from "../../tests/support/rows-of-today.ts";
import type { Desk, NotedAct } from "./desk.ts";

/** What an act of a kind writes into a history. */
const EVENT_OF: Readonly<Record<string, string>> = {
  assign: "assigned",
  unassign: "unassigned",
  cancel: "cancelled",
  change: "changed",
  depart: "departed",
  arrive: "arrived",
  board: "boarded",
  complete: "completed",
};
/** Most faults named of one kind. */
const SHOWN = 5;

/** Faults by what was looked at; every list empty is a day as it must be. */
export type Findings = Readonly<Record<string, string[]>>;

interface Stored {
  acts: Map<string, OperatorAct>;
  histories: Map<string, BookingEvent[]>;
  /** Ids of the times in which cars are out of traffic. */
  outages: Set<string>;
  rows: Map<string, BookingSummary>;
}

/**
 * Compares the desks with the database of a server that has been stopped. Rows that the board before wrote have fewer
 * facts than they are read with here: its screens are compared with what its API gave, and its indexes with nothing.
 */
export async function checkDay(
  database: string,
  desks: readonly Desk[],
  apiRows: readonly BookingSummary[],
  isBefore = false,
): Promise<Findings> {
  const db = await openDatabase(database);
  try {
    const stored = await storedDay(db.read, isBefore);
    const truth = isBefore ? byId(apiRows) : stored.rows;
    const noted = desks.flatMap(({ acts }) => acts).filter(({ id }) => id !== null);
    return {
      "lost acts": noted.flatMap((act) => lostOf(stored, act)),
      "doubled acts": doubledActs(stored, noted),
      "undone otherwise than answered": noted.flatMap((act) => undoneOf(stored, act)),
      "screens that say something else": desks.flatMap(({ name, rows }) =>
        disagreements(rows, truth).map((id) => `${name}: ${id}`)
      ),
      "rows of the API that say something else": disagreements(byId(apiRows), truth),
      "planted disagreements that were not seen": desks.flatMap((desk) => unseenPlant(desk, truth)),
      "histories, indexes and reservations": isBefore ? [] : await audited(db),
    };
  } finally {
    db.close();
  }
}

/** Prints the findings; true when there are none. */
export function printFindings(findings: Findings): boolean {
  for (const [what, found] of Object.entries(findings)) {
    console.info(`${found.length === 0 ? "ok " : "BAD"} ${what}: ${found.length}`);
    for (const one of found.slice(0, SHOWN)) console.info(`      ${one}`);
  }
  return Object.values(findings).every((found) => found.length === 0);
}

/** Ids of the bookings that two sets of rows show differently, or only one of them shows. */
export function disagreements(
  shown: ReadonlyMap<string, BookingSummary>,
  stored: ReadonlyMap<string, BookingSummary>,
): string[] {
  const ids = new Set([...shown.keys(), ...stored.keys()]);
  return [...ids].filter((id) => sorted(shown.get(id)) !== sorted(stored.get(id)));
}

/** A check that sees nothing proves nothing: one row says otherwise, one is missing, one too many. */
function unseenPlant({ name, rows }: Desk, truth: ReadonlyMap<string, BookingSummary>): string[] {
  const [first, second] = [...rows.values()];
  if (first === undefined || second === undefined) return [`${name} has no rows`];
  const other = { ...first, status: first.status === "cancelled" ? "confirmed" : "cancelled" };
  const planted = new Map<string, BookingSummary>(rows);
  planted.set(first.id, other as BookingSummary).delete(second.id);
  planted.set("another", first);
  const before = disagreements(rows, truth);
  const seen = new Set(disagreements(planted, truth));
  return [first.id, second.id, "another"].filter((id) => !seen.has(id) && !before.includes(id))
    .map((id) => `${name}: ${id}`);
}

/** Rows by their booking. */
export function byId(rows: readonly BookingSummary[]): Map<string, BookingSummary> {
  return new Map(rows.map((row) => [row.id, row]));
}

function sorted(row: BookingSummary | undefined): string {
  return JSON.stringify(Object.entries(row ?? {}).sort(([a], [b]) => a < b ? -1 : 1));
}

async function storedDay(kv: Deno.Kv, isBefore: boolean): Promise<Stored> {
  const stored: Stored = {
    ...{ acts: new Map(), histories: new Map(), outages: new Set(), rows: new Map() },
  };
  // The board before was never a release: its rows of the day are in no shape that is read, the others are.
  const rows = isBefore
    ? await Array.fromAsync(kv.list({ prefix: [] }, { batchSize: 1_000 }))
    : await rowsOfToday(kv);
  for (const { key, value } of rows) {
    const [family, id] = [String(key[0]), String(key[1])];
    if (family === "operatorAct") stored.acts.set(id, value as OperatorAct);
    if (family === "bookingByDay") stored.rows.set(String(key[3]), value as BookingSummary);
    if (family === "vehicleOutages") {
      for (const { id: outage } of (value as VehicleOutages).outages) stored.outages.add(outage);
    }
    if (family !== "bookingEvent") continue;
    stored.histories.set(id, [...stored.histories.get(id) ?? [], value as BookingEvent]);
  }
  return stored;
}

/** An acknowledged act is stored, and its events are in the histories at the versions it was answered with. */
function lostOf({ acts, histories, outages }: Stored, act: NotedAct): string[] {
  const said = `${act.kind} ${act.id} by ${act.by}`;
  const stored = acts.get(act.id ?? "");
  if (stored === undefined) return [`${said} is not stored`];
  const { outage } = stored;
  if (outage !== null && !outages.has(outage.outageId)) return [`${said}: the car is not out`];
  const versions = stored.spans.map(({ bookingId, to }) => ({ id: bookingId, version: to }));
  if (JSON.stringify(versions) !== JSON.stringify(act.bookings)) return [`${said}: other versions`];
  return stored.spans.flatMap(({ bookingId, from, to }) => {
    const events = (histories.get(bookingId) ?? []).slice(from, to);
    const isWhole = events.length === to - from && events.length > 0 &&
      events.every(({ actor }) => actor.kind === "operator" && actor.name === act.by) &&
      events.some(({ type }) => (EVENT_OF[act.kind] ?? type) === type);
    return isWhole ? [] : [`${said}: not in the history of ${bookingId}`];
  });
}

/** No act is stored that nobody was told of, none was told twice, and every operator's event belongs to one act. */
function doubledActs({ acts, histories }: Stored, noted: readonly NotedAct[]): string[] {
  const told = noted.map(({ id }) => id ?? "");
  const known = new Set(told);
  const found = [...acts.values()].filter(({ id }) => !known.has(id))
    .map(({ id, kind, actor }) => `${kind} ${id} by ${JSON.stringify(actor)} was told to nobody`);
  if (known.size !== told.length) found.push("one act was the answer to two wishes");
  const owners = new Map<string, number>();
  for (const { spans } of acts.values()) {
    for (const { bookingId, from, to } of spans) {
      for (let version = from + 1; version <= to; version++) {
        const event = `${bookingId} ${version}`;
        owners.set(event, (owners.get(event) ?? 0) + 1);
      }
    }
  }
  for (const [id, events] of histories) {
    events.forEach(({ actor, type }, i) => {
      if (actor.kind !== "operator" || type === "undone") return;
      const count = owners.get(`${id} ${i + 1}`) ?? 0;
      if (count !== 1) found.push(`${type} of ${id} belongs to ${count} acts`);
    });
  }
  return found;
}

/** What was undone is undone once in each history, and nothing else is. */
function undoneOf({ acts, histories }: Stored, act: NotedAct): string[] {
  const stored = acts.get(act.id ?? "");
  const undone = (stored?.spans ?? []).map(({ bookingId }) =>
    (histories.get(bookingId) ?? []).filter((one) => one.type === "undone" && one.undoes === act.id)
      .length
  );
  const expected = act.isUndone ? 1 : 0;
  const isAsSaid = (stored?.outcome === "undone") === act.isUndone &&
    undone.every((count) => count === expected);
  return isAsSaid ? [] : [`${act.kind} ${act.id}: ${undone.join()} times, ${stored?.outcome}`];
}

/** The auditor of the tests: histories replay, indexes and feed agree, no car is booked twice. */
async function audited(db: { read: Deno.Kv }): Promise<string[]> {
  try {
    await auditBookings(db);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message.slice(0, 500) : String(error)];
  }
}
