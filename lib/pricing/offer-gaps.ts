// Vehicle classes the product knows but cannot sell: what an existing database lacks after one was added.
import { type Vehicle, VEHICLE_CLASSES, type VehicleClass } from "../fleet/vehicle.ts";
import type { Tariff } from "./tariff.ts";

/** A class nobody can buy, and what is missing. */
export interface OfferGap {
  vehicleClass: VehicleClass;
  lacks: ("tariff" | "vehicle")[];
}

/** The classes without rates in the tariff in force (null: there is none) or without a vehicle in traffic. */
export function offerGaps(
  tariff: Pick<Tariff, "rates"> | null,
  vehicles: readonly Pick<Vehicle, "vehicleClass" | "inTraffic">[],
): OfferGap[] {
  return VEHICLE_CLASSES.map((vehicleClass): OfferGap => {
    const hasVehicle = vehicles.some((one) => one.inTraffic && one.vehicleClass === vehicleClass);
    return {
      vehicleClass,
      lacks: [
        ...(tariff?.rates[vehicleClass] === undefined ? ["tariff" as const] : []),
        ...(hasVehicle ? [] : ["vehicle" as const]),
      ],
    };
  }).filter(({ lacks }) => lacks.length > 0);
}
