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

/** Bookings a commit: each writes a dozen rows at most. */
const PER_COMMIT = 18;
/** Commits on their way at once. */
const TOGETHER = 4;

/** How much is made. */
export interface FillSize {
  count: number;
  tripsPerDay: number;
}

/** The size the product is promised for. */
export const PROMISED_SIZE: FillSize = { count: 200_000, tripsPerDay: 5_000 };

if (import.meta.main) {
  const [database, trips] = Deno.args;
  if (database === undefined) throw new Error("Which file?");
  const services = await openServices(database);
  const days = { count: Number(trips) * 3, tripsPerDay: Number(trips) };
  await fillDatabase(services, trips === undefined ? PROMISED_SIZE : days);
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
  for (let i = 0; i < size.count; i += PER_COMMIT * TOGETHER) {
    const starts = Array.from({ length: TOGETHER }, (_, n) => i + n * PER_COMMIT);
    await Promise.all(starts.map((start) => writeBatch(services, making, start, spans)));
  }
  await writeVehicleDays(services, spans);
}

async function writeBatch(
  { db }: Services,
  making: Making,
  start: number,
  spans: Map<string, Span[]>,
): Promise<void> {
  const tx = new Transaction(db);
  for (let i = start; i < Math.min(making.count, start + PER_COMMIT); i++) {
    const made = madeBooking(making, i);
    writeRows(tx, made);
    noteSpans(made, spans);
  }
  await tx.commit();
}

function writeRows(tx: Transaction, { booking, events }: MadeBooking): void {
  const { id, reference, trip: { pickup } } = booking;
  tx.set(bookingKeys.booking(id), booking);
  events.forEach((event, i) => tx.set(bookingKeys.bookingEvent(id, i + 1), event));
  tx.set(bookingKeys.bookingByReference(reference), id);
  const pickupMs = Date.parse(pickup.instant);
  tx.set(bookingKeys.bookingByDay(dateOf(pickup.wallTime), pickupMs, id), summarise(booking));
  for (const term of formerTerms(booking)) tx.set(formerKeys.bookingSearch(term, id), pickupMs);
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
