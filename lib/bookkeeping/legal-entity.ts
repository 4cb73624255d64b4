// Whose books something stands in: the permit holder of the vehicle that drove, or the company that runs the product.
import { type HolderId, holderId, type Vehicle, type VehicleId } from "../fleet/vehicle.ts";
import type { Fleet } from "../fleet/fleet-store.ts";

/** The company of the settings: the central, and the seller where it holds the permit. */
export const HOUSE: HolderId = holderId("house");

/** One legal entity with books of its own. */
export interface LegalEntity {
  id: HolderId;
  name: string;
  /** `559990-0015`; "" while nobody has said. */
  organisationNumber: string;
}

/** What is known of the company. */
export interface Company {
  companyName: string;
  companyNumber: string;
}

/** The company, then the permit holders with books of their own, by id. */
export function legalEntities(
  { companyName, companyNumber }: Company,
  { holders }: Pick<Fleet, "holders">,
): [LegalEntity, ...LegalEntity[]] {
  const house = { id: HOUSE, name: companyName, organisationNumber: companyNumber };
  const others = holders.filter(({ organisationNumber }) => organisationNumber !== companyNumber);
  return [
    house,
    ...others.map(({ id, name, organisationNumber }) => ({
      id,
      name,
      organisationNumber,
    })),
  ];
}

/** Whose books a ride of a vehicle stands in. */
export function entityOf(
  vehicleId: VehicleId,
  company: Company,
  fleet: { vehicles: readonly Pick<Vehicle, "id" | "holderId">[] } & Pick<Fleet, "holders">,
): HolderId {
  const holder = fleet.vehicles.find(({ id }) => id === vehicleId)?.holderId ?? "";
  return legalEntities(company, fleet).find(({ id }) => id === holder)?.id ?? HOUSE;
}
