// A trip as it was asked for: from where to where, when, for how many.
import type { PickupTime } from "../kernel/wall-time.ts";
import type { Stop } from "../places/place.ts";

/** Extras a customer asks for. */
export interface Extras {
  childSeats: number;
  pets: number;
  extraLuggage: number;
}

/** What the customer asked a price for. */
export interface TripRequest {
  from: Stop;
  to: Stop;
  pickup: PickupTime;
  passengers: number;
  bags: number;
  /** How many of the passengers travel seated in their wheelchair. */
  wheelchairs: number;
  extras: Extras;
}
