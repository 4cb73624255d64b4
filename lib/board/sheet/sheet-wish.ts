// What the fields of a sheet wish for, or every field that needs another look. Pure, but for places already located.
import { hasPersonalNumber } from "../../forms/personal-number.ts";
import { type Booking, MAX_REASON_LENGTH } from "../../booking/booking.ts";
import type { CopyWish, SplitShare } from "../../dispatch/draft-copy.ts";
import type { PriceWish, TripChange } from "../../dispatch/trip-change.ts";
import { VEHICLE_CLASSES } from "../../fleet/vehicle.ts";
import { cleanLine, cleanText, plainLine } from "../../forms/clean-text.ts";
import type { FieldError } from "../../forms/field-error.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { PickupTime } from "../../kernel/wall-time.ts";
import { MAX_STOP_WORDS } from "../../places/place.ts";
import type { PlaceIndex } from "../../places/place-index.ts";
import type { LocatedStops } from "../../trip/locate-stops.ts";
import type { CheckedTrip, TripFieldError } from "../../trip/trip-field-error.ts";
import { resolveTypedPickup } from "../../trip/trip-form.ts";
import { MAX_BAGS, MAX_EXTRA, MAX_PASSENGERS, MAX_WHEELCHAIRS } from "../../trip/trip-input.ts";
import { type ChangeInput, priceWish, readChange } from "../change-input.ts";
import type { SheetKind } from "./sheet-kind.ts";
import { type SheetValues, touchedFields, valuesOf } from "./sheet-values.ts";

/** What is wished for. */
export type SheetWish =
  | { kind: "change"; change: TripChange; price: PriceWish }
  | { kind: "copy"; wish: CopyWish }
  | { kind: "revive"; pickup: PickupTime | null; reason: string };

/** What reading a sheet needs to know. */
export interface WishContext {
  places: PlaceIndex;
  locale: Locale;
  located: LocatedStops;
  /** True when a person says that it is complete: a reason may be missing until then. */
  isFinal: boolean;
}

/** Reads a sheet of `booking`, as it is now. */
export function readSheetWish(
  kind: SheetKind,
  booking: Booking,
  values: SheetValues,
  context: WishContext,
): CheckedTrip<SheetWish> {
  switch (kind) {
    case "change":
      return readChangeWish(booking, values, context);
    case "split":
      return readSplit(booking, values);
    case "duplicate":
    case "return": {
      const pickup = resolveTypedPickup(values);
      return pickup.ok
        ? { ok: true, value: { kind: "copy", wish: { kind, pickup: pickup.value } } }
        : pickup;
    }
    case "revive":
      return readRevival(booking, values, context);
  }
}

/** The ends that were written anew: only these are looked for. */
export function givenEnds(
  booking: Booking,
  values: SheetValues,
): { from?: TypedEnd; to?: TypedEnd } {
  const touched = new Set(touchedFields(values, valuesOf(booking)));
  const { from, fromId, to, toId } = values;
  return {
    ...(touched.has("from") && from !== "" ? { from: { words: from, placeId: fromId } } : {}),
    ...(touched.has("to") && to !== "" ? { to: { words: to, placeId: toId } } : {}),
  };
}

interface TypedEnd {
  words: string;
  placeId: string;
}

/** Numbers of a party: their bounds, and what is said of others. */
const COUNTS = {
  passengers: [1, MAX_PASSENGERS, "passengersInvalid"],
  bags: [0, MAX_BAGS, "bagsInvalid"],
  wheelchairs: [0, MAX_WHEELCHAIRS, "extrasInvalid"],
  childSeats: [0, MAX_EXTRA, "extrasInvalid"],
  pets: [0, MAX_EXTRA, "extrasInvalid"],
  extraLuggage: [0, MAX_EXTRA, "extrasInvalid"],
} as const satisfies Record<string, readonly [number, number, FieldError["code"]]>;

type CountField = keyof typeof COUNTS;

const COUNT_FIELDS = [
  "passengers",
  "bags",
  "wheelchairs",
  "childSeats",
  "pets",
  "extraLuggage",
] as const satisfies readonly CountField[];

function readChangeWish(
  booking: Booking,
  values: SheetValues,
  { places, locale, located, isFinal }: WishContext,
): CheckedTrip<SheetWish> {
  const touched = new Set(touchedFields(values, valuesOf(booking)));
  const errors: TripFieldError[] = [];
  const counts = new Map<CountField, number>();
  for (const field of COUNT_FIELDS) {
    if (!touched.has(field)) continue;
    const count = readCount(values[field], COUNTS[field]);
    if (count === null) errors.push({ field, code: COUNTS[field][2] });
    else counts.set(field, count);
  }
  const { childSeats, pets, extraLuggage, ...party } = Object.fromEntries(counts);
  const ends = givenEnds(booking, values);
  const contact = Object.fromEntries(
    (["name", "phone", "email"] as const).filter((name) => touched.has(name))
      .map((name) => [name, cleanText(values[name])]),
  );
  const vehicleClass = VEHICLE_CLASSES.find((name) => name === values.vehicleClass);
  const price = readPrice(values, isFinal);
  if (!price.ok) errors.push(...price.errors);
  const pickup = touched.has("date") ? resolveTypedPickup(values) : null;
  if (pickup?.ok === false) errors.push(...pickup.errors);
  const input: ChangeInput = {
    ...party,
    ...ends,
    contact,
    extras: { childSeats, pets, extraLuggage },
    tariff: "original",
    ...(touched.has("vehicleClass") && vehicleClass !== undefined ? { vehicleClass } : {}),
    ...(touched.has("flightNumber") ? { flightNumber: values.flightNumber } : {}),
    ...(touched.has("note") ? { note: values.note } : {}),
  };
  const read = readChange(places, booking, input, { locale, located, isAnswered: true });
  const all = [...endErrors(values, touched), ...(read.ok ? [] : read.errors), ...errors];
  if (all.length > 0 || !read.ok || !price.ok) return { ok: false, errors: all };
  const change = pickup?.ok ? { ...read.value, pickup: pickup.value } : read.value;
  return { ok: true, value: { kind: "change", change, price: price.value } };
}

/** What `readChange` takes for granted of a text that came by the API's schema. */
function endErrors(values: SheetValues, touched: ReadonlySet<string>): TripFieldError[] {
  return (["from", "to"] as const).filter((end) => touched.has(end)).flatMap(
    (end): TripFieldError[] => {
      const words = cleanLine(values[end]);
      if (words === "") return [{ field: end, code: `${end}Missing` }];
      return words.length > MAX_STOP_WORDS ? [{ field: end, code: "placeTooLong" }] : [];
    },
  );
}

function readPrice(
  { tariff, keepReason }: SheetValues,
  isFinal: boolean,
): CheckedTrip<PriceWish> {
  if (tariff !== "keep") {
    return { ok: true, value: priceWish({ tariff: tariff === "new" ? "new" : "original" }) };
  }
  const reason = readReason(keepReason, "keepReason", isFinal);
  return reason.ok
    ? { ok: true, value: priceWish({ tariff: "original", keepPrice: reason.value }) }
    : reason;
}

function readSplit(
  { trip }: Booking,
  values: SheetValues,
): CheckedTrip<SheetWish> {
  const { passengers, bags, wheelchairs, extras } = trip;
  const most = { bags, wheelchairs, ...extras, passengers: passengers - 1 };
  const counts = COUNT_FIELDS.map((field) => {
    const count = readCount(values[field], COUNTS[field]);
    return { field, count, isTooMany: count !== null && count > most[field] };
  });
  const errors = counts.flatMap(({ field, count, isTooMany }): TripFieldError[] => {
    if (count === null) return [{ field, code: COUNTS[field][2] }];
    return isTooMany ? [{ field, code: "partTooLarge" }] : [];
  });
  const vehicleClass = VEHICLE_CLASSES.find((name) => name === values.vehicleClass);
  if (vehicleClass === undefined) errors.push({ field: "vehicleClass", code: "classMissing" });
  if (errors.length > 0 || vehicleClass === undefined) return { ok: false, errors };
  const of = (field: CountField) => counts.find((one) => one.field === field)?.count ?? 0;
  const share: SplitShare = {
    ...{ passengers: of("passengers"), bags: of("bags"), wheelchairs: of("wheelchairs") },
    extras: {
      ...{ childSeats: of("childSeats"), pets: of("pets"), extraLuggage: of("extraLuggage") },
    },
  };
  return { ok: true, value: { kind: "copy", wish: { kind: "split", share, vehicleClass } } };
}

function readRevival(
  booking: Booking,
  values: SheetValues,
  { isFinal }: WishContext,
): CheckedTrip<SheetWish> {
  const isMoved = touchedFields(values, valuesOf(booking)).includes("date");
  const pickup = isMoved ? resolveTypedPickup(values) : null;
  const reason = readReason(values.reason, "reason", isFinal);
  const errors = [
    ...(pickup?.ok === false ? pickup.errors : []),
    ...(reason.ok ? [] : reason.errors),
  ];
  if (errors.length > 0 || !reason.ok) return { ok: false, errors };
  const time = pickup?.ok ? pickup.value : null;
  return { ok: true, value: { kind: "revive", pickup: time, reason: reason.value } };
}

function readReason(
  text: string,
  field: "reason" | "keepReason",
  isFinal: boolean,
): CheckedTrip<string> {
  const reason = cleanLine(text);
  if (reason === "" && isFinal) return { ok: false, errors: [{ field, code: "reasonMissing" }] };
  if (reason.length > MAX_REASON_LENGTH) {
    return { ok: false, errors: [{ field, code: "reasonTooLong" }] };
  }
  if (hasPersonalNumber(reason)) {
    return { ok: false, errors: [{ field, code: "personalNumber" }] };
  }
  return { ok: true, value: reason };
}

/** Digits only; an empty field is the least. */
function readCount(
  text: string,
  [min, max]: readonly [min: number, max: number, code: FieldError["code"]],
): number | null {
  const plain = plainLine(text);
  const count = plain === "" ? min : /^\d{1,3}$/.test(plain) ? Number(plain) : Number.NaN;
  return count >= min && count <= max ? count : null;
}
