// A booking and its history without whom it was for: name, ways to reach them, their words, the exact places. What bookkeeping
// asks for stays as it was: reference, times, distance, price, VAT, fee, vehicle, driver.
import type { Stop } from "../places/place.ts";
import type {
  Actor,
  BookedTrip,
  Booking,
  BookingEvent,
  ChangedFacts,
  Cover,
  RestoredBooking,
} from "./booking.ts";
import type { ChangeField, FieldChange } from "./field-change.ts";

/** Where an erased place lies: nowhere near a road. */
const NOWHERE = { lat: 0, lng: 0 };

/** Who is not known any more needs no protection. */
const UNCOVERED: Cover = { veiled: false, restricted: false };

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
  const facts = { ...booking, ...forgottenFacts(booking), ...UNCOVERED };
  if (facts.status !== "cancelled") return facts;
  return { ...facts, cancellation: { ...facts.cancellation, reason: "" } };
}

/** An event of its history without the customer; what operators wrote as a reason may be about them. */
export function forgottenEvent(event: BookingEvent): BookingEvent {
  const actor = forgottenActor(event.actor);
  switch (event.type) {
    case "confirmed":
    case "placed":
      return { ...event, actor, ...forgottenFacts(event), ...UNCOVERED };
    case "veil-changed":
      return { ...event, actor, ...UNCOVERED };
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

/** What was changed, without the customer. */
export function forgottenChange(change: FieldChange): FieldChange {
  return PERSONAL_FIELDS.has(change.field) ? { ...change, from: "", to: "" } : change;
}

function forgottenRestored(restored: RestoredBooking): RestoredBooking {
  const facts = { ...restored, ...forgottenFacts(restored) };
  if (facts.status !== "cancelled") return facts;
  return { ...facts, cancellation: { ...facts.cancellation, reason: "" } };
}
