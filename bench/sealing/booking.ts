// Part "booking": the same bookings in a database with sealed rows and in one without, in turns.
import type { Services } from "../../lib/assembly/services.ts";
import { NO_SEALER } from "../../lib/assembly/sealing.ts";
import { createBooking } from "../../lib/booking/create-booking.ts";
import { quoteTrip } from "../../lib/pricing/quote-trip.ts";
import { resolveTrip } from "../../lib/trip/trip-form.ts";
import { benchServices } from "../booking/server.ts";
import { benchTrip } from "../booking/trip.ts";
import { ratios, type Took, took } from "./ratios.ts";

const ROUNDS = 7;
const BOOKINGS = 400;
/** Customers at the same time. */
const AT_ONCE = 16;
/** Numbers of customers who come back. */
const KNOWN = 50;
const WANTED = 0.75;

let next = 0;

/** Measures and prints. */
export async function measureBooking(folder: string): Promise<void> {
  const sealed = await benchServices(`${folder}/sealed.sqlite`);
  const plain = await benchServices(`${folder}/plain.sqlite`, {}, { sealer: NO_SEALER });
  const kinds = {
    "booking, customers who come back": (i: number) => phoneOf(i % KNOWN),
    "booking, each customer a new one": (i: number) => phoneOf(1_000 + i),
  };
  for (const services of [plain, sealed]) await bookings(services, phoneOf);
  for (const [name, phone] of Object.entries(kinds)) {
    const pairs = await ratios(ROUNDS, {
      plain: () => bookings(plain, phone),
      sealed: () => bookings(sealed, phone),
    });
    pairs.report(name, WANTED);
  }
  for (const services of [plain, sealed]) services.db.close();
}

/** Books; the quotes are made before, and not measured. */
async function bookings(services: Services, phone: (i: number) => string): Promise<Took> {
  const quotes: string[] = [];
  while (quotes.length < BOOKINGS) {
    const trip = resolveTrip(services.places, benchTrip(next++), "sv");
    if (trip.ok) quotes.push((await quoteTrip(services, trip.value)).id);
  }
  return await took(BOOKINGS, async () => {
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      for (let id = quotes.pop(); id !== undefined; id = quotes.pop()) {
        await book(services, id, phone(next++));
      }
    }));
  });
}

async function book(services: Services, quoteId: string, phone: string): Promise<void> {
  await createBooking(
    services,
    {
      ...{ quoteId, vehicleClass: "standard", flightNumber: "", note: "Ring när du är framme" },
      contact: { name: "Maja Öberg", phone, email: "maja@example.org" },
      ...{ locale: "sv", idempotencyKey: `bench-${next++}` },
    } as Parameters<typeof createBooking>[1],
  );
}

function phoneOf(i: number): string {
  return `+4670${String(1_000_000 + i).slice(-7)}`;
}
