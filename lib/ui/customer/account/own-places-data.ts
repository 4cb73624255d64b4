// What the page of somebody's own places is drawn from.
import { makeFormToken } from "../../../accounts/form-token.ts";
import type { OwnPlace } from "../../../accounts/own-place.ts";
import { type OwnPlaceReadDeps, ownPlacesOf } from "../../../accounts/own-place-store.ts";
import type { SignedInPerson } from "../../../accounts/session.ts";
import type { FieldErrorCode } from "../../../i18n/field-error-code.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { RandomBytes } from "../../../kernel/ids.ts";
import { localDate } from "../../../kernel/wall-time.ts";
import { findPlace } from "../../../places/find-place.ts";
import type { PlaceIndex } from "../../../places/place-index.ts";
import { EMPTY_OWN_PLACE, type OwnPlaceForm } from "./own-place-form.ts";

/** What was just done, as the address says it. */
export const OWN_PLACES_DONE = ["saved", "renamed", "removed"] as const;

/** One of them. */
export type OwnPlacesDone = typeof OWN_PLACES_DONE[number];

/** A kept place, and whether there still is such a place. */
export interface ShownOwnPlace extends OwnPlace {
  isFound: boolean;
}

/** A name that was refused, at its place. */
export interface RefusedName {
  id: string;
  name: string;
  code: FieldErrorCode;
}

/** The page's data. */
export interface OwnPlacesData {
  places: readonly ShownOwnPlace[];
  form: OwnPlaceForm;
  refusedName: RefusedName | null;
  done: OwnPlacesDone | null;
  formToken: string;
  today: string;
}

/** Reads it. */
export async function ownPlacesData(
  deps: OwnPlaceReadDeps & { places: PlaceIndex; clock: Clock; randomBytes: RandomBytes },
  { person, session }: SignedInPerson,
  more: { done?: string | null; form?: OwnPlaceForm; refusedName?: RefusedName } = {},
): Promise<OwnPlacesData> {
  const [kept, formToken] = await Promise.all([
    ownPlacesOf(deps, person.id),
    makeFormToken(session, deps.randomBytes),
  ]);
  return {
    places: kept.map((place) => ({
      ...place,
      isFound: findPlace(deps.places, place.placeId) !== undefined,
    })),
    form: more.form ?? EMPTY_OWN_PLACE,
    refusedName: more.refusedName ?? null,
    done: OWN_PLACES_DONE.find((one) => one === more.done) ?? null,
    formToken,
    today: localDate(deps.clock.now()),
  };
}
