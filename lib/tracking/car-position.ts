// Where a car was when its driver's device measured it.
import type { VehicleClass, VehicleId } from "../fleet/vehicle.ts";
import type { Point } from "../places/place.ts";

/** A position. */
export interface CarPosition extends Point {
  vehicleId: VehicleId;
  vehicleClass: VehicleClass;
  /** Who drives it: a driver whose identity is protected is found by nobody. */
  driverId: string;
  /** False while its driver is not at work: it is then found by nobody. */
  isOnDuty: boolean;
  /** When the device measured it, by the device's clock, in epoch milliseconds. */
  measuredMs: number;
}

/** Where cars of ours are: Sweden and what borders on it, in degrees. */
const SOUTH_WEST: Point = { lat: 54, lng: 9 };
const NORTH_EAST: Point = { lat: 70, lng: 26 };

/** True where a car of ours can be; everything else is a device that is wrong. */
export function isOnMap({ lat, lng }: Point): boolean {
  return lat >= SOUTH_WEST.lat && lat <= NORTH_EAST.lat && lng >= SOUTH_WEST.lng &&
    lng <= NORTH_EAST.lng;
}
