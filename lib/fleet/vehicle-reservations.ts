// The reservations of one vehicle over a longer time, as they stand in the database.
import type { Database } from "../kv/open.ts";
import { readEntries, readList } from "../kv/read.ts";
import { fleetKeys } from "./keys.ts";
import { type VehicleId, vehicleId } from "./vehicle.ts";
import { MAX_VEHICLES } from "./fleet-limits.ts";
import type { Span } from "./vehicle-day.ts";

const DAY_MS = 24 * 60 * 60_000;
/** Bookings are taken a year ahead, so later days are empty; a day for each end that is cut. */
export const MAX_RESERVED_DAYS = 368;

/** Reservations that touch the stretch, by start; an open end means as far as bookings are taken. */
export async function reservationsOf(
  db: Pick<Database, "read">,
  id: VehicleId,
  { startMs, endMs }: { startMs: number; endMs: number | null },
): Promise<Span[]> {
  const lastMs = Math.min(endMs ?? Infinity, startMs + MAX_RESERVED_DAYS * DAY_MS);
  const keys = [];
  for (let day = Math.floor(startMs / DAY_MS); day * DAY_MS < lastMs; day++) {
    const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
    keys.push(fleetKeys.vehicleDay(date, id));
  }
  const rows = await readEntries(db.read, keys);
  const spans = rows.flatMap(({ value }) => value?.spans ?? [])
    .filter((span) => span.startMs < lastMs && span.endMs > startMs);
  // One that goes over midnight stands in the rows of both days.
  const byBooking = new Map(spans.map((span) => [span.bookingId, span]));
  return [...byBooking.values()].sort((a, b) => a.startMs - b.startMs);
}

/** Reservations of the whole fleet on the days a stretch touches and those beside them, by vehicle and start. */
export async function reservationsAround(
  db: Pick<Database, "read">,
  { startMs, endMs }: { startMs: number; endMs: number },
): Promise<ReadonlyMap<VehicleId, Span[]>> {
  const found = new Map<VehicleId, Map<string, Span>>();
  for (let day = Math.floor(startMs / DAY_MS) - 1; day * DAY_MS < endMs + DAY_MS; day++) {
    const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
    const prefix = fleetKeys.vehicleDay.under(date);
    for (const { key, value } of await readList(db.read, { prefix }, MAX_VEHICLES)) {
      const id = vehicleId(String(key.at(-1)));
      const spans = found.get(id) ?? new Map<string, Span>();
      for (const span of value.spans) spans.set(span.bookingId, span);
      found.set(id, spans);
    }
  }
  return new Map(
    [...found].map(([id, spans]) => [
      id,
      [...spans.values()].sort((a, b) => a.startMs - b.startMs),
    ]),
  );
}
