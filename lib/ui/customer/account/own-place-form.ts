// What was typed to keep a place, read as the trip form reads an end: one place, or the question which one.
import type { OwnPlace } from "../../../accounts/own-place.ts";
import { readOwnPlaceKind, readOwnPlaceName } from "../../../accounts/own-place-rules.ts";
import { cleanLine } from "../../../forms/clean-text.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { type LocateDeps, locatePlace } from "../../../places/geocoder/locate-place.ts";
import { MAX_STOP_WORDS, type Stop } from "../../../places/place.ts";
import { NOT_LOCATED } from "../../../trip/locate-stops.ts";
import type { CheckedTrip, TripFieldError } from "../../../trip/trip-field-error.ts";
import { resolveEnd } from "../../../trip/trip-form.ts";

/** Longest text given back in a field, in characters. */
const MAX_ECHO = 500;
/** Longest id of a place. */
const MAX_PLACE_ID = 100;

/** The form as it stands. */
export interface OwnPlaceForm {
  kind: string;
  name: string;
  place: string;
  /** Id of the place the words were chosen from, "" when they were only typed. */
  placeId: string;
  errors: readonly TripFieldError[];
}

/** A form nobody has written in. */
export const EMPTY_OWN_PLACE: OwnPlaceForm = {
  ...{ kind: "", name: "", place: "", placeId: "", errors: [] },
};

/** What was typed. An id or an answer counts only while the words it was given for still stand in the field. */
export function typedOwnPlace(fields: ReadonlyMap<string, string>): OwnPlaceForm {
  const text = (name: string) => (fields.get(name) ?? "").slice(0, MAX_ECHO);
  const place = text("place");
  const isAnswered = text("placeAsked") === place;
  const placeId = isAnswered ? text("placeId") || text("placeChoice") : "";
  return { ...EMPTY_OWN_PLACE, kind: text("kind"), name: text("name"), place, placeId };
}

/** Reads the form: a place that can be kept, or what needs another look. */
export async function checkOwnPlace(
  deps: LocateDeps,
  form: OwnPlaceForm,
  locale: Locale,
): Promise<CheckedTrip<Omit<OwnPlace, "id">>> {
  const kind = readOwnPlaceKind(form.kind);
  const name = kind === "named" ? readOwnPlaceName(form.name) : { ok: true as const, value: "" };
  const stop = await readStop(deps, form, locale);
  if (kind !== null && name.ok && stop.ok) {
    const { placeId, words } = stop.value;
    return { ok: true, value: { kind, name: name.value, placeId, words } };
  }
  const errors: TripFieldError[] = stop.ok ? [] : [...stop.errors];
  if (kind === null) errors.push({ field: "kind", code: "ownPlaceKindMissing" });
  if (!name.ok) errors.push({ field: "name", code: name.code });
  return { ok: false, errors };
}

async function readStop(
  deps: LocateDeps,
  form: OwnPlaceForm,
  locale: Locale,
): Promise<CheckedTrip<Stop>> {
  const words = cleanLine(form.place);
  if (words === "") return refused("ownPlaceMissing");
  if (words.length > MAX_STOP_WORDS || form.placeId.length > MAX_PLACE_ID) {
    return refused("placeTooLong");
  }
  const typed = { words, placeId: cleanLine(form.placeId) };
  const located = { ...NOT_LOCATED, to: await locatePlace(deps, typed, locale) };
  const read = resolveEnd(deps.places, "to", typed, locale, { isAnswered: true, located });
  if (read.ok) return read;
  return { ok: false, errors: read.errors.map((error) => ({ ...error, field: "place" })) };
}

function refused(code: TripFieldError["code"]): CheckedTrip<Stop> {
  return { ok: false, errors: [{ field: "place", code }] };
}
