// The places somebody keeps, as a place field offers them.
import type { OwnPlace, OwnPlaceKind } from "../../../accounts/own-place.ts";
import { type OwnPlaceReadDeps, ownPlacesOf } from "../../../accounts/own-place-store.ts";
import type { SignedInPerson } from "../../../accounts/session.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { findPlace } from "../../../places/find-place.ts";
import type { PlaceIndex } from "../../../places/place-index.ts";
import type { LimitStore } from "../../../privacy/limit-store.ts";
import type { IconName } from "../../parts/icon-names.ts";
import { offered, type OfferedPlace } from "./recent-places.ts";

/** The icon of each kind. */
export const OWN_PLACE_ICONS: Readonly<Record<OwnPlaceKind, IconName>> = {
  home: "house",
  work: "briefcase",
  named: "star",
};

/** What a kept place is called: home and work in the language of the page. */
export function ownPlaceName(locale: Locale, { kind, name }: Pick<OwnPlace, "kind" | "name">) {
  return kind === "named" ? name : textsFor(locale).ownPlaces.kinds[kind];
}

/** The places of who is signed in; none for a guest or where they are restricted, and none that our map no longer has. */
export async function ownPlaceOffers(
  deps: OwnPlaceReadDeps & { places: PlaceIndex; limits: Pick<LimitStore, "mayUseOf"> },
  signedIn: SignedInPerson | null,
  locale: Locale,
): Promise<OfferedPlace[]> {
  if (signedIn === null) return [];
  if (!await deps.limits.mayUseOf(signedIn.person.id, "own-places")) return [];
  const kept = await ownPlacesOf(deps, signedIn.person.id);
  return kept.flatMap((own) => {
    const place = findPlace(deps.places, own.placeId, locale);
    if (place === undefined) return [];
    const { id, kind, kindWord, name, area } = offered(place);
    const called = { name: ownPlaceName(locale, own), icon: OWN_PLACE_ICONS[own.kind] };
    return [{ id, kind, kindWord, name, area, words: own.words, own: called }];
  });
}
