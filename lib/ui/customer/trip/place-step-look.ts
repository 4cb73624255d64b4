// What the step that asks for a place shows of where the places lie.
import type { Locale } from "../../../kernel/locale.ts";
import { districtAt } from "../../../places/district-at.ts";
import type { PlaceIndex } from "../../../places/place-index.ts";
import { streetsAround } from "../../../places/streets-around.ts";
import type { PlaceQuestionKind } from "./trip-questions.ts";

/** Districts by the places' ids, and the streets around the first of them. */
export interface PlaceStepLook {
  /** Absent where the place has none, or says it in its name. */
  districts: Readonly<Record<string, string>>;
  /** SVG path in STREETS_BOX; "" where we know no streets. */
  streets: string;
}

/** What our data says of the places of a question. */
export function placeStepLook(
  index: PlaceIndex,
  { places }: PlaceQuestionKind,
  locale: Locale,
): PlaceStepLook {
  const streets = places.filter(({ kind }) => kind === "street");
  const named = streets.map(({ id, point }) => [id, districtAt(index, point, locale)] as const);
  const [first] = places;
  return {
    districts: Object.fromEntries(named.filter(([, district]) => district !== "")),
    streets: first === undefined ? "" : streetsAround(index.streetLines, first.point),
  };
}
