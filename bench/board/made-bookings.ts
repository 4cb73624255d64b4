// Bookings by the hundred thousand, the same every time: who, where, when and what became of it.
import type {
  Actor,
  BookedTrip,
  Booking,
  BookingEvent,
  Contact,
} from "../../lib/booking/booking.ts";
import { bookingId } from "../../lib/booking/booking.ts";
import type { BookingCommand } from "../../lib/booking/booking-command.ts";
import { decide, evolve, replay } from "../../lib/booking/booking-rules.ts";
import { reservedTime } from "../../lib/fleet/vehicle-day.ts";
import { driverId, vehicleId } from "../../lib/fleet/vehicle.ts";
import { ulid } from "../../lib/kernel/ids.ts";
import { pickupTimeAt } from "../../lib/kernel/wall-time.ts";
import type { Place } from "../../lib/places/place.ts";

/** Vehicles of the fleet; each has a driver of its number. */
export const FLEET_SIZE = 600;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Letters of reference codes. */
const CODE_LETTERS = "34679CDFGHJKMNPQRTWXY";
/** Steps through all codes without meeting one twice: no factor in common with 21⁶. */
const CODE_STEP = 10_000_019;
const CODES = 21 ** 6;

const GIVEN =
  "Maja Sven Lena Anna Johan Kerstin Emil Fatima Oskar Margareta Ida Peter Ulla Tariq " +
  "Birgit Łukasz Đorđe Ayşe Søren Guðrún Sinéad Anna-Karin Nils Elsa Wilma Hugo Liam Alice Noah " +
  "Ebba Lars Karin Bo Åsa Östen Zlatan Mohammed Yusuf Leila Ingrid";
const FAMILY =
  "Öberg Åkesson Björk Lindqvist Nyström Ström Hansson Nur Wallin Berg Sandell Grahn " +
  "Hussain Åström Wałęsa Đurić Yıldız Ærø Þórsdóttir O’Neil Ek Andersson Johansson Karlsson " +
  "Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson Jansson";
const NOTES = "Portkod 4120|Ring när du är framme|Barnvagn i bagaget|Hund i bur|Rullator|||||";
const FLIGHTS = "SK1436|LH813|KL1158|D82513|BA791|AF1853||||||";

/** What bookings are made from. */
export interface Making {
  nowMs: number;
  /** How many there are in all. */
  count: number;
  /** How many of them are on today's date, and as many on each day around it. */
  tripsPerDay: number;
  places: readonly Place[];
  trips: readonly BookedTrip[];
}

/** A booking and what led to it. */
export interface MadeBooking {
  booking: Booking;
  events: BookingEvent[];
}

/** Booking number `i`. */
export function madeBooking(making: Making, i: number): MadeBooking {
  const random = chance(i);
  const pickupMs = pickupOf(making, i);
  const createdMs = Math.min(making.nowMs, pickupMs) - HOUR_MS - Math.floor(random() * 20 * DAY_MS);
  const trip = tripOf(making, random, pickupMs);
  const vehicle = vehicleId(`V${String(i % FLEET_SIZE).padStart(3, "0")}`);
  const reservation = {
    vehicleId: vehicle,
    ...reservedTime(pickupMs, trip.route.durationSeconds),
  };
  const confirmed: BookingEvent & { type: "confirmed" } = {
    type: "confirmed",
    at: instant(createdMs),
    actor: { kind: "customer" },
    id: bookingId(ulid(createdMs, (length) => bytes(random, length))),
    reference: codeOf(i),
    contact: contactOf(random),
    flightNumber: pick(FLIGHTS.split("|"), random),
    note: pick(NOTES.split("|"), random),
    links: [],
    veiled: false,
    restricted: false,
    locale: random() < 0.8 ? "sv" : "en",
    trip,
    reservation,
    payment: { method: "car" },
  };
  const driver = driverId(`D${vehicle.slice(1)}`);
  return lived(confirmed, commandsOf(making.nowMs, pickupMs, random, driver, reservation));
}

function lived(
  confirmed: BookingEvent & { type: "confirmed" },
  commands: readonly [command: BookingCommand, atMs: number][],
): MadeBooking {
  const events: BookingEvent[] = [confirmed];
  let booking = replay(events);
  const actor: Actor = { kind: "operator", id: null, name: "Kim" };
  for (const [command, atMs] of commands) {
    const happened = decide(booking, command, { at: instant(atMs), actor });
    events.push(...happened);
    booking = happened.reduce(evolve, booking);
  }
  return { booking, events };
}

function commandsOf(
  nowMs: number,
  pickupMs: number,
  random: () => number,
  driver: ReturnType<typeof driverId>,
  reservation: Booking["reservation"],
): [BookingCommand, number][] {
  const minutes = (pickupMs - nowMs) / MINUTE_MS;
  const at = Math.min(nowMs, pickupMs);
  if (random() < 0.05) {
    const cancel = {
      type: "cancel",
      by: "customer",
      reason: "",
      feeOre: 0,
      feeVat: "none",
    } as const;
    return [[cancel, at - 30 * MINUTE_MS]];
  }
  const steps: [BookingCommand, number][] = [
    [{ type: "assign", driverId: driver, reservation }, at - 40 * MINUTE_MS],
    [{ type: "depart" }, at - 10 * MINUTE_MS],
    [{ type: "arrive" }, at],
    [{ type: "board" }, at],
    [{ type: "complete" }, at],
  ];
  if (minutes < -30) return steps;
  if (minutes < 0) return steps.slice(0, 4);
  if (minutes < 10) return steps.slice(0, 2);
  return random() < 0.6 ? steps.slice(0, 1) : [];
}

/** Three full days, yesterday to tomorrow; the others over two years behind us and a month ahead. */
function pickupOf({ nowMs, count, tripsPerDay }: Making, i: number): number {
  const today = Math.floor(nowMs / DAY_MS) * DAY_MS;
  if (i < tripsPerDay * 3) {
    const day = Math.floor(i / tripsPerDay) - 1;
    const minute = Math.floor((i % tripsPerDay) / tripsPerDay * 22 * 60);
    return today + day * DAY_MS + minute * MINUTE_MS;
  }
  const share = (i - tripsPerDay * 3) / Math.max(1, count - tripsPerDay * 3);
  const day = Math.floor(share * 760) - 730;
  const away = day >= -1 && day <= 1 ? 3 : day;
  return today + away * DAY_MS + Math.floor(chance(i)() * 1_380) * MINUTE_MS;
}

function tripOf({ places, trips }: Making, random: () => number, pickupMs: number): BookedTrip {
  const trip = pick(trips, random);
  const place = pick(places, random);
  const words = random() < 0.7 ? `${place.name} ${1 + Math.floor(random() * 120)}` : "";
  const address = { ...trip.to, name: place.name, area: place.area, words };
  const pickup = pickupTimeAt(Temporal.Instant.fromEpochMilliseconds(pickupMs));
  return random() < 0.5
    ? { ...trip, pickup, to: address }
    : { ...trip, pickup, from: address, to: trip.from };
}

function contactOf(random: () => number): Contact {
  const name = `${pick(GIVEN.split(" "), random)} ${pick(FAMILY.split(" "), random)}`;
  const number = String(Math.floor(random() * 1e7)).padStart(7, "0");
  const phone = random() < 0.9 ? `+4670${number}` : `+4479${number}0`;
  return { name, phone, email: "" };
}

function codeOf(i: number): string {
  let rest = (i * CODE_STEP) % CODES;
  let code = "";
  for (let letter = 0; letter < 6; letter++) {
    code += CODE_LETTERS[rest % CODE_LETTERS.length];
    rest = Math.floor(rest / CODE_LETTERS.length);
  }
  return code;
}

function instant(ms: number): string {
  return new Date(ms).toISOString().replace(".000", "");
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("Nothing to choose from");
  return item;
}

function bytes(random: () => number, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => Math.floor(random() * 256));
}

/** Mulberry32 of a seed: bookings are the same whichever of them are made. */
function chance(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
