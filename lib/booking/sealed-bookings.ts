// What of bookings is sealed under the key of whoever they are for, and what is left of it once that key is destroyed.
// Price, VAT, times, distance, reference, vehicle and driver's id are bookkeeping: they are never sealed.
import type { Key, Sealed, SubjectName, SubjectOfRow } from "../kv/family.ts";
import { ERASED_STOP } from "../places/erased-stop.ts";
import type { Booking, BookingEvent, BookingSummary } from "./booking.ts";
import type { BookingChanged } from "./booking-changed.ts";
import type { OperatorAct } from "./operator-act.ts";

const ERASED_CONTACT = { name: "", phone: "", email: "" };

/** Fields of a trip that tell where somebody lives, works or is ill, below `at`. */
function placesOf(at: string): Record<string, unknown> {
  return { [`${at}.from`]: ERASED_STOP, [`${at}.to`]: ERASED_STOP, [`${at}.route.geometry`]: "" };
}

const facts = {
  contact: ERASED_CONTACT,
  note: "",
  flightNumber: "",
  ...placesOf("trip"),
  "cancellation.reason": "",
};
const eventFacts = {
  ...facts,
  phone: "",
  reason: "",
  "actor.name": "",
  changes: [],
  "restored.contact": ERASED_CONTACT,
  "restored.note": "",
  "restored.flightNumber": "",
  ...placesOf("restored.trip"),
  "restored.cancellation.reason": "",
};
const summaryFacts = { from: "", to: "", customer: "", phone: "", flightNumber: "", note: "" };

/** Of a booking. */
export const sealedBooking: Sealed<Booking> = {
  fields: Object.keys(facts),
  subject: ({ contact }) => byPhone(contact.phone),
  erased: facts,
};

/** Of an event: whoever the booking is for. */
export function sealedEvent(booking: (id: string) => Key<unknown>): Sealed<BookingEvent> {
  return {
    fields: Object.keys(eventFacts),
    subject: (_, [, id]): SubjectOfRow => ({ like: booking(String(id)) }),
    erased: eventFacts,
  };
}

/** Of a row of a day. */
export const sealedSummary: Sealed<BookingSummary> = {
  fields: Object.keys(summaryFacts),
  subject: ({ phone }) => byPhone(phone),
  erased: summaryFacts,
};

/** Of what the feed tells. */
export const sealedChange: Sealed<BookingChanged> = {
  fields: Object.keys(summaryFacts).map((field) => `summary.${field}`),
  subject: ({ summary }) => byPhone(summary.phone),
  erased: Object.fromEntries(
    Object.entries(summaryFacts).map(([field, blank]) => [`summary.${field}`, blank]),
  ),
};

const actFacts = {
  "actor.name": "",
  "outage.before.reason": "",
  "outage.before.by": "",
  "outage.after.reason": "",
  "outage.after.by": "",
};

/** Of an operator's act: the operator's name, and what they wrote. */
export const sealedAct: Sealed<OperatorAct> = {
  fields: Object.keys(actFacts),
  subject: ({ actor }) =>
    actor.kind === "operator" && actor.id !== null ? { kind: "person", at: actor.id } : null,
  erased: actFacts,
};

/** The customer is known by the number; one whose number is gone is nobody. */
function byPhone(phone: string): SubjectName | null {
  return phone === "" ? null : { kind: "phone", at: phone };
}
