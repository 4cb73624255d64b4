// What each surface does with each field of a booking: a field that is missing here does not compile.
import type { BookedTrip, Booking, BookingFacts, Contact } from "../../lib/booking/booking.ts";
import type { Extras } from "../../lib/trip/trip.ts";
import type { Surface } from "./booking-surfaces.ts";

/** Words to look for, the same for every booking or of one. */
export type Words = string | ((booking: Booking) => string);

/** What a surface does with a field. Several words are one for each text of the surface, see `says`. */
export type Fate =
  | { kind: "shown"; as: readonly Words[] }
  | { kind: "left out"; why: string; never: readonly Words[] };

/** What every surface does with it. */
export type Fates = Readonly<Record<Surface, Fate>>;

/** Found there in these words; for the privacy page one for each language. */
export const shown = (...as: Words[]): Fate => ({ kind: "shown", as });
/** Not there, and why; `never` are words that must not be found there. */
export const leftOut = (why: string, ...never: Words[]): Fate => ({ kind: "left out", why, never });
const everywhere = (fate: Fate): Fates => ({
  form: fate,
  "API input": fate,
  "API answer": fate,
  "price page": fate,
  ticket: fate,
  calendar: fate,
  pane: fate,
  "board row": fate,
  search: fate,
  privacy: fate,
});
const OURS = leftOut("ours, not the customer's to give");
const NOT_PERSONAL = leftOut("says nothing of the customer");
const LATER = leftOut("not known before the booking");
const SHORT = leftOut("the row is short; the pane says it");
const FIRST = leftOut("operators look for words, numbers and cars");
const CALENDAR = leftOut("who needs more opens the ticket");
const PARTS = everywhere(leftOut("has a table of its own below"));

const FACTS: Readonly<Record<keyof BookingFacts, Fates>> = {
  contact: PARTS,
  trip: PARTS,
  id: {
    ...everywhere(leftOut("customers have the link, operators the reference", ({ id }) => id)),
    "API input": OURS,
    calendar: shown(({ id }) => `UID:${id}@avanti`),
  },
  reference: {
    ...everywhere(SHORT),
    form: OURS,
    "API input": OURS,
    "API answer": shown(({ reference }) => `"reference":"${reference}"`),
    "price page": LATER,
    ticket: shown(spaced),
    calendar: shown(spaced),
    pane: shown(spaced),
    search: shown(({ reference }) => reference),
    privacy: NOT_PERSONAL,
  },
  note: {
    ...everywhere(SHORT),
    form: shown("note"),
    "API input": shown('"note":"Portkod 4711"'),
    "API answer": shown('"note":"Portkod 4711"'),
    "price page": leftOut("stands in the form's field only"),
    ticket: shown("Portkod 4711"),
    calendar: leftOut("calendars are shared: a door code stays out", "4711"),
    pane: shown("Till föraren Portkod 4711"),
    "board row": shown("Portkod 4711"),
    search: shown("portkod", "4711 tinell"),
    privacy: shown("ditt meddelande till föraren", "your message to the driver"),
  },
  flightNumber: {
    ...everywhere(SHORT),
    form: shown("flightNumber"),
    "API input": shown('"flightNumber":"SK1436"'),
    "API answer": shown('"flightNumber":"SK1436"'),
    "price page": leftOut("stands in the form's field only"),
    ticket: shown("Flygnummer SK 1436"),
    calendar: shown("Flyg SK 1436."),
    pane: shown("Flyg SK 1436"),
    "board row": shown("SK 1436"),
    search: shown("SK1436", "sk 1436", "tinell sk-1436"),
    privacy: shown("flygnummer", "flight number"),
  },
  locale: {
    ...everywhere(leftOut("everything is in that language")),
    "API input": shown('"locale":"sv"'),
    pane: leftOut("said only when it is neither ours nor the reader's"),
    search: FIRST,
    privacy: shown("ditt språk", "your language"),
  },
  reservation: {
    ...everywhere(leftOut("how we keep the car free is ours", "startMs", "endMs")),
    "API input": OURS,
    "API answer": shown(({ reservation }) => `"vehicleId":"${reservation.vehicleId}"`),
  },
  payment: {
    ...everywhere(SHORT),
    form: leftOut("chosen on the page that asks for money"),
    "API input": leftOut("chosen on the page that asks for money"),
    "API answer": shown('"payment":{"method":"car"}'),
    "price page": shown("Du betalar i bilen"),
    ticket: shown("Betalas i bilen"),
    calendar: shown("betalas i bilen"),
    search: FIRST,
    privacy: NOT_PERSONAL,
  },
  links: {
    ...everywhere(leftOut("how bookings belong together is the office's")),
    "API input": OURS,
  },
  veiled: {
    ...everywhere(leftOut("whether a customer is protected is no fact of the ride")),
    form: OURS,
    "API input": OURS,
  },
  restricted: {
    ...everywhere(leftOut("whether data are restricted is no fact of the ride")),
    form: OURS,
    "API input": OURS,
  },
  createdAt: {
    ...everywhere(SHORT),
    form: OURS,
    "API input": OURS,
    "API answer": shown('"createdAt":"2026-11-23T05:00:00Z"'),
    "price page": LATER,
    ticket: shown("Bekräftad i dag 06.00"),
    calendar: CALENDAR,
    pane: shown("Bekräftad 06.00"),
    search: FIRST,
    privacy: shown("tid", "time"),
  },
  changedAt: {
    ...everywhere(leftOut("the history says when what happened")),
    "API input": OURS,
    "API answer": shown('"changedAt":"2026-11-23T05:00:00Z"'),
    calendar: shown("DTSTAMP:20261123T050000Z"),
  },
  version: {
    ...everywhere(leftOut("a number for programs")),
    "API input": OURS,
    "API answer": shown('"version":1'),
    calendar: shown("SEQUENCE:0"),
  },
};

const CONTACT: Readonly<Record<keyof Contact, Fates>> = {
  name: {
    ...everywhere(shown("Sten Tinell")),
    form: shown("name"),
    "price page": leftOut("stands in the form's field only", "Tinell"),
    calendar: leftOut("it is the customer's own calendar", "Tinell"),
    search: shown("tinell"),
    privacy: shown("Namn", "Name"),
  },
  phone: {
    ...everywhere(shown("+46709876543")),
    form: shown("phone"),
    "price page": leftOut("stands in the form's field only", "987 65 43"),
    ticket: leftOut("the customer knows it; a ticket is shown around", "987 65 43", "9876543"),
    calendar: leftOut("calendars are shared", "9876543"),
    pane: shown("070-987 65 43"),
    "board row": leftOut("the row is short; the pane says it", "987 65 43"),
    search: shown("070-987 65 43"),
    privacy: shown("telefonnummer", "phone number"),
  },
  email: {
    ...everywhere(shown("sten@tinell.example")),
    form: shown("email"),
    "price page": leftOut("stands in the form's field only", "sten@"),
    ticket: leftOut("the customer knows it; a ticket is shown around", "sten@"),
    calendar: leftOut("calendars are shared", "sten@"),
    "board row": leftOut("the row is short", "sten@"),
    search: leftOut("operators call; letters are found in the mail", "sten@tinell.example"),
    privacy: shown("e-post", "e-mail"),
  },
};

const TRIP: Readonly<Record<keyof BookedTrip, Fates>> = {
  extras: PARTS,
  from: {
    ...everywhere(shown("Landvetter")),
    form: shown("from"),
    search: shown("landvetter", "harryda flygplats"),
    privacy: shown("platser", "places"),
  },
  to: {
    ...everywhere(shown("Göteborg C, klockan")),
    form: shown("to"),
    calendar: shown("till Göteborg C\\, klockan"),
    search: shown("klockan", "göteborg c"),
    privacy: shown("platser", "places"),
  },
  pickup: {
    ...everywhere(shown("10.20")),
    form: shown("date"),
    "API input": shown('"instant":"2026-11-24T09:20:00Z"'),
    "API answer": shown('"instant":"2026-11-24T09:20:00Z"'),
    calendar: shown("DTSTART:20261124T092000Z"),
    search: FIRST,
    privacy: shown("tid", "time"),
  },
  passengers: {
    ...everywhere(shown("5 resenärer")),
    form: shown("passengers"),
    "API input": shown('"passengers":5'),
    "API answer": shown('"passengers":5'),
    calendar: CALENDAR,
    search: FIRST,
    privacy: shown("hur många ni är", "how many you are"),
  },
  bags: {
    ...everywhere(shown("4 väskor")),
    form: shown("bags"),
    "API input": shown('"bags":4'),
    "API answer": shown('"bags":4'),
    calendar: CALENDAR,
    "board row": SHORT,
    search: FIRST,
    privacy: shown("vad som ska med", "what comes along"),
  },
  wheelchairs: {
    ...everywhere(leftOut("nobody of them travels in one; who does has tests of their own")),
    form: shown("wheelchairs"),
    "API input": shown('"wheelchairs":0'),
    "API answer": shown('"wheelchairs":0'),
    privacy: shown("rullstol", "wheelchair"),
  },
  vehicleClass: {
    ...everywhere(shown("Minibuss")),
    form: shown("vehicleClass"),
    "API input": shown('"vehicleClass":"van"'),
    "API answer": shown('"vehicleClass":"van"'),
    calendar: CALENDAR,
    "board row": shown("minibuss"),
    search: FIRST,
    privacy: shown("fordon", "vehicle"),
  },
  lines: {
    ...everywhere(shown("Landvetter–centrum")),
    form: OURS,
    calendar: CALENDAR,
    "board row": SHORT,
    search: FIRST,
    privacy: shown("pris", "price"),
  },
  terms: everywhere(leftOut("sold as the product ships, without; the fee they come to is said")),
  totalOre: {
    ...everywhere(shown("1 025 kr")),
    form: OURS,
    "API input": shown('"totalOre":102500'),
    "API answer": shown('"totalOre":102500'),
    calendar: shown("1 025 kr"),
    "board row": leftOut("summed up in the day's figures"),
    search: FIRST,
    privacy: shown("pris", "price"),
  },
  vatOre: {
    ...everywhere(shown("58,02")),
    form: OURS,
    "API input": shown('"vatOre":5802'),
    "API answer": shown('"vatOre":5802'),
    calendar: CALENDAR,
    "board row": SHORT,
    search: FIRST,
    privacy: shown("pris", "price"),
  },
  isFixedPrice: {
    ...everywhere(shown("Fast pris")),
    form: OURS,
    "API input": shown('"isFixedPrice":true'),
    "API answer": shown('"isFixedPrice":true'),
    calendar: CALENDAR,
    "board row": SHORT,
    search: FIRST,
    privacy: NOT_PERSONAL,
  },
  comparisonPriceOre: {
    ...everywhere(shown("599 kr")),
    form: OURS,
    "API input": shown('"comparisonPriceOre":59925'),
    "API answer": shown('"comparisonPriceOre":59925'),
    calendar: CALENDAR,
    pane: leftOut("for choosing, and the customer has chosen", "599"),
    "board row": SHORT,
    search: FIRST,
    privacy: NOT_PERSONAL,
  },
  bindingMaximumOre: {
    ...everywhere(leftOut("due for no trip at a fixed price; pages say it when it is due")),
    "API answer": shown('"bindingMaximumOre":null'),
  },
  quoteId: {
    ...everywhere(leftOut("names a row", ({ trip }) => trip.quoteId)),
    form: shown("quoteId"),
    "API input": shown(({ trip }) => `"quoteId":"${trip.quoteId}"`),
    "API answer": shown(({ trip }) => `"quoteId":"${trip.quoteId}"`),
  },
  route: {
    ...everywhere(shown("24 km")),
    form: OURS,
    "API input": shown('"distanceMeters":23889'),
    "API answer": shown('"distanceMeters":23889'),
    calendar: shown("DTEND:20261124T094355Z"),
    "board row": leftOut("a column to choose; the pane says it"),
    search: FIRST,
    privacy: shown("platser", "places"),
  },
  tariffVersion: {
    ...everywhere(leftOut("for whoever explains a price afterwards", "2026-01-01.1")),
    "API input": OURS,
    "API answer": shown('"tariffVersion":"2026-01-01.1"'),
  },
  timeZoneDataVersion: {
    ...everywhere(leftOut("for whoever explains a time afterwards")),
    "API input": OURS,
    "API answer": shown('"timeZoneDataVersion":"test"'),
  },
};

const EXTRAS: Readonly<Record<keyof Extras, Fates>> = {
  childSeats: extra("childSeats", 1, "1 barnstol", "1 barnstol"),
  pets: extra("pets", 2, "2 djur", "2 djur"),
  extraLuggage: extra("extraLuggage", 3, "3 skrymmande kolli", "3 skrymmande kolli"),
};

/** Every field and its fates, by the name of its table. */
export const FIELDS = { booking: FACTS, contact: CONTACT, trip: TRIP, extras: EXTRAS };

function extra(field: keyof Extras, count: number, customer: string, operator: string): Fates {
  return {
    ...everywhere(shown(customer)),
    form: shown(field),
    "API input": shown(`"${field}":${count}`),
    "API answer": shown(`"${field}":${count}`),
    calendar: CALENDAR,
    pane: shown(operator),
    "board row": SHORT,
    search: FIRST,
    privacy: shown("vad som ska med", "what comes along"),
  };
}

function spaced({ reference }: Booking): string {
  return `${reference.slice(0, 3)} ${reference.slice(3)}`;
}
