// What an operator wishes to be another about a booking.
import type { Contact } from "../booking/booking.ts";
import type { VehicleClass } from "../fleet/vehicle.ts";
import type { PickupTime } from "../kernel/wall-time.ts";
import type { Stop } from "../places/place.ts";
import type { Extras } from "../trip/trip.ts";

/** Only what is there is changed. */
export interface TripChange {
  from?: Stop;
  to?: Stop;
  pickup?: PickupTime;
  passengers?: number;
  bags?: number;
  wheelchairs?: number;
  extras?: Partial<Extras>;
  vehicleClass?: VehicleClass;
  contact?: Partial<Contact>;
  flightNumber?: string;
  note?: string;
}

/** How the changed trip is priced. */
export interface PriceWish {
  /** The tariff of the first price, unless the operator says today's. */
  tariff: "original" | "new";
  /** Why the former price stands all the same, or null. */
  keepReason: string | null;
}
