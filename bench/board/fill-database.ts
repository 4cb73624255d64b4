// Fills a database with bookings as their stores would have written them, a bounded batch a commit: tariffs,
// fleet, vehicles' days, bookings with their histories and indexes; of a number of trips, three days of as many.
// `deno run -A bench/board/fill-database.ts FILE [TRIPS]`
import type { BookedTrip } from "../../lib/booking/booking.ts";
import { summarise } from "../../lib/booking/summarise.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { fleetKeys } from "../../lib/fleet/keys.ts";
import { driverId, plainDriver, plainVehicle, vehicleId } from "../../lib/fleet/vehicle.ts";
import type { Span } from "../../lib/fleet/vehicle-day.ts";
import { touchedDays } from "../../lib/fleet/vehicle-day.ts";
import { dateOf } from "../../lib/kernel/wall-time.ts";
import type { Database } from "../../lib/kv/open.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import { quoteId } from "../../lib/pricing/quote.ts";
import { previewTrip } from "../../lib/pricing/quote-trip.ts";
import { resolveTrip } from "../../lib/trip/trip-form.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { readWallTime } from "../../lib/kernel/wall-time.ts";
import { demoTrips } from "../../scripts/demo/demo-trips.ts";
import { openServices } from "../booking/server.ts";
import { formerKeys, formerTerms } from "./former-search.ts";
import { FLEET_SIZE, type MadeBooking, madeBooking, type Making } from "./made-bookings.ts";

/** Bookings a commit: each writes nine rows at most, and a commit takes 250. */
const PER_COMMIT = 25;
/** With the rows of the former search. */
const PER_COMMIT_WITH_TERMS = 18;
/** Commits on their way at once. */
const TOGETHER = 4;

/** How much is made. */
export interface FillSize {
  count: number;
  tripsPerDay: number;
  /** With the rows the search of earlier releases read. */
  hasFormerSearch?: boolean;
}

/** The size the product is promised for. */
export const PROMISED_SIZE: FillSize = { count: 200_000, tripsPerDay: 5_000 };

if (import.meta.main) {
  const [database, trips] = Deno.args;
  if (database === undefined) throw new Error("Which file?");
  const services = await openServices(database);
  const days = { count: Number(trips) * 3, tripsPerDay: Number(trips) };
  const size = trips === undefined ? PROMISED_SIZE : days;
  await fillDatabase(services, { ...size, hasFormerSearch: true });
  services.db.close();
}

/** Writes everything. */
export async function fillDatabase(services: Services, size: FillSize): Promise<void> {
  for (const tariff of DEMO_TARIFFS) await services.tariffs.save(tariff);
  await saveFleet(services);
  const places = services.places.places.map(({ place }) => place)
    .filter(({ kind }) => kind === "street" || kind === "landmark");
  const nowMs = services.clock.now().epochMilliseconds;
  const making: Making = { ...size, nowMs, places, trips: await realTrips(services) };
  const spans = new Map<string, Span[]>();
  // Rows in the order of their keys go behind each other in the file; scattered, each would be a page of its own.
  const order = inOrderOfIds(making);
  // What the audit log would say of each of them is not what is measured.
  const { intents: _, ...db } = services.db;
  const many = size.hasFormerSearch ? PER_COMMIT_WITH_TERMS : PER_COMMIT;
  for (let i = 0; i < size.count; i += many * TOGETHER) {
    const starts = Array.from({ length: TOGETHER }, (_, n) => i + n * many);
    await Promise.all(starts.map((start) => {
      const made = order.slice(start, start + many).map((one) => madeBooking(making, one));
      for (const one of made) noteSpans(one, spans);
      return writeBatch(db, made, size);
    }));
  }
  await writeVehicleDays(services, spans);
}

/** The numbers of all bookings, by their ids. */
function inOrderOfIds(making: Making): number[] {
  const ids = Array.from({ length: making.count }, (_, i) => madeBooking(making, i).booking.id);
  return [...ids.keys()].sort((a, b) => (ids[a] ?? "") < (ids[b] ?? "") ? -1 : 1);
}

async function writeBatch(
  db: Database,
  made: readonly MadeBooking[],
  { hasFormerSearch = false }: FillSize,
): Promise<void> {
  const tx = new Transaction(db);
  for (const { booking, events } of made) {
    const { id, reference, trip: { pickup } } = booking;
    tx.set(bookingKeys.booking(id), booking);
    events.forEach((event, i) => tx.set(bookingKeys.bookingEvent(id, i + 1), event));
    tx.set(bookingKeys.bookingByReference(reference), id);
    const pickupMs = Date.parse(pickup.instant);
    tx.set(bookingKeys.bookingByDay(dateOf(pickup.wallTime), pickupMs, id), summarise(booking));
    const terms = hasFormerSearch ? formerTerms(booking) : [];
    for (const term of terms) tx.set(formerKeys.bookingSearch(term, id), pickupMs);
  }
  if (await tx.commit() === null) throw new Error("Nothing was written");
}

function noteSpans({ booking }: MadeBooking, spans: Map<string, Span[]>): void {
  if (booking.status === "cancelled") return;
  const { vehicleId, startMs, endMs } = booking.reservation;
  for (const date of touchedDays(startMs, endMs)) {
    const key = `${date} ${vehicleId}`;
    const before = spans.get(key) ?? [];
    // The made trips do not look at each other; a vehicle's day holds those that fit.
    if (before.some((span) => span.endMs > startMs && span.startMs < endMs)) continue;
    spans.set(key, [...before, { bookingId: booking.id, startMs, endMs }]);
  }
}

async function writeVehicleDays({ db }: Services, spans: Map<string, Span[]>): Promise<void> {
  const rows = [...spans];
  for (let i = 0; i < rows.length; i += 200) {
    const tx = new Transaction(db);
    for (const [key, found] of rows.slice(i, i + 200)) {
      const [date = "", id = ""] = key.split(" ");
      tx.set(fleetKeys.vehicleDay(date, vehicleId(id)), {
        spans: found.sort((a, b) => a.startMs - b.startMs),
      });
    }
    await tx.commit();
  }
}

/** The fleet of the made bookings. */
export async function saveFleet({ fleet }: Services): Promise<void> {
  const numbers = Array.from({ length: FLEET_SIZE }, (_, i) => String(i).padStart(3, "0"));
  const vehicles = numbers.map((number, i) =>
    plainVehicle({
      id: vehicleId(`V${number}`),
      name: `Bil ${number}`,
      vehicleClass: "standard",
      registration: `ABC${number}`,
      inTraffic: i % 30 !== 0,
    })
  );
  const drivers = numbers.map((number) =>
    plainDriver({
      id: driverId(`D${number}`),
      name: `Förare ${number}`,
      vehicleId: vehicleId(`V${number}`),
      driverCode: number,
    })
  );
  await fleet.save(vehicles, drivers);
}

/** Trips with real routes and prices, whose addresses and times are then exchanged. */
async function realTrips(services: Services): Promise<BookedTrip[]> {
  const trips: BookedTrip[] = [];
  const date = Temporal.Now.plainDateISO("Europe/Stockholm").add({ days: 2 }).toString();
  for (const { input } of demoTrips(date, 40)) {
    const reading = readWallTime(input.pickup.wallTime, "earlier");
    const request = resolveTrip(services.places, input, "sv");
    if (reading.kind !== "one" || !request.ok) continue;
    const asked = { ...request.value, pickup: reading.pickup };
    const { route, options: [option] } = await previewTrip(services, asked);
    if (option === undefined) continue;
    const proof = { quoteId: quoteId("01KAMZ8N00AVANT1TESTQ0TE01"), tariffVersion: "bench" };
    trips.push({ ...asked, ...option, route, ...proof, timeZoneDataVersion: "bench" });
  }
  return trips;
}
