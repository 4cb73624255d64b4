// What is wrong with a field of the trip form, with what there is to choose from.
import type { Checked, FieldError } from "../forms/field-error.ts";
import type { PickupTime } from "../kernel/wall-time.ts";
import type { Place } from "../places/place.ts";

/** A field of the trip form that needs another look. */
export interface TripFieldError extends FieldError {
  /** Places to choose from when the words fit several. */
  places?: readonly Place[];
  /** The place that was meant and whose point is not known well enough: where a map should open. */
  near?: Place;
  /** Sent as the place id it asks for more places of the same kind; absent when these are all. */
  moreId?: string;
  /** Pickup times to choose from on a change night. */
  pickups?: readonly PickupTime[];
}

/** A checked part of a trip, or what is wrong with it. */
export type CheckedTrip<Value> = Checked<Value, TripFieldError>;
