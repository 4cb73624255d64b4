// Which places a person may keep, and in which order they stand.
import { hasPersonalNumber } from "../forms/personal-number.ts";
import type { FieldErrorCode } from "../i18n/field-error-code.ts";
import { cleanLine, isReadable } from "../forms/clean-text.ts";
import type { Reading } from "../forms/field-error.ts";
import {
  MAX_OWN_PLACE_NAME,
  MAX_OWN_PLACES,
  OWN_PLACE_KINDS,
  type OwnPlace,
  type OwnPlaceKind,
} from "./own-place.ts";

/** Reads the kind that a form names; null when it is none. */
export function readOwnPlaceKind(typed: string): OwnPlaceKind | null {
  return OWN_PLACE_KINDS.find((kind) => kind === typed) ?? null;
}

/** Reads the name somebody gives to a place. */
export function readOwnPlaceName(typed: string): Reading<string> {
  const name = cleanLine(typed);
  if (!isReadable(name)) return refused("ownPlaceNameMissing");
  if (hasPersonalNumber(name)) return refused("personalNumber");
  return name.length > MAX_OWN_PLACE_NAME
    ? refused("ownPlaceNameTooLong")
    : { ok: true, value: name };
}

/** The places with one more. A home or a work takes the place of the one before, and what is kept already stays as it is. */
export function withPlace(
  places: readonly OwnPlace[],
  added: OwnPlace,
): Reading<readonly OwnPlace[]> {
  if (places.some((place) => isSame(place, added))) return { ok: true, value: places };
  const others = added.kind === "named" ? places : places.filter(({ kind }) => kind !== added.kind);
  if (others.length >= MAX_OWN_PLACES) return refused("ownPlacesFull");
  return { ok: true, value: inOrder([...others, added]) };
}

/** The places with another name for one; null when there is no such place, or it has no name of its own. */
export function withName(
  places: readonly OwnPlace[],
  id: string,
  name: string,
): readonly OwnPlace[] | null {
  const isThere = places.some((place) => place.id === id && place.kind === "named");
  return isThere ? places.map((place) => place.id === id ? { ...place, name } : place) : null;
}

/** The places without one; null when there is no such place. */
export function withoutPlace(
  places: readonly OwnPlace[],
  id: string,
): readonly OwnPlace[] | null {
  const left = places.filter((place) => place.id !== id);
  return left.length < places.length ? left : null;
}

/** Home, work, and then the others as they came. */
function inOrder(places: readonly OwnPlace[]): readonly OwnPlace[] {
  return OWN_PLACE_KINDS.flatMap((wanted) => places.filter(({ kind }) => kind === wanted));
}

/** A form that was sent twice keeps one place. */
function isSame(one: OwnPlace, other: OwnPlace): boolean {
  return one.kind === other.kind && one.name === other.name && one.placeId === other.placeId &&
    one.words === other.words;
}

function refused(code: FieldErrorCode): { ok: false; code: FieldErrorCode } {
  return { ok: false, code };
}
