// From what a client sent to a trip that can be priced, or to the fields that need another look.
import type { z } from "zod";
import { DomainError, type DomainErrorCode } from "../errors/domain-error.ts";
import { hasPersonalNumber } from "../forms/personal-number.ts";
import { plainLine } from "../forms/clean-text.ts";
import type { FieldErrorCode } from "../i18n/field-error-code.ts";
import type { Locale } from "../kernel/locale.ts";
import { isApproximate, type Place, type Stop } from "../places/place.ts";
import { findPlace } from "../places/find-place.ts";
import type { PlaceIndex } from "../places/place-index.ts";
import { splitAddressWords } from "../places/address-words.ts";
import { agrees } from "../places/place-agreement.ts";
import {
  moreSpots,
  type PlaceQuestionReason,
  type Resolution,
  resolvePlace,
  takePlace,
} from "../places/resolve-place.ts";
import type { TripRequest } from "./trip.ts";
import { readClockTime } from "../kernel/clock-time.ts";
import { isLocalDate } from "../kernel/local-date.ts";
import { type PickupTime, readWallTime } from "../kernel/wall-time.ts";
import { type LocatedStops, NOT_LOCATED } from "./locate-stops.ts";
import type { FieldError } from "../forms/field-error.ts";
import type { CheckedTrip, TripFieldError } from "./trip-field-error.ts";
import { type TripFormValues, type TripInput, tripInput } from "./trip-input.ts";

/** Checks a submitted trip form; every problem is reported at once, in the order of the fields. */
export function parseTripForm(
  places: PlaceIndex,
  values: TripFormValues,
  locale: Locale,
  located: LocatedStops = NOT_LOCATED,
): CheckedTrip<TripRequest> {
  const wallTime = typedWallTime(values);
  const input = {
    from: { words: values.from, placeId: values.fromId },
    to: { words: values.to, placeId: values.toId },
    pickup: { wallTime, overlap: values.overlap || undefined },
    passengers: wholeNumber(values.passengers, 1),
    bags: wholeNumber(values.bags, 0),
    wheelchairs: wholeNumber(values.wheelchairs, 0),
    extras: {
      childSeats: wholeNumber(values.childSeats, 0),
      pets: wholeNumber(values.pets, 0),
      extraLuggage: wholeNumber(values.extraLuggage, 0),
    },
  };
  const parsed = tripInput.safeParse(input);
  // A form's id was chosen for the words that stand in it (`submittedTrip`).
  if (parsed.success) {
    return resolveTrip(places, parsed.data, locale, { isAnswered: true, located });
  }
  const shape = shapeErrors(parsed.error.issues, values);
  const stops = [...unfitWords("from", values.from), ...unfitWords("to", values.to)];
  return { ok: false, errors: unique([...stops, ...shape]) };
}

/**
 * Resolves places and pickup of a trip that has the right shape; a located end is taken as it is. A place id counts while
 * the words agree with it, or `isAnswered`: a person chose it for just these words.
 */
export function resolveTrip(
  places: PlaceIndex,
  input: TripInput,
  locale: Locale,
  how: { isAnswered?: boolean; located?: LocatedStops } = {},
): CheckedTrip<TripRequest> {
  const from = resolveEnd(places, "from", input.from, locale, how);
  const to = resolveEnd(places, "to", input.to, locale, how);
  const pickup = resolvePickup(input.pickup);
  if (!from.ok || !to.ok || !pickup.ok) {
    return {
      ok: false,
      errors: [from, to, pickup].flatMap((part) => (part.ok ? [] : part.errors)),
    };
  }
  const { passengers, bags, wheelchairs, extras } = input;
  const party = { passengers, bags, wheelchairs, extras };
  return {
    ok: true,
    value: { from: from.value, to: to.value, pickup: pickup.value, ...party },
  };
}

/** One end of a trip, as `resolveTrip` takes it. */
export function resolveEnd(
  places: PlaceIndex,
  field: "from" | "to",
  input: TripInput["from"],
  locale: Locale,
  { isAnswered = false, located = NOT_LOCATED }: {
    isAnswered?: boolean;
    located?: LocatedStops;
  },
): CheckedTrip<Stop> {
  const place = located[field];
  if (place !== undefined) return { ok: true, value: stopAt(place, input.words) };
  return resolveStop(places, field, input, locale, isAnswered);
}

/** The form field a refused quote is about, or null when no field can mend it. */
export function tripFieldError(error: unknown): FieldError | null {
  if (!(error instanceof DomainError)) return null;
  const fields: Partial<Record<DomainErrorCode, [string, FieldErrorCode]>> = {
    "no-route-same-point": ["to", "samePlace"],
    "no-route-abroad": ["to", "abroad"],
    "no-route-no-road": ["to", "noRoad"],
    "no-route-no-crossing": ["to", "noCrossing"],
    "pickup-too-soon": ["time", "pickupTooSoon"],
    "pickup-too-late": ["date", "pickupTooLate"],
    "no-tariff": ["date", "pickupTooLate"],
    "tariff-unreadable": ["date", "dayUnsold"],
    "no-class-fits": ["passengers", "noClassFits"],
  };
  const [field, code] = fields[error.code] ?? [];
  if (field === undefined || code === undefined) return null;
  const { earliest } = error.details;
  return { field, code, ...(typeof earliest === "string" ? { instant: earliest } : {}) };
}

/** What the wall time means, or the choice the customer has to make on a change night. */
export function resolvePickup(
  { wallTime, overlap }: TripInput["pickup"],
): CheckedTrip<PickupTime> {
  try {
    const reading = readWallTime(wallTime, overlap);
    if (reading.kind === "one") return { ok: true, value: reading.pickup };
    const error: TripFieldError = reading.kind === "gap"
      ? { field: "time", code: "pickupGap", pickups: [reading.before, reading.after] }
      : { field: "time", code: "pickupOverlap", pickups: [reading.earlier, reading.later] };
    return { ok: false, errors: [error] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ok: false, errors: [unreadablePickup(wallTime)] };
  }
}

/** What the date and the time somebody typed mean, however they wrote the time. */
export function resolveTypedPickup(values: TypedPickup): CheckedTrip<PickupTime> {
  const { overlap } = values;
  const choice = overlap === "earlier" || overlap === "later" ? overlap : undefined;
  return resolvePickup({ wallTime: typedWallTime(values), overlap: choice });
}

type TypedPickup = Pick<TripFormValues, "date" | "time" | "overlap">;

function typedWallTime({ date, time }: Pick<TypedPickup, "date" | "time">): string {
  return `${plainLine(date)}T${readClockTime(plainLine(time)) ?? ""}`;
}

/** The part that cannot be read: "24:00" is a slip in the time, on a date that exists. */
function unreadablePickup(wallTime: string): TripFieldError {
  return isLocalDate(wallTime.split("T")[0] ?? "")
    ? { field: "time", code: "timeInvalid" }
    : { field: "date", code: "dateInvalid" };
}

function resolveStop(
  places: PlaceIndex,
  field: "from" | "to",
  { words, placeId }: TripInput["from"],
  locale: Locale,
  isAnswered: boolean,
): CheckedTrip<Stop> {
  const missing = unfitWords(field, words || placeId);
  if (missing.length > 0) return { ok: false, errors: missing };
  const resolution = meaningOf(places, words, placeId, locale, isAnswered);
  if (resolution.kind === "one") return stopOrPin(field, resolution.place, words);
  if (resolution.kind === "abroad") return { ok: false, errors: [{ field, code: "placeAbroad" }] };
  if (resolution.kind === "none") return { ok: false, errors: [{ field, code: "placeUnknown" }] };
  const { reason, places: offered, moreId } = resolution;
  const more = moreId === "" ? {} : { moreId };
  return { ok: false, errors: [{ field, code: QUESTION_CODES[reason], places: offered, ...more }] };
}

/** No car is sent to a point that nobody vouches for: the place is known, a pin must say where. */
function stopOrPin(field: "from" | "to", place: Place, words: string): CheckedTrip<Stop> {
  return isApproximate(place)
    ? { ok: false, errors: [{ field, code: "placeNeedsPin", near: place }] }
    : { ok: true, value: stopAt(place, words) };
}

/** What a person is told when a place needs another look. */
const QUESTION_CODES = {
  several: "placeSeveral",
  guess: "placeGuess",
  area: "placeArea",
  spot: "placeSpot",
} as const satisfies Record<PlaceQuestionReason, FieldErrorCode>;

function meaningOf(
  places: PlaceIndex,
  words: string,
  placeId: string,
  locale: Locale,
  isAnswered: boolean,
): Resolution {
  const more = moreSpots(places, placeId, locale);
  if (more !== null) return more;
  const chosen = placeId === "" ? undefined : findPlace(places, placeId, locale);
  if (chosen === undefined) return resolvePlace(places, words, locale);
  if (!isAnswered && !agrees(places, words, chosen)) {
    const said = resolvePlace(places, words, locale);
    return said.kind === "one"
      ? { kind: "several", reason: "several", places: [said.place, chosen], moreId: "" }
      : said;
  }
  return takePlace(places, chosen, splitAddressWords(words).houseNumber, locale);
}

function stopAt(place: Place, words: string): Stop {
  const { id, kind, name, area, point } = place;
  return { placeId: id, kind, name, area, point, words: words === "" ? name : words };
}

function unfitWords(field: "from" | "to", words: string): TripFieldError[] {
  if (hasPersonalNumber(words)) return [{ field, code: "personalNumber" }];
  return words.trim() === "" ? [{ field, code: `${field}Missing` }] : [];
}

/** Digits only: "2.5", "1e3" and "0x2" are not what a person means by a number of bags. */
function wholeNumber(text: string, absent: number): number {
  const plain = plainLine(text);
  if (plain === "") return absent;
  return /^\d{1,3}$/.test(plain) ? Number(plain) : Number.NaN;
}

function shapeErrors(
  issues: readonly z.core.$ZodIssue[],
  values: TripFormValues,
): TripFieldError[] {
  return issues.map((issue): TripFieldError => {
    const [part, detail] = issue.path.map(String);
    if (part === "from" || part === "to") return { field: part, code: "placeTooLong" };
    if (part === "pickup") return unreadablePickup(typedWallTime(values));
    if (part === "passengers") return { field: part, code: "passengersInvalid" };
    if (part === "bags") return { field: part, code: "bagsInvalid" };
    if (part === "wheelchairs") return { field: part, code: "extrasInvalid" };
    return { field: detail ?? "extras", code: "extrasInvalid" };
  });
}

function unique(errors: readonly TripFieldError[]): TripFieldError[] {
  const byField = new Map<string, TripFieldError>();
  for (const error of errors) if (!byField.has(error.field)) byField.set(error.field, error);
  return [...byField.values()];
}
