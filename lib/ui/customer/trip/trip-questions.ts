// What the form must ask back before it can name a price: which place, which of two times.
import type { Place, Point } from "../../../places/place.ts";
import type { PickupTime } from "../../../kernel/wall-time.ts";

/** The fields that take a place: the ends of a trip, and the place somebody keeps. */
export type PlaceFieldName = "from" | "to" | "place";

/** A pickup time the clock skips or shows twice. */
export type PickupQuestionKind =
  | { kind: "gap"; asked: string; before: PickupTime; after: PickupTime }
  | { kind: "overlap"; asked: string; earlier: PickupTime; later: PickupTime };

/** Why a place is asked about. */
export type PlaceQuestionCode = "placeSeveral" | "placeGuess" | "placeArea" | "placeSpot";

/** Which place is meant, or where in it the car shall stop. */
export interface PlaceQuestionKind {
  code: PlaceQuestionCode;
  places: readonly Place[];
  /** The answer that asks for more places, "" when these are all. */
  moreId: string;
}

/** True for the codes of questions with places to choose from. */
export function isPlaceQuestion(code: string): code is PlaceQuestionCode {
  return ["placeSeveral", "placeGuess", "placeArea", "placeSpot"].includes(code);
}

/** Open questions by field. */
export interface TripQuestions {
  from?: PlaceQuestionKind;
  to?: PlaceQuestionKind;
  /** Where the map of an end opens when a pin is asked for. */
  pins?: { from?: Point; to?: Point };
  pickup?: PickupQuestionKind;
}
