// What stands in the fields of a sheet: from the booking, as it was sent, and both together when another has changed
// the booking meanwhile. Pure.
import { seenByStaff } from "../../booking/seen-booking.ts";
import type { Booking } from "../../booking/booking.ts";
import { shownPhoneNumber } from "../../forms/phone-number.ts";
import { dateOf, HOME_ZONE, timeOf } from "../../kernel/wall-time.ts";
import { TRIP_FIELDS, type TripFormValues } from "../../trip/trip-input.ts";
import { submittedTrip } from "../../trip/trip-values.ts";
import type { SheetKind } from "./sheet-kind.ts";

/** Fields beside the trip's. */
const OWN_FIELDS = [
  "name",
  "phone",
  "email",
  "vehicleClass",
  "flightNumber",
  "note",
  "tariff",
  "keepReason",
  "reason",
] as const;

/** One field of a sheet. */
export type SheetField = typeof TRIP_FIELDS[number] | typeof OWN_FIELDS[number];

/** What stands in each field; "" when absent. */
export type SheetValues = TripFormValues & Record<typeof OWN_FIELDS[number], string>;

/** Longest text of a field that is read, in characters: more than a note may have, so that too much is said. */
const MAX_FIELD = 1_000;
/** How long after a trip the way back is offered, in minutes. */
const RETURN_AFTER_MINUTES = 60;
/** Grid of the times that are offered, in minutes. */
const STEP_MINUTES = 15;

/** Fields that mean something only together. */
const GROUPS: readonly (readonly SheetField[])[] = [
  ["from", "fromId"],
  ["to", "toId"],
  ["date", "time", "overlap"],
];
const GROUPED: ReadonlySet<string> = new Set(GROUPS.flat());
const ALL_GROUPS: readonly (readonly SheetField[])[] = [
  ...GROUPS,
  ...[...TRIP_FIELDS, ...OWN_FIELDS].filter((name) => !GROUPED.has(name)).map((name) => [name]),
];

/** The booking as fields. */
export function valuesOf(whole: Booking): SheetValues {
  const { trip, contact, flightNumber, note } = seenByStaff(whole);
  const { from, to, pickup, passengers, bags, wheelchairs, extras, vehicleClass } = trip;
  return {
    ...{ from: from.words, fromId: from.placeId, to: to.words, toId: to.placeId },
    ...{ date: dateOf(pickup.wallTime), time: timeOf(pickup.wallTime), overlap: "" },
    passengers: String(passengers),
    bags: String(bags),
    wheelchairs: String(wheelchairs),
    childSeats: String(extras.childSeats),
    pets: String(extras.pets),
    extraLuggage: String(extras.extraLuggage),
    // As people write it: it is read back.
    ...{ ...contact, phone: shownPhoneNumber(contact.phone) },
    ...{ vehicleClass, flightNumber, note, tariff: "original", keepReason: "", reason: "" },
  };
}

/** What a sheet begins with: what is asked for most often. */
export function openingValues(
  kind: SheetKind,
  booking: Booking,
  now: Temporal.Instant,
): SheetValues {
  const values = valuesOf(booking);
  switch (kind) {
    case "change":
    case "revive":
      return values;
    case "split":
      return { ...values, ...secondCar(booking) };
    case "duplicate":
      return { ...values, date: nextDay(values.date, now) };
    case "return":
      return { ...values, ...wayBack(booking, now) };
  }
}

/** The sheet as it was sent. */
export function submittedSheet(fields: ReadonlyMap<string, string>): SheetValues {
  const own = OWN_FIELDS.map((name) => [name, (fields.get(name) ?? "").slice(0, MAX_FIELD)]);
  return { ...submittedTrip(fields), ...Object.fromEntries(own) };
}

/** What was sent, on the booking as it is now: fields nobody wrote in say what another has changed meanwhile. */
export function rebased(sent: SheetValues, base: SheetValues, current: SheetValues): SheetValues {
  const kept = touchedFields(sent, base).map((name) => [name, sent[name]]);
  return { ...current, ...Object.fromEntries(kept) };
}

/** Fields that hold something else than the booking; those that belong together come together. */
export function touchedFields(sent: SheetValues, base: SheetValues): SheetField[] {
  return ALL_GROUPS.filter((group) => group.some((name) => sent[name] !== base[name])).flat();
}

/** Half of everybody, and of everything, goes with the second car. */
function secondCar({ trip }: Booking): Partial<SheetValues> {
  const half = (count: number) => String(Math.floor(count / 2));
  const { passengers, bags, extras } = trip;
  return {
    passengers: half(passengers),
    bags: half(bags),
    wheelchairs: "0",
    childSeats: half(extras.childSeats),
    pets: "0",
    extraLuggage: half(extras.extraLuggage),
  };
}

/** The same time on the day after the trip, or after today when that is over. */
function nextDay(date: string, now: Temporal.Instant): string {
  const today = now.toZonedDateTimeISO(HOME_ZONE).toPlainDate();
  const former = Temporal.PlainDate.from(date);
  const latest = Temporal.PlainDate.compare(former, today) < 0 ? today : former;
  return latest.add({ days: 1 }).toString();
}

/** An hour after the customer is there, or from now when that is over, on the next quarter of an hour. */
function wayBack({ trip }: Booking, now: Temporal.Instant): Partial<SheetValues> {
  const there = Temporal.Instant.from(trip.pickup.instant).add({
    seconds: Math.round(trip.route.durationSeconds),
  });
  const from = Temporal.Instant.compare(there, now) < 0 ? now : there;
  const earliest = from.add({ minutes: RETURN_AFTER_MINUTES }).toZonedDateTimeISO(HOME_ZONE);
  const back = earliest.round({
    smallestUnit: "minute",
    roundingIncrement: STEP_MINUTES,
    roundingMode: "ceil",
  });
  return {
    date: back.toPlainDate().toString(),
    time: back.toPlainTime().toString({ smallestUnit: "minute" }),
  };
}
