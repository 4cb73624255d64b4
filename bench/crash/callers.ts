// Who calls: customers that book, move and cancel; dispatchers that take orders by telephone, assign, take back and
// write notes; and those who set the fleet up. Each changes only what is their own, so that what must be is known.
import { paths } from "../../lib/kernel/paths.ts";
import { pickupTimeAt } from "../../lib/kernel/wall-time.ts";
import type { Random } from "../../tests/support/random.ts";
import type { Desk, Told } from "./desk.ts";
import type { Entry } from "./journal.ts";
import { pickupAt } from "./load-bookings.ts";

/** Sixteen of them. */
export const CALLERS = [
  ...Array<Script>(8).fill(customer),
  ...Array<Script>(6).fill(dispatcher),
  ...Array<Script>(2).fill(fleetKeeper),
];

/** One thing that a caller does from its beginning to its end. */
export type Script = (desk: Desk, random: Random, n: number) => Promise<void>;

/** What this run's wishes are told from any other's by. */
const RUN = crypto.randomUUID().slice(0, 8);
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

async function customer(desk: Desk, random: Random, n: number): Promise<void> {
  const told = await desk.ask(desk.json(paths.api.quotes(), {
    from: { words: "Landvetter", placeId: "airport:GOT" },
    to: { words: "Göteborg C", placeId: "pin:57.7066,11.9675" },
    pickup: { wallTime: wallTime(random) },
    passengers: 1,
  }));
  if (told?.status !== 201) return;
  const quoteId = said(told)["id"] as string;
  const mark = `${RUN}-c${n}`;
  const entry = desk.journal.entry({ kind: "booking", quoteId }, mark);
  const booked = await desk.change({
    ...{ entry, asked: "book", word: "confirmed" },
    wish: desk.json(paths.api.bookings(), {
      ...{ quoteId, vehicleClass: "standard", note: mark },
      contact: { name: "Maja Öberg", phone: "070-123 45 67", email: "" },
    }, mark),
    accepts: (told) => known(entry, "reference", reference(told)),
  });
  if (booked === null) return;
  const link = said(booked)["link"] as string;
  const next = random();
  if (next < 0.3) await move(desk, entry, link, random);
  else if (next < 0.6) await cancel(desk, entry, link);
}

async function move(desk: Desk, entry: Entry, link: string, random: Random): Promise<void> {
  const path = paths.api.rescheduleBooking(link);
  const priced = await desk.ask(desk.json(path, { pickup: { wallTime: wallTime(random) } }));
  if (priced?.status !== 201) return;
  const quoteId = said(priced)["id"] as string;
  await desk.change({
    ...{ entry, asked: "move", word: `moved ${quoteId}` },
    wish: desk.json(path, { quoteId }),
  });
}

async function cancel(desk: Desk, entry: Entry, link: string): Promise<void> {
  await desk.change({
    ...{ entry, asked: "cancel", word: "cancelled" },
    wish: desk.json(paths.api.cancelBooking(link), { expectedFeeOre: 0 }),
  });
}

async function dispatcher(desk: Desk, random: Random, n: number): Promise<void> {
  const entry = await order(desk, random, `${RUN}-o${n}`);
  if (entry === null || entry.id === "") return;
  const view = await desk.ask({ path: paths.api.adminBooking(entry.id) });
  if (view?.status !== 200) return;
  const { vehicleId, totalOre } = said(view);
  const driverId = `D${String(vehicleId).slice(1)}`;
  const assigned = await desk.change({
    ...{ entry, asked: "assign", word: `assigned ${driverId}` },
    wish: desk.json(paths.api.adminBookingCommands(entry.id), {
      ...{ type: "assign", expectedVersion: 1, driverId },
    }, `assign ${entry.mark}`),
  });
  if (assigned === null) return;
  if (random() < 0.5) return await undo(desk, entry, assigned);
  const note = `${entry.mark} ring på`;
  await desk.change({
    ...{ entry, asked: "note", word: `noted ${note}` },
    wish: desk.json(paths.api.adminBookingChanges(entry.id), {
      ...{ preview: false, expectedVersion: 2, expectedTotalOre: totalOre, note },
    }, `note ${entry.mark}`),
  });
}

async function undo(desk: Desk, entry: Entry, assigned: Told): Promise<void> {
  const { id } = said(assigned)["act"] as { id: string };
  await desk.change({
    ...{ entry, asked: "undo", word: `undone ${id}` },
    wish: desk.json(paths.api.adminAct(id), { type: "undo" }),
  });
}

/** The price is read out, then it is booked: two answers to one form. */
async function order(desk: Desk, random: Random, mark: string): Promise<Entry | null> {
  const empty = await desk.formWith("idempotencyKey", { path: paths.adminNewBooking() });
  if (empty === null) return null;
  const filled = {
    ...{ phone: "070-123 45 67", name: "Maja Öberg", when: wallTime(random).replace("T", " ") },
    ...{ from: "Landvetter", fromAsked: "Landvetter", note: mark },
    ...{ fromChoice: "airport:GOT", to: "Göteborg C", vehicleClass: "standard" },
  };
  const priced = await desk.formWith(
    "quoteId",
    desk.form(empty, { ...filled, action: "price" }),
  );
  const quoteId = priced?.fields.find(([name]) => name === "quoteId")?.[1] ?? "";
  if (priced === null || quoteId === "") return null;
  const entry = desk.journal.entry({ kind: "booking", quoteId }, mark);
  const told = await desk.change({
    ...{ entry, asked: "order", word: "confirmed" },
    wish: desk.form(priced, { action: "book" }),
    accepts: ({ headers }) => {
      const { searchParams } = new URL(headers.get("location") ?? "", desk.server.origin);
      known(entry, "id", searchParams.get("booking") ?? "");
    },
  });
  return told === null ? null : entry;
}

/** Each has vehicles of its own: what two write at once is refused, and that is another bench. */
async function fleetKeeper(desk: Desk, random: Random, n: number): Promise<void> {
  const id = `V${100 + n % 200}`;
  const entry =
    desk.journal.entries.find(({ subject }) => subject.kind === "vehicle" && subject.id === id) ??
      desk.journal.entry({ kind: "vehicle", id });
  if (random() < 0.5) return await rename(desk, entry, id, n);
  const fromMs = Date.now() + 300 * DAY_MS + n * HOUR_MS;
  const reason = `${RUN}-u${n}`;
  await desk.change({
    ...{ entry, asked: "outage", word: `out ${reason}` },
    wish: desk.json(`/api/admin/vehicles/${id}/outages`, {
      ...{ type: "out-of-traffic", reason },
      ...{ from: instant(fromMs), until: instant(fromMs + HOUR_MS) },
    }, reason),
  });
}

async function rename(desk: Desk, entry: Entry, id: string, n: number): Promise<void> {
  const form = await desk.formWith("plate", { path: paths.adminVehicle(id) });
  if (form === null) return;
  const name = `Bil ${RUN}-${n}`;
  await desk.change({
    ...{ entry, asked: "rename", word: `named ${name}` },
    wish: desk.form(form, { name, action: "change" }),
  });
}

/** Told twice, it must be the same; a booking that is another one is found where it is looked up. */
function known(entry: Entry, fact: "id" | "reference", value: string): void {
  if (entry[fact] === "" || entry[fact] === value) entry[fact] = value;
  else entry[fact] = `${entry[fact]}, then ${value}`;
}

function reference(told: Told): string {
  const { booking } = said(told) as { booking: { reference: string } };
  return booking.reference;
}

function said({ body }: Told): Record<string, unknown> {
  return JSON.parse(body);
}

function wallTime(random: Random): string {
  const ms = pickupAt(Date.now(), random());
  return pickupTimeAt(Temporal.Instant.fromEpochMilliseconds(ms)).wallTime;
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}

/** A caller calls until the end of all. */
export async function callOn(
  desk: Desk,
  script: Script,
  random: Random,
  number: () => number,
): Promise<void> {
  while (!desk.lives.isOver) await script(desk, random, number());
}
