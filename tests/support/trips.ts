// Builders: a trip request, a quote and a booking with sensible defaults; tests name what matters.
import { createBooking, type CreatedBooking } from "../../lib/booking/create-booking.ts";
import type { Contact } from "../../lib/booking/booking.ts";
import type { VehicleClass } from "../../lib/fleet/vehicle.ts";
import type { Services } from "../../lib/assembly/services.ts";
import type { Locale } from "../../lib/kernel/locale.ts";
import type { Stop } from "../../lib/places/place.ts";
import type { PaymentMethod } from "../../lib/payments/payment-method.ts";
import type { Quote } from "../../lib/pricing/quote.ts";
import type { TripRequest } from "../../lib/trip/trip.ts";
import { quoteTrip } from "../../lib/pricing/quote-trip.ts";
import { readWallTime } from "../../lib/kernel/wall-time.ts";

/** Göteborg Landvetter Airport. */
export const LANDVETTER: Stop = {
  placeId: "airport:GOT",
  kind: "airport",
  name: "Göteborg Landvetter flygplats",
  area: "Härryda",
  point: { lat: 57.6628, lng: 12.2798 },
  words: "Landvetter",
};

/** A street in central Göteborg. */
export const OSTRA_HAMNGATAN: Stop = {
  placeId: "street:ostra-hamngatan",
  kind: "street",
  name: "Östra Hamngatan",
  area: "Göteborg",
  point: { lat: 57.7066, lng: 11.9675 },
  words: "Östra Hamngatan 24",
};

/** A trip of the day after TEST_NOW. */
export function aTrip(overrides: Partial<TripRequest> & { wallTime?: string } = {}): TripRequest {
  const { wallTime = "2026-11-24T10:00", ...rest } = overrides;
  const reading = readWallTime(wallTime, "earlier");
  if (reading.kind !== "one") throw new RangeError(`Not a plain pickup time: ${wallTime}`);
  return {
    from: LANDVETTER,
    to: OSTRA_HAMNGATAN,
    pickup: reading.pickup,
    passengers: 2,
    bags: 2,
    wheelchairs: 0,
    extras: { childSeats: 0, pets: 0, extraLuggage: 0 },
    ...rest,
  };
}

/** Who books unless a test says otherwise. */
export const MAJA: Contact = { name: "Maja Öberg", phone: "+46701234567", email: "" };

/** A stored quote. */
export function aQuote(
  services: Services,
  overrides: Parameters<typeof aTrip>[0] = {},
): Promise<Quote> {
  return quoteTrip(services, aTrip(overrides));
}

/** What a test may choose about a booking. */
export interface BookingOptions {
  quote?: Quote;
  wallTime?: string;
  vehicleClass?: VehicleClass;
  contact?: Contact;
  flightNumber?: string;
  locale?: Locale;
  method?: PaymentMethod;
  idempotencyKey?: string;
}

/** A stored booking. */
export async function aStoredBooking(
  services: Services,
  options: BookingOptions = {},
): Promise<CreatedBooking> {
  const { wallTime } = options;
  // Vehicles for wheelchairs are sold to who travels in one.
  const wheelchairs = options.vehicleClass === "wheelchair" ? 1 : 0;
  const wish = { wheelchairs, ...(wallTime === undefined ? {} : { wallTime }) };
  const quote = options.quote ?? await aQuote(services, wish);
  return await createBooking(services, {
    quoteId: quote.id,
    vehicleClass: options.vehicleClass ?? "standard",
    contact: options.contact ?? MAJA,
    flightNumber: options.flightNumber ?? "",
    note: "",
    locale: options.locale ?? "sv",
    ...(options.method === undefined ? {} : { method: options.method }),
    idempotencyKey: options.idempotencyKey ?? crypto.randomUUID(),
  });
}
