// Vehicles and the people who drive them.

/** Vehicle classes, in the order customers see them. */
export const VEHICLE_CLASSES = ["standard", "premium", "van", "wheelchair"] as const;

/** What kind of vehicle a customer books. */
export type VehicleClass = typeof VEHICLE_CLASSES[number];

/** A value for every class, made one by one. */
export function byClass<Value>(
  valueOf: (vehicleClass: VehicleClass) => Value,
): Record<VehicleClass, Value> {
  const values: (VehicleClass | Value)[][] = VEHICLE_CLASSES.map((name) => [name, valueOf(name)]);
  return Object.fromEntries(values);
}

/** What a class carries at most, the driver not counted. */
export interface ClassCapacity {
  passengers: number;
  bags: number;
  /** Passengers seated in a wheelchair; a class that takes any is kept for them. */
  wheelchairs: number;
}

/** Seats of ordinary passengers that one wheelchair takes the place of, beside its own. */
const SEATS_PER_WHEELCHAIR = 1;

/** Most of each that a class carries. */
export const CLASS_CAPACITY: Readonly<Record<VehicleClass, ClassCapacity>> = {
  standard: { passengers: 4, bags: 3, wheelchairs: 0 },
  premium: { passengers: 3, bags: 3, wheelchairs: 0 },
  van: { passengers: 8, bags: 8, wheelchairs: 0 },
  wheelchair: { passengers: 6, bags: 4, wheelchairs: 2 },
};

/** Who and what comes along. */
export interface Party {
  passengers: number;
  /** All pieces, bulky ones too. */
  bags: number;
  wheelchairs: number;
}

/**
 * Whether a class carries the party. Vehicles for wheelchairs are few and kept for who needs one: without the need
 * they are no cheap six-seaters, with it nothing else fits.
 */
export function carries(vehicleClass: VehicleClass, party: Party): boolean {
  const capacity = CLASS_CAPACITY[vehicleClass];
  if ((capacity.wheelchairs > 0) !== (party.wheelchairs > 0)) return false;
  const seats = party.passengers + party.wheelchairs * SEATS_PER_WHEELCHAIR;
  return seats <= capacity.passengers && party.bags <= capacity.bags &&
    party.wheelchairs <= capacity.wheelchairs;
}

/** Id of a vehicle, for example `V07`. */
export type VehicleId = string & { readonly __brand: "VehicleId" };

/** Id of a driver, for example `D07`. */
export type DriverId = string & { readonly __brand: "DriverId" };

/** A vehicle of the fleet. */
export interface Vehicle {
  id: VehicleId;
  /** What dispatchers call it: "Bil 07". */
  name: string;
  vehicleClass: VehicleClass;
  registration: string;
  /** A vehicle that is out of traffic takes no new bookings. */
  inTraffic: boolean;
}

/** A driver of the fleet. */
export interface Driver {
  id: DriverId;
  name: string;
  /** Six-digit förarkod that identifies the driver on receipts (TSFS 2013:41). */
  driverCode: string;
  vehicleId: VehicleId;
}

/** Brands a string as VehicleId. */
export function vehicleId(id: string): VehicleId {
  return id as VehicleId;
}

/** Brands a string as DriverId. */
export function driverId(id: string): DriverId {
  return id as DriverId;
}
