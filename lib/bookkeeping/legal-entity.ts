// Whose books something stands in: the permit holder of the vehicle that drove, or the company that runs the product.
import { holderAt, type HolderId, holderId, type VehicleId } from "../fleet/vehicle.ts";
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

/**
 * The company, then the permit holders with books of their own, by id. One with the company's number is the company, unless
 * something stands in its own books from before that was said.
 */
export function legalEntities(
  { companyName, companyNumber }: Company,
  { holders }: Pick<Fleet, "holders">,
  withBooks: ReadonlySet<HolderId> = new Set(),
): [LegalEntity, ...LegalEntity[]] {
  const house = { id: HOUSE, name: companyName, organisationNumber: companyNumber };
  const others = holders.filter(({ id, organisationNumber }) =>
    organisationNumber !== companyNumber || withBooks.has(id)
  );
  return [
    house,
    ...others.map(({ id, name, organisationNumber }) => ({
      id,
      name,
      organisationNumber,
    })),
  ];
}

/** Whose books a ride of a vehicle stands in: of who held its permit when it happened, whoever does now. */
export function entityOf(
  { vehicleId, at }: { vehicleId: VehicleId; at: string },
  company: Company,
  fleet: Pick<Fleet, "vehicles" | "holders">,
): HolderId {
  const vehicle = fleet.vehicles.find(({ id }) => id === vehicleId);
  const holder = vehicle === undefined ? "" : holderAt(vehicle, at);
  return legalEntities(company, fleet).find(({ id }) => id === holder)?.id ?? HOUSE;
}
