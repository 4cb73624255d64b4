// What of this room is somebody's own: their bookings and what happened to them, or what they did to those of others.
import {
  ANOTHERS,
  type DataSubject,
  type OwnData,
  ownOr,
  type OwnRow,
} from "../kernel/own-data.ts";
import type { Database } from "../kv/open.ts";
import { walkBack } from "../kv/walk.ts";
import { stopLabel } from "../places/place.ts";
import { type Booking, type BookingEvent, type BookingId, bookingId } from "./booking.ts";
import { type OwnBookings, ownBookings, type Owner, type OwnerDeps } from "./booking-owners.ts";
import type { BookingStore } from "./booking-store.ts";
import { bookingKeys } from "./keys.ts";

/** Most bookings of one person that are handed out: several a day for all the years they are kept. */
export const MAX_HANDED_OUT = 20_000;
/** Bookings read at once. */
const BATCH = 50;

/** What reading needs. */
export interface BookingOwnDataDeps extends OwnerDeps {
  db: Pick<Database, "read">;
  bookings: Pick<BookingStore, "getAll" | "events">;
}

/** The ids of the bookings of some owners, oldest first. */
export async function ownBookingIds(
  deps: BookingOwnDataDeps,
  owners: readonly Owner[],
): Promise<string[]> {
  const ids: string[] = [];
  let before: BookingId | null = null;
  do {
    const page: OwnBookings = await ownBookings(deps, owners, { before, limit: BATCH });
    ids.push(...page.bookings.map(({ id }) => id));
    before = page.next;
  } while (before !== null && ids.length < MAX_HANDED_OUT);
  return ids.reverse();
}

/** The families. */
export function bookingOwnData(deps: BookingOwnDataDeps): OwnData[] {
  return [bookingData(deps), eventData(deps), actData(deps)];
}

function bookingData({ bookings }: BookingOwnDataDeps): OwnData {
  return {
    family: "booking",
    fields: {
      ...{ reference: "text", status: "text", made: "instant", changed: "instant" },
      ...{ name: "text", phone: "text", email: "text", language: "text", pickup: "text" },
      ...{ zone: "text", from: "text", to: "text", passengers: "number", bags: "number" },
      ...{ wheelchairs: "number", childSeats: "number", pets: "number", extraLuggage: "number" },
      ...{ flight: "text", note: "text", vehicleClass: "text", meters: "number" },
      ...{ seconds: "number", priceOre: "ore", vatOre: "ore", feeOre: "ore", reason: "text" },
    },
    sources: ["you", "company", "product"],
    recipients: ["driver", "mail", "sms", "webhooks"],
    async *rows(subject) {
      for (const some of batches(subject)) {
        for (const booking of await bookings.getAll(some)) {
          if (booking !== null) yield bookingRow(booking, subject);
        }
      }
    },
  };
}

function bookingRow(booking: Booking, { reaches }: DataSubject): OwnRow {
  const { contact, trip } = booking;
  const isOwn = reaches.includes(contact.phone) || reaches.includes(contact.email);
  return {
    ...{ reference: booking.reference, status: booking.status, made: booking.createdAt },
    changed: booking.changedAt,
    // Whoever booked for somebody else has the ride, and not that person's name and number.
    name: isOwn || contact.name === "" ? contact.name : ANOTHERS,
    phone: ownOr(contact.phone, reaches),
    email: ownOr(contact.email, reaches),
    ...{ language: booking.locale, pickup: trip.pickup.wallTime, zone: trip.pickup.timeZone },
    ...{ from: stopLabel(trip.from), to: stopLabel(trip.to), passengers: trip.passengers },
    ...{ bags: trip.bags, wheelchairs: trip.wheelchairs, ...trip.extras },
    ...{ flight: booking.flightNumber, note: booking.note, vehicleClass: trip.vehicleClass },
    ...{ meters: trip.route.distanceMeters, seconds: trip.route.durationSeconds },
    ...{ priceOre: trip.totalOre, vatOre: trip.vatOre, ...endOf(booking) },
  };
}

/** What cancelling or not coming has cost, and why it was cancelled where its customer wrote that. */
function endOf(booking: Booking): { feeOre: number | null; reason: string } {
  if (booking.status === "no-show") return { feeOre: booking.feeOre, reason: "" };
  if (booking.status !== "cancelled") return { feeOre: null, reason: "" };
  const { by, reason, feeOre } = booking.cancellation;
  return { feeOre, reason: by === "customer" ? reason : "" };
}

function eventData({ bookings }: BookingOwnDataDeps): OwnData {
  return {
    family: "bookingEvent",
    fields: { booking: "text", at: "instant", what: "text", by: "text" },
    sources: ["you", "company", "product"],
    recipients: ["mail", "sms", "push", "webhooks"],
    async *rows(subject) {
      for (const some of batches(subject)) {
        const found = await bookings.getAll(some);
        const events = await Promise.all(some.map((id) => bookings.events(id)));
        for (const [i, booking] of found.entries()) {
          for (const event of events[i] ?? []) yield eventRow(booking?.reference ?? "", event);
        }
      }
    },
  };
}

/** Former numbers, reasons and names in an event may be of others: what happened, when and by whom is theirs. */
function eventRow(booking: string, { at, type, actor }: BookingEvent): OwnRow {
  const by = actor.kind === "customer" ? "you" : actor.kind === "system" ? "product" : "company";
  return { booking, at, what: type, by };
}

function actData({ db }: BookingOwnDataDeps): OwnData {
  return {
    family: "operatorAct",
    fields: { at: "instant", what: "text", outcome: "text", bookings: "number" },
    sources: ["product"],
    recipients: ["none"],
    async *rows({ personId, operatorName }) {
      if (personId === null || operatorName === null) return;
      for await (const { value } of walkBack(db.read, bookingKeys.operatorAct.prefix)) {
        const { actor, at, kind, outcome, spans } = value;
        if (actor.kind !== "operator" || actor.id !== personId) continue;
        yield { at, what: kind, outcome, bookings: spans.length };
      }
    },
  };
}

function* batches({ bookingIds }: DataSubject) {
  for (let i = 0; i < bookingIds.length; i += BATCH) {
    yield bookingIds.slice(i, i + BATCH).map((id) => bookingId(id));
  }
}
