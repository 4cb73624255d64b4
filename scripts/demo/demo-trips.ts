// Demo trips of a day: the same day always gives the same trips.
import type { Contact } from "../../lib/booking/booking.ts";
import { VEHICLE_CLASSES, type VehicleClass } from "../../lib/fleet/vehicle.ts";
import type { TripInput } from "../../lib/trip/trip-input.ts";

/** One demo trip and what becomes of it. */
export interface DemoTrip {
  input: TripInput;
  vehicleClass: VehicleClass;
  contact: Contact;
  flightNumber: string;
  note: string;
  orderedMinutesBefore: number;
  fate: "driven" | "unassigned" | "cancelled" | "no-show";
}

const AIRPORT = { placeId: "airport:GOT", words: "Göteborg Landvetter flygplats" };
const PLACES: readonly { placeId: string; words: string }[] = [
  AIRPORT,
  { placeId: "street:ostra-hamngatan~kyrkogatan", words: "Östra Hamngatan 24" },
  { placeId: "", words: "Göteborg Centralstation" },
  { placeId: "street:kungsportsavenyen~parkgatan", words: "Kungsportsavenyen 3" },
  { placeId: "street:linnegatan~prinsgatan", words: "Linnégatan 52" },
  { placeId: "street:vasagatan~viktoriagatan", words: "Vasagatan 11" },
  { placeId: "street:karl-johansgatan~middle", words: "Karl Johansgatan 88" },
  { placeId: "street:hisingsgatan~middle", words: "Hisingsgatan 4" },
  { placeId: "street:sodra-vagen~berzeliigatan", words: "Södra Vägen 30" },
  { placeId: "street:forsta-langgatan~varmlandsgatan", words: "Första Långgatan 17" },
  { placeId: "street:engelbrektsgatan~teatergatan", words: "Engelbrektsgatan 6" },
  { placeId: "street:danska-vagen~middle", words: "Danska Vägen 61" },
  { placeId: "street:eklandagatan~middle", words: "Eklandagatan 80" },
  { placeId: "", words: "Mölndal station" },
  { placeId: "", words: "Partille station" },
  { placeId: "", words: "Kungsbacka station" },
];

const NAMES = [
  "Maja Öberg",
  "Sven Åkesson",
  "Lena Björk",
  "Anna Lindqvist",
  "Volvo, avd 4420",
  "Johan Nyström",
  "Kerstin Ström",
  "Emil Hansson",
  "Fatima Nur",
  "Oskar Wallin",
  "Margareta von Essen-Stjernstedt",
  "Ida Berg",
  "Peter Sandell",
  "Ulla Grahn",
  "Tariq Hussain",
  "Birgit Åström",
];

const NOTES = ["", "", "", "Portkod 4120", "Ring när du är framme", "Barnvagn i bagaget", ""];

/** Flights of Landvetter as they are written on tickets; a third of who goes there has given none. */
const FLIGHTS = ["SK1436", "LH813", "", "KL1158", "D82513", "", "BA791", "AF1853", ""];

/** Pickup hours as they come over a day: a morning and an afternoon peak. */
const HOURS = [4, 5, 5, 6, 6, 6, 7, 7, 7, 8, 8, 9, 10, 11, 12, 13, 14, 15, 15, 16, 16, 17, 17, 18];
const LATE_HOURS = [19, 20, 21, 22, 23];

/** The trips of a local date (`YYYY-MM-DD`), by pickup. */
export function demoTrips(date: string, count: number): DemoTrip[] {
  const random = seededRandom(date);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const trips = Array.from({ length: count }, (): DemoTrip => {
    const from = pick(PLACES);
    const to = pick(PLACES.filter((place) => place !== from));
    const hour = random() < 0.85 ? pick(HOURS) : pick(LATE_HOURS);
    const minute = Math.floor(random() * 12) * 5;
    const passengers = random() < 0.6 ? 1 : 1 + Math.floor(random() * 4);
    const name = pick(NAMES);
    // Numbers that PTS keeps free for films and examples: nobody is rung by a demo.
    const phone = `+46701740${605 + Math.floor(random() * 95)}`;
    const trip: DemoTrip = {
      input: {
        from,
        to,
        pickup: { wallTime: `${date}T${two(hour)}:${two(minute)}` },
        passengers,
        bags: Math.floor(random() * 3),
        wheelchairs: 0,
        extras: {
          childSeats: random() < 0.08 ? 1 : 0,
          pets: random() < 0.04 ? 1 : 0,
          extraLuggage: 0,
        },
      },
      vehicleClass: pickClass(random()),
      contact: { name, phone, email: "" },
      flightNumber: from === AIRPORT || to === AIRPORT ? pickFlight(hour + minute) : "",
      note: pick(NOTES),
      orderedMinutesBefore: 120 + Math.floor(random() * 2_000),
      fate: pickFate(random()),
    };
    if (trip.vehicleClass === "wheelchair") trip.input.wheelchairs = 1;
    return trip;
  });
  return trips.sort((a, b) => (a.input.pickup.wallTime < b.input.pickup.wallTime ? -1 : 1));
}

/** Chosen without a draw, which would make other trips of the whole day. */
function pickFlight(number: number): string {
  return FLIGHTS[number % FLIGHTS.length] ?? "";
}

/** Of a hundred trips, how many are in each class. */
const SHARES: Readonly<Record<VehicleClass, number>> = {
  standard: 74,
  premium: 12,
  van: 9,
  wheelchair: 5,
};

function pickClass(chance: number): VehicleClass {
  const classes = VEHICLE_CLASSES.flatMap((name) => Array<VehicleClass>(SHARES[name]).fill(name));
  return classes[Math.floor(chance * classes.length)] ?? "standard";
}

function pickFate(chance: number): DemoTrip["fate"] {
  if (chance < 0.05) return "cancelled";
  if (chance < 0.07) return "no-show";
  return chance < 0.2 ? "unassigned" : "driven";
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** Mulberry32, seeded by the text: demo data, not secrets. */
function seededRandom(text: string): () => number {
  let state = Array.from(text).reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) | 0, 7);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
