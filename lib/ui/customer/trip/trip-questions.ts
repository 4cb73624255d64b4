// What the form must ask back before it can name a price: which place, which of two times.
import type { Place, Point } from "../../../places/place.ts";
import type { PickupTime } from "../../../kernel/wall-time.ts";

/** A pickup time the clock skips or shows twice. */
export type PickupQuestionKind =
  | { kind: "gap"; asked: string; before: PickupTime; after: PickupTime }
  | { kind: "overlap"; asked: string; earlier: PickupTime; later: PickupTime };

/** Open questions by field. */
export interface TripQuestions {
  from?: Place[];
  to?: Place[];
  /** Where the map of an end opens when a pin is asked for. */
  pins?: { from?: Point; to?: Point };
  pickup?: PickupQuestionKind;
}
