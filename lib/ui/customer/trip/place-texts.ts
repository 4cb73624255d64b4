// What the list of a place field says.
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";

/**
 * What the list says: the words for kinds of places, and its own. What two islands shared would be sent in a form
 * that takes a script of its own to read, so each has a copy.
 */
export function placeTexts(locale: Locale) {
  const { near: _near, middleOf: _middleOf, crossing: _crossing, centreOf: _centreOf, ...others } =
    textsFor(locale).trip.place;
  const {
    districtCentreOf: _districtCentreOf,
    stopsHalfway: _stopsHalfway,
    unnamed: _unnamed,
    chooseOnMap: _chooseOnMap,
    ...shown
  } = others;
  return { ...shown, found: { ...shown.found } };
}
