// Where the pages of permit holders, vehicles and drivers stand.
import type { FleetKind } from "../../../board/fleet-kinds.ts";
import { paths } from "../../../kernel/paths.ts";

/** Addresses of each kind. */
export const FLEET_PATHS = {
  "permit-holders": {
    list: paths.adminPermitHolders,
    one: paths.adminPermitHolder,
    add: paths.adminNewPermitHolder,
  },
  vehicles: { list: paths.adminVehicles, one: paths.adminVehicle, add: paths.adminNewVehicle },
  drivers: { list: paths.adminDrivers, one: paths.adminDriver, add: paths.adminNewDriver },
} as const satisfies Record<FleetKind, unknown>;
