// Takes from a booking whom it was for: name, ways to reach them, their words, the exact places. What bookkeeping asks for
// stays as it was: reference, times, distance, price, VAT, fee, vehicle, driver.
import type { Transaction } from "../kv/transaction.ts";
import type { Stop } from "../places/place.ts";
import type {
  Actor,
  BookedTrip,
  Booking,
  BookingEvent,
  ChangedFacts,
  RestoredBooking,
} from "./booking.ts";
import { customerForgotten } from "./booking-feed.ts";
import { deleteDayIndex, type StoredBooking, writeDayIndex } from "./booking-store.ts";
import type { ChangeField, FieldChange } from "./field-change.ts";
import { bookingKeys } from "./keys.ts";

/** Events written in one commit: each may hold a trip with its route. */
export const EVENTS_PER_COMMIT = 50;

/** Where an erased place lies: nowhere near a road. */
const NOWHERE = { lat: 0, lng: 0 };

/** What changes of these fields say is about the customer. */
const PERSONAL_FIELDS: ReadonlySet<ChangeField> = new Set<ChangeField>([
  "from",
  "to",
  "name",
  "phone",
  "email",
  "flightNumber",
  "note",
]);

/** The booking without its customer. */
export function forgottenBooking(booking: Booking): Booking {
  const facts = { ...booking, ...forgottenFacts(booking) };
  if (facts.status !== "cancelled") return facts;
  return { ...facts, cancellation: { ...facts.cancellation, reason: "" } };
}

/** An event of its history without the customer; what operators wrote as a reason may be about them. */
export function forgottenEvent(event: BookingEvent): BookingEvent {
  const actor = forgottenActor(event.actor);
  switch (event.type) {
    case "confirmed":
      return { ...event, actor, ...forgottenFacts(event) };
    case "rescheduled":
      return { ...event, actor, trip: forgottenTrip(event.trip) };
    case "details-changed":
      return { ...event, actor, phone: "", flightNumber: "", note: "" };
    case "unassigned":
    case "cancelled":
    case "overrode":
      return { ...event, actor, reason: "" };
    case "changed": {
      const changes = event.changes.map(forgottenChange);
      return { ...event, actor, ...forgottenFacts(event), changes, reason: "" };
    }
    case "revived":
      return { ...event, actor, trip: forgottenTrip(event.trip), reason: "" };
    case "undone":
      return { ...event, actor, restored: forgottenRestored(event.restored) };
    default:
      return { ...event, actor };
  }
}

/** Commits that make it so, in this order; the last one writes the booking, and what follows from it may go with it. */
export function forgetCommits(
  { booking, versionstamp }: StoredBooking,
  events: readonly BookingEvent[],
  at: string,
): ((tx: Transaction) => void)[] {
  const after = forgottenBooking(booking);
  const key = bookingKeys.booking(booking.id);
  const parts: ((tx: Transaction) => void)[] = [];
  for (let first = 0; first < events.length; first += EVENTS_PER_COMMIT) {
    parts.push((tx) => {
      tx.check(key, versionstamp);
      events.slice(first, first + EVENTS_PER_COMMIT).forEach((event, i) =>
        tx.set(bookingKeys.bookingEvent(booking.id, first + i + 1), forgottenEvent(event))
      );
    });
  }
  return [...parts, (tx) => {
    tx.check(key, versionstamp).set(key, after);
    writeDayIndex(tx, booking, after);
    tx.append(customerForgotten, { at, bookingId: booking.id });
  }];
}

/** Commits that delete a booking with its history, in this order; the booking itself goes in the last one. */
export function deleteCommits(
  { booking, versionstamp }: StoredBooking,
  { events, referenceKeys, at }: {
    events: number;
    /** Under which it is found by its reference. */
    referenceKeys: readonly Deno.KvKey[];
    at: string;
  },
): ((tx: Transaction) => void)[] {
  const key = bookingKeys.booking(booking.id);
  const parts: ((tx: Transaction) => void)[] = [];
  for (let first = 1; first <= events; first += EVENTS_PER_COMMIT) {
    parts.push((tx) => {
      tx.check(key, versionstamp);
      const last = Math.min(events, first + EVENTS_PER_COMMIT - 1);
      for (let version = first; version <= last; version++) {
        tx.delete(bookingKeys.bookingEvent(booking.id, version));
      }
    });
  }
  return [...parts, (tx) => {
    tx.check(key, versionstamp).delete(key);
    for (const one of referenceKeys) tx.delete(one);
    deleteDayIndex(tx, booking);
    tx.append(customerForgotten, { at, bookingId: booking.id });
  }];
}

function forgottenFacts<Facts extends ChangedFacts>(
  { trip, reservation }: Facts,
): ChangedFacts {
  const contact = { name: "", phone: "", email: "" };
  return { contact, flightNumber: "", note: "", trip: forgottenTrip(trip), reservation };
}

function forgottenTrip(trip: BookedTrip): BookedTrip {
  const route = { ...trip.route, geometry: "" };
  return { ...trip, from: forgottenStop(trip.from), to: forgottenStop(trip.to), route };
}

function forgottenStop({ kind }: Stop): Stop {
  return { placeId: "", kind, name: "", area: "", point: NOWHERE, words: "" };
}

function forgottenActor(actor: Actor): Actor {
  return actor.kind === "customer" ? { kind: "customer" } : actor;
}

function forgottenChange(change: FieldChange): FieldChange {
  return PERSONAL_FIELDS.has(change.field) ? { ...change, from: "", to: "" } : change;
}

function forgottenRestored(restored: RestoredBooking): RestoredBooking {
  const facts = { ...restored, ...forgottenFacts(restored) };
  if (facts.status !== "cancelled") return facts;
  return { ...facts, cancellation: { ...facts.cancellation, reason: "" } };
}
