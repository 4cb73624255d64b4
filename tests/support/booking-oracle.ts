// A second, deliberately plain way from a booking's events to everything that follows from them, sharing no code
// with lib/booking: the state after a history, the row a list shows.
import type { Booking, BookingEvent, BookingSummary } from "../../lib/booking/booking.ts";

/** The status each event leads to. */
const STATUS_AFTER: Readonly<
  Record<Exclude<BookingEvent["type"], Unmoving | "undone">, Booking["status"]>
> = {
  confirmed: "confirmed",
  placed: "awaiting-payment",
  secured: "confirmed",
  lapsed: "lapsed",
  rescheduled: "confirmed",
  assigned: "assigned",
  unassigned: "confirmed",
  departed: "en-route",
  arrived: "arrived",
  boarded: "on-board",
  completed: "completed",
  cancelled: "cancelled",
  "no-show": "no-show",
  expired: "expired",
  revived: "confirmed",
};

/** Events that leave the ride where it is. */
const UNMOVING = [
  "details-changed",
  "payment-changed",
  "changed",
  "moved",
  "linked",
  "overrode",
  "veil-changed",
] as const;
type Unmoving = typeof UNMOVING[number];

const STATUSES_WITH_DRIVER = "assigned en-route arrived on-board completed no-show".split(" ");

/**
 * The booking a history leads to: of each fact what was said of it last, as if what was undone had never been. Throws
 * when it has no beginning.
 */
export function bookingAfter(events: readonly BookingEvent[]): Booking {
  const at = events.at(-1)?.at ?? "";
  return { ...standingAfter(withoutUndone(events)), changedAt: at, version: events.length };
}

/** The events that count: an undo takes those of its act with it; what its act made is off as if it was cancelled. */
function withoutUndone(events: readonly BookingEvent[]): BookingEvent[] {
  let standing: { event: BookingEvent; version: number }[] = [];
  for (const [i, event] of events.entries()) {
    const version = i + 1;
    if (event.type !== "undone") {
      standing.push({ event, version });
    } else if (event.from === 0) {
      const { at, actor } = event;
      const off = { by: "operator", reason: "undone", feeOre: 0, feeVat: "none" } as const;
      const fault = null;
      standing.push({ event: { type: "cancelled", at, actor, fault, ...off }, version });
    } else {
      standing = standing.filter((one) => one.version <= event.from || one.version > event.to);
    }
  }
  return standing.map(({ event }) => event);
}

function standingAfter(events: readonly BookingEvent[]): Booking {
  const [first] = events;
  const last = events.at(-1);
  if (first === undefined || last === undefined) throw new TypeError("No beginning");
  if (first.type !== "confirmed" && first.type !== "placed") throw new TypeError("No beginning");
  const types = events.map(({ type }) => type);
  const moving = types.filter((type): type is keyof typeof STATUS_AFTER =>
    type !== "undone" && !(UNMOVING as readonly string[]).includes(type)
  );
  const status = STATUS_AFTER[moving.at(-1) ?? "confirmed"];
  const end = events.findLast(({ type }) => type === moving.at(-1));
  const fact = (name: string) =>
    events.map((event) => (event as unknown as Record<string, unknown>)[name])
      .findLast((value) => value !== undefined);
  const { type: _type, actor: _actor, at: createdAt, ...facts } = first;
  const booking: Record<string, unknown> = {
    ...facts,
    contact: contactAfter(events),
    links: events.flatMap((event) => event.type === "linked" ? [event.link] : facts.links)
      .filter((link, i, all) => all.indexOf(link) === i),
    flightNumber: fact("flightNumber"),
    note: fact("note"),
    trip: fact("trip"),
    payment: paymentAfter(facts.payment, events),
    reservation: fact("reservation"),
    createdAt,
    changedAt: last.at,
    version: events.length,
    status,
  };
  if (status !== "awaiting-payment") delete booking["until"];
  if (STATUSES_WITH_DRIVER.includes(status)) booking["driverId"] = fact("driverId");
  if (end?.type === "no-show") Object.assign(booking, { feeOre: end.feeOre, feeVat: end.feeVat });
  if (end?.type === "cancelled") {
    const { by, reason, feeOre, at } = end;
    // An early event left it open: only who pays the whole price pays its VAT.
    const price = (fact("trip") as Booking["trip"]).totalOre;
    const feeVat = end.feeVat ?? (feeOre > 0 && feeOre === price ? "included" : "none");
    booking["cancellation"] = { by, reason, feeOre, feeVat, at };
  }
  return booking as unknown as Booking;
}

/** The way of paying that was said last; a ride that was brought back is not paid beforehand any more. */
function paymentAfter(
  first: Booking["payment"],
  events: readonly BookingEvent[],
): Booking["payment"] {
  return events.reduce((payment, event) => {
    if (event.type === "secured" || event.type === "payment-changed") {
      return { method: event.method };
    }
    const isBack = event.type === "revived" && ["card", "swish"].includes(payment.method);
    return isBack ? { method: "car" } : payment;
  }, first);
}

/** The contact as it was given, each change over it. */
function contactAfter(events: readonly BookingEvent[]): Booking["contact"] {
  let contact: Booking["contact"] = { name: "", phone: "", email: "" };
  for (const event of events) {
    if (event.type === "placed") contact = event.contact;
    if (event.type === "confirmed" || event.type === "changed") contact = event.contact;
    if (event.type === "details-changed") contact = { ...contact, phone: event.phone };
  }
  return contact;
}

/** What a list shows of a booking. */
export function summaryOf(booking: Booking): BookingSummary {
  const { from, to, pickup, route } = booking.trip;
  return {
    id: booking.id,
    reference: booking.reference,
    status: booking.status,
    pickupMs: Temporal.Instant.from(pickup.instant).epochMilliseconds,
    wallTime: pickup.wallTime,
    from: shownAs(from),
    to: shownAs(to),
    customer: booking.contact.name,
    phone: booking.contact.phone,
    veiled: booking.veiled,
    restricted: false,
    passengers: booking.trip.passengers,
    bags: booking.trip.bags,
    wheelchairs: booking.trip.wheelchairs,
    childSeats: booking.trip.extras.childSeats,
    pets: booking.trip.extras.pets,
    extraLuggage: booking.trip.extras.extraLuggage,
    flightNumber: booking.flightNumber,
    note: shortNote(booking.note),
    vehicleClass: booking.trip.vehicleClass,
    distanceMeters: route.distanceMeters,
    durationSeconds: route.durationSeconds,
    totalOre: booking.trip.totalOre,
    vehicleId: booking.reservation.vehicleId,
    driverId: "driverId" in booking ? booking.driverId : null,
    version: booking.version,
    changedAt: booking.changedAt,
  };
}

/** What a list shows of a booking whose row the first release wrote: it knew no party, flight or note. */
export function formerSummaryOf(booking: Booking): BookingSummary {
  return {
    ...summaryOf(booking),
    bags: 0,
    wheelchairs: booking.trip.vehicleClass === "wheelchair" ? 1 : 0,
    childSeats: 0,
    pets: 0,
    extraLuggage: 0,
    flightNumber: "",
    note: "",
    durationSeconds: 0,
  };
}

/** One line of at most eighty characters. */
function shortNote(note: string): string {
  const line = note.split(/\s+/).filter(Boolean).join(" ");
  return Array.from(line).length > 80
    ? Array.from(line).slice(0, 79).join("").trimEnd() + "…"
    : line;
}

/** The customer's own words for a stop, else its name. */
function shownAs({ words, name }: Booking["trip"]["from"]): string {
  const own = words.trim();
  return own.length > 0 ? own : name;
}
