// The day five dispatchers work on: its trips, booked by customers over HTTP the day before, and what goes wrong on it.
import { repeatableRandom } from "../../tests/support/repeatable-random.ts";

/** Trips of the day. */
export const TRIPS = 1_200;
/** The day, a Tuesday without surcharge, and when its trips are booked. */
export const DAY = "2026-11-24";
/** Instants: the evening before, midnight, and when the last trip of the day is surely over. */
export const BOOKED_MS = Date.parse("2026-11-23T18:00:00Z");
export const MIDNIGHT_MS = Date.parse("2026-11-23T23:00:00Z");
export const OVER_MS = MIDNIGHT_MS + 27 * 60 * 60_000;
/** Minutes of the day in which pickups lie. */
const FIRST_MINUTE = 45;
const LAST_MINUTE = 23 * 60;
/** Other times a customer tries when no car is free. */
const MAX_TIMES = 40;
/** Customers who book at once. */
const TOGETHER = 8;

const PLACES = [
  { placeId: "street:ostra-hamngatan~kyrkogatan", words: "Östra Hamngatan 24" },
  { placeId: "street:kungsportsavenyen~parkgatan", words: "Kungsportsavenyen 3" },
  { placeId: "street:linnegatan~prinsgatan", words: "Linnégatan 52" },
  { placeId: "street:vasagatan~viktoriagatan", words: "Vasagatan 11" },
  { placeId: "street:karl-johansgatan~middle", words: "Karl Johansgatan 88" },
  { placeId: "street:sodra-vagen~berzeliigatan", words: "Södra Vägen 30" },
  { placeId: "street:engelbrektsgatan~teatergatan", words: "Engelbrektsgatan 6" },
  { placeId: "street:danska-vagen~middle", words: "Danska Vägen 61" },
  { placeId: "street:eklandagatan~middle", words: "Eklandagatan 80" },
];

/** Something that goes wrong, told to one or two dispatchers at a time of the day. */
export type Happening =
  & { atMs: number; tellTo: number[] }
  & (
    | { type: "cancel" | "unassign"; booking: number }
    | { type: "late-flight"; booking: number; minutes: number }
    | { type: "car-out"; vehicleId: string }
  );

/** Books the trips of the day. */
export async function bookDay(origin: string): Promise<void> {
  let next = 0;
  await Promise.all(Array.from({ length: TOGETHER }, async () => {
    while (next < TRIPS) await bookTrip(origin, next++);
  }));
}

/** What goes wrong, the same every time; bookings by their place among the day's in order of pickup. */
export function happeningsOf(rows: readonly { pickupMs: number }[], desks: number): Happening[] {
  const chance = repeatableRandom(7_000_003);
  const between = (from: number, to: number) => from + Math.floor(chance() * (to - from));
  // Two customers in a family ring two dispatchers: a sixth of what happens is told twice.
  const tellTo = () => {
    const first = between(0, desks);
    return chance() < 1 / 6 ? [first, (first + 1) % desks] : [first];
  };
  const ofBooking = (type: "cancel" | "unassign" | "late-flight", before: [number, number]) => {
    const booking = between(0, rows.length - 60);
    const atMs = (rows[booking]?.pickupMs ?? 0) - between(...before) * 60_000;
    const told = { atMs, tellTo: tellTo(), booking };
    return type === "late-flight"
      ? { ...told, type, minutes: between(3, 9) * 5 }
      : { ...told, type };
  };
  const many = <Item>(length: number, make: () => Item) => Array.from({ length }, make);
  const happenings: Happening[] = [
    ...many(60, () => ofBooking("cancel", [5, 90])),
    ...many(40, () => ofBooking("unassign", [15, 50])),
    ...many(60, () => ofBooking("late-flight", [40, 120])),
    ...many(20, () => ({
      ...{ type: "car-out" as const, tellTo: [between(0, desks)] },
      atMs: MIDNIGHT_MS + between(60, 22 * 60) * 60_000,
      vehicleId: `V${String(between(1, 61)).padStart(2, "0")}`,
    })),
  ];
  return happenings.sort((a, b) => a.atMs - b.atMs);
}

async function bookTrip(origin: string, i: number): Promise<void> {
  const chance = repeatableRandom(1_000_003 + i * 7_919);
  const from = PLACES[Math.floor(chance() * PLACES.length)];
  const others = PLACES.filter((place) => place !== from);
  const to = others[Math.floor(chance() * others.length)];
  for (let time = 0; time < MAX_TIMES; time++) {
    const minute = FIRST_MINUTE + Math.floor(chance() * (LAST_MINUTE - FIRST_MINUTE));
    const [hour, rest] = [Math.floor(minute / 60), minute % 60];
    const wallTime = `${DAY}T${String(hour).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
    const trip = {
      ...{ from, to, pickup: { wallTime }, passengers: 1, bags: 1, wheelchairs: 0 },
      extras: { childSeats: 0, pets: 0, extraLuggage: 0 },
    };
    const quote = await post(`${origin}/api/quotes`, trip);
    const phone = `+46701740${605 + i % 95}`;
    const contact = { name: `Kund ${i}`, phone, email: "" };
    const flightNumber = i % 4 === 0 ? "SK1436" : "";
    const wish = { quoteId: quote.body["id"], vehicleClass: "standard", contact, flightNumber };
    const { status, body } = await post(`${origin}/api/bookings`, wish);
    if (status === 201) return;
    if (body["code"] !== "no-vehicle-free") {
      throw new Error(`A booking was answered with ${status} ${JSON.stringify([quote, body])}`);
    }
  }
  throw new Error("The day is full");
}

async function post(url: string, body: unknown) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() as Record<string, unknown> };
}
