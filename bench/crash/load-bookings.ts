// Fills a database with bookings by the product's own use cases, so that every row of them is as the product writes it.
import { createBooking } from "../../lib/booking/create-booking.ts";
import { ON_NO_ACCOUNT } from "../../lib/booking/held-bookings.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { driverId, plainDriver, plainVehicle, vehicleId } from "../../lib/fleet/vehicle.ts";
import { pickupTimeAt } from "../../lib/kernel/wall-time.ts";
import type { Stop } from "../../lib/places/place.ts";
import { quoteTrip } from "../../lib/pricing/quote-trip.ts";

/** Vehicles beside those of the demo; each has a driver of its number. */
const VEHICLES = 200;
/** The pickups of all bookings: from then on, over so many days, so that no hour is full. */
const FIRST_PICKUP_MS = 3 * 24 * 60 * 60_000;
const DAYS = 200;
const SLOT_MS = 5 * 60_000;
const SLOTS = DAYS * 24 * 12;
/** Bookings on their way at once. */
const TOGETHER = 16;

const FROM: Stop = {
  placeId: "airport:GOT",
  kind: "airport",
  name: "Göteborg Landvetter flygplats",
  area: "Härryda",
  point: { lat: 57.6628, lng: 12.2798 },
  words: "Landvetter",
};
const TO: Stop = {
  placeId: "street:ostra-hamngatan",
  kind: "street",
  name: "Östra Hamngatan",
  area: "Göteborg",
  point: { lat: 57.7066, lng: 11.9675 },
  words: "Östra Hamngatan 24",
};

/** Makes vehicles, drivers and about `count` bookings; returns how many there are. */
export async function loadBookings(services: Services, count: number): Promise<number> {
  const numbers = Array.from({ length: VEHICLES }, (_, i) => String(100 + i));
  await services.fleet.save(
    numbers.map((number) =>
      plainVehicle({
        id: vehicleId(`V${number}`),
        name: `Bil ${number}`,
        vehicleClass: "standard",
        registration: `KRA ${number}`,
        inTraffic: true,
      })
    ),
    numbers.map((number) =>
      plainDriver({
        id: driverId(`D${number}`),
        name: `Förare ${number}`,
        vehicleId: vehicleId(`V${number}`),
        driverCode: number,
      })
    ),
  );
  let next = 0;
  let made = 0;
  const book = async () => {
    while (next < count) if (await bookOne(services, next++)) made++;
  };
  await Promise.all(Array.from({ length: TOGETHER }, book));
  return made;
}

/** The instant of a pickup that nobody else is likely to have, `random` from 0 to 1. */
export function pickupAt(nowMs: number, random: number): number {
  const first = Math.ceil((nowMs + FIRST_PICKUP_MS) / SLOT_MS);
  return (first + Math.floor(random * SLOTS)) * SLOT_MS;
}

async function bookOne(services: Services, i: number): Promise<boolean> {
  const nowMs = services.clock.now().epochMilliseconds;
  // Spread evenly, in no order: a step without a factor in common with the slots.
  const pickupMs = pickupAt(nowMs, (i * 7_919 % SLOTS) / SLOTS);
  try {
    const quote = await quoteTrip(services, {
      from: FROM,
      to: TO,
      pickup: pickupTimeAt(Temporal.Instant.fromEpochMilliseconds(pickupMs)),
      passengers: 1,
      bags: 0,
      wheelchairs: 0,
      extras: { childSeats: 0, pets: 0, extraLuggage: 0 },
    });
    await createBooking(services, {
      quoteId: quote.id,
      vehicleClass: "standard",
      contact: { name: "Maja Öberg", phone: "+46701234567", email: "" },
      flightNumber: "",
      note: `loaded ${i}`,
      locale: "sv",
      idempotencyKey: `load ${i}`,
    }, { actor: { kind: "customer" }, ...ON_NO_ACCOUNT });
    return true;
  } catch (error) {
    // No car at that time, or a pickup that no clock shows.
    if (!(error instanceof DomainError)) throw error;
    return false;
  }
}
