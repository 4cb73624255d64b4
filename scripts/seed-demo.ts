// Demo data: a fleet, the tariffs and a week of bookings, made by the product's own use cases at times
// of its own, so that every row is one the product could have written.
import { nextDate } from "../lib/kernel/local-date.ts";
import { type DemoTrip, demoTrips } from "./demo/demo-trips.ts";
import { DEMO_DRIVERS, DEMO_HOLDERS, DEMO_VEHICLES } from "./demo/demo-fleet.ts";
import { manualClock } from "../lib/kernel/clock.ts";
import { DomainError } from "../lib/errors/domain-error.ts";
import type { Services } from "../lib/assembly/services.ts";
import { readFact, writeFact } from "../lib/kv/about.ts";
import { localDate, readWallTime } from "../lib/kernel/wall-time.ts";
import { DEMO_TARIFFS } from "../lib/pricing/demo-tariffs.ts";
import { quoteTrip } from "../lib/pricing/quote-trip.ts";
import { resolveTrip } from "../lib/trip/trip-form.ts";
import { createBooking } from "../lib/booking/create-booking.ts";
import { ON_NO_ACCOUNT } from "../lib/booking/held-bookings.ts";
import { changeBooking, type OperatorCommand } from "../lib/booking/change-booking.ts";
import { cancelBookingAsOperator } from "../lib/booking/cancel-booking.ts";
import type { Actor, Booking } from "../lib/booking/booking.ts";

/** Days of bookings: two behind, today, four ahead. */
const FIRST_DAY = -2;
const LAST_DAY = 4;
const MINUTE_MS = 60_000;
const DESK: Actor = { kind: "operator", id: null, name: "Trafikledningen" };

/** Writes fleet, tariffs and bookings unless this database has them; true when it did. */
export async function seedDemoData(services: Services, tripsPerDay = 40): Promise<boolean> {
  if (await isSeeded(services)) return false;
  await seedFleetAndTariffs(services);
  const today = localDate(services.clock.now());
  for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
    const date = nextDate(today, day);
    for (const trip of demoTrips(date, tripsPerDay)) await seedBooking(services, trip);
  }
  await writeFact(services.db, "seeded", services.clock.now().toString());
  return true;
}

/** True when the demo data was made in this database. */
export async function isSeeded({ db }: Pick<Services, "db">): Promise<boolean> {
  return await readFact(db, "seeded") !== null;
}

/** The demo fleet and the demo tariffs alone. */
export async function seedFleetAndTariffs(services: Services): Promise<void> {
  for (const tariff of DEMO_TARIFFS) await services.tariffs.save(tariff);
  await services.fleet.save(DEMO_VEHICLES, DEMO_DRIVERS, DEMO_HOLDERS);
}

async function seedBooking(services: Services, trip: DemoTrip): Promise<void> {
  const reading = readWallTime(trip.input.pickup.wallTime, "earlier");
  const pickup = reading.kind === "one" ? reading.pickup : null;
  const request = resolveTrip(services.places, trip.input, "sv");
  // A trip in a spring gap, or a place a future data build no longer has: one demo row less.
  if (pickup === null || !request.ok) return;
  const pickupMs = Date.parse(pickup.instant);
  const nowMs = services.clock.now().epochMilliseconds;
  const orderedMs = Math.min(nowMs, pickupMs) - trip.orderedMinutesBefore * MINUTE_MS;
  const clock = manualClock(new Date(orderedMs).toISOString());
  const past = { ...services, clock };
  try {
    const quote = await quoteTrip(past, request.value);
    const { booking } = await createBooking(past, {
      quoteId: quote.id,
      vehicleClass: trip.vehicleClass,
      contact: trip.contact,
      flightNumber: trip.flightNumber,
      note: trip.note,
      locale: "sv",
      // The same every time: a start that was interrupted is continued, not repeated.
      idempotencyKey: `demo ${pickup.instant} ${trip.contact.phone}`,
    }, { actor: { kind: "customer" }, ...ON_NO_ACCOUNT });
    const at = (ms: number) => clock.set(new Date(ms).toISOString());
    await seedHistory(past, booking, trip, { pickupMs, nowMs, at });
  } catch (error) {
    // A full hour has no vehicle left; a real customer would have taken another time.
    if (!(error instanceof DomainError)) throw error;
  }
}

/** Drives the booking as far as it would be by now. */
async function seedHistory(
  services: Services,
  booking: Booking,
  trip: DemoTrip,
  { pickupMs, nowMs, at }: { pickupMs: number; nowMs: number; at: (ms: number) => void },
): Promise<void> {
  const orderedMs = Date.parse(booking.createdAt);
  if (trip.fate === "cancelled") {
    at(Math.min(nowMs, Math.max(orderedMs, pickupMs - 90 * MINUTE_MS)));
    await cancelBookingAsOperator(services, {
      bookingId: booking.id,
      reason: "Resan behövs inte längre",
      feeOre: 0,
      actor: DESK,
      expectedVersion: booking.version,
    });
    return;
  }
  const drivers = await services.fleet.drivers();
  const driver = drivers.find((one) => one.vehicleId === booking.reservation.vehicleId);
  if (driver === undefined || trip.fate === "unassigned" && pickupMs > nowMs) return;
  const driveMs = booking.trip.route.durationSeconds * 1000;
  const noShow = trip.fate === "no-show";
  const steps: [number, OperatorCommand][] = [
    [pickupMs - 45 * MINUTE_MS, { type: "assign", driverId: driver.id }],
    [pickupMs - 12 * MINUTE_MS, { type: "depart" }],
    [pickupMs - 2 * MINUTE_MS, { type: "arrive" }],
    ...(noShow
      ? [[pickupMs + 15 * MINUTE_MS, { type: "mark-no-show" }] as [number, OperatorCommand]]
      : [
        [pickupMs + 3 * MINUTE_MS, { type: "board" }] as [number, OperatorCommand],
        [pickupMs + 3 * MINUTE_MS + driveMs, { type: "complete" }] as [number, OperatorCommand],
      ]),
  ];
  let current = booking;
  for (const [ms, command] of steps) {
    if (ms > nowMs) return;
    at(Math.max(ms, orderedMs));
    current = await changeBooking(services, {
      bookingId: booking.id,
      command,
      actor: DESK,
      expectedVersion: current.version,
    });
  }
}
