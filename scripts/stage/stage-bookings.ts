// Quotes and bookings in the states the pictures need, made by the product's own use cases.
import { createBooking } from "../../lib/booking/create-booking.ts";
import { ON_NO_ACCOUNT } from "../../lib/booking/held-bookings.ts";
import { changeBooking, type OperatorCommand } from "../../lib/booking/change-booking.ts";
import type { Booking } from "../../lib/booking/booking.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import type { VehicleClass } from "../../lib/fleet/vehicle.ts";
import { resolveTrip } from "../../lib/trip/trip-form.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { invariant } from "../../lib/kernel/invariant.ts";
import type { Quote } from "../../lib/pricing/quote.ts";
import { quoteTrip } from "../../lib/pricing/quote-trip.ts";
import { DEMO_DRIVERS } from "../demo/demo-fleet.ts";

/** A trip of the pictures. */
export interface StageTrip {
  from: string;
  to: string;
  wallTime: string;
  childSeats?: number;
  wheelchairs?: number;
}

/** The trip most pictures show. */
export const AIRPORT_TRIP: StageTrip = {
  from: "Göteborg Landvetter flygplats",
  to: "Drottningtorget 2",
  wallTime: "2026-11-23T06:40",
};

/** A name and a note as long as people have them. */
const CUSTOMER = {
  contact: { name: "Maja Öberg", phone: "+46701234567", email: "maja.oberg@exempel.se" },
  flightNumber: "SK1436",
  note: "Portkod 1234. Vi har en barnvagn som fälls ihop.",
};

/** As long as a name may be, and written from the right. */
export const LONG_NAME = `${"Wolfeschlegelsteinhausen".repeat(2)}bergerdorff عبد الرحمن`;

/** Bookings that fill a class at most; the fleet is far smaller. */
const MAX_FILL = 50;

/** A price for `trip`. */
export async function stageQuote(services: Services, trip: StageTrip): Promise<Quote> {
  const resolved = resolveTrip(services.places, {
    from: { words: trip.from, placeId: "" },
    to: { words: trip.to, placeId: "" },
    pickup: { wallTime: trip.wallTime },
    passengers: 2,
    bags: 3,
    wheelchairs: trip.wheelchairs ?? 0,
    extras: { childSeats: trip.childSeats ?? 0, pets: 0, extraLuggage: 0 },
  }, "sv");
  invariant(resolved.ok, `The stage's trip can be priced: ${JSON.stringify(resolved)}`);
  return await quoteTrip(services, resolved.value);
}

/** A booking of `trip` and its link. */
export async function stageBooking(
  services: Services,
  trip: StageTrip,
  vehicleClass: VehicleClass = "standard",
  name = CUSTOMER.contact.name,
): Promise<{ booking: Booking; link: string }> {
  const quote = await stageQuote(services, trip);
  return await createBooking(services, {
    quoteId: quote.id,
    vehicleClass,
    ...CUSTOMER,
    contact: { ...CUSTOMER.contact, name },
    locale: "sv",
    idempotencyKey: crypto.randomUUID(),
  }, { actor: { kind: "customer" }, ...ON_NO_ACCOUNT });
}

/** Books every vehicle of a class at the time of `trip`. */
export async function fillClass(
  services: Services,
  trip: StageTrip,
  vehicleClass: VehicleClass,
): Promise<void> {
  for (let i = 0; i < MAX_FILL; i++) {
    try {
      await stageBooking(services, trip, vehicleClass);
    } catch (error) {
      if (error instanceof DomainError && error.code === "no-vehicle-free") return;
      throw error;
    }
  }
}

/** Drives a booking through `types`, as the dispatcher would. */
export async function driveOn(
  services: Services,
  booking: Booking,
  types: readonly ("assign" | "depart" | "arrive" | "board" | "complete")[],
): Promise<void> {
  const driver = DEMO_DRIVERS.find((one) => one.vehicleId === booking.reservation.vehicleId);
  invariant(driver !== undefined, "Every vehicle of the stage has a driver");
  let version = booking.version;
  for (const type of types) {
    const command: OperatorCommand = type === "assign" ? { type, driverId: driver.id } : { type };
    const changed = await changeBooking(services, {
      bookingId: booking.id,
      command,
      actor: { kind: "operator", id: null, name: "Trafikledningen" },
      expectedVersion: version,
    });
    version = changed.version;
  }
}
