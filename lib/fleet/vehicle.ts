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

/** Most people and bags a class carries, the driver not counted. */
export const CLASS_CAPACITY: Readonly<Record<VehicleClass, { passengers: number; bags: number }>> =
  {
    standard: { passengers: 4, bags: 3 },
    premium: { passengers: 3, bags: 3 },
    van: { passengers: 8, bags: 8 },
    wheelchair: { passengers: 6, bags: 4 },
  };

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
