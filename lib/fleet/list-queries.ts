// The list queries of the fleet: which index each walks, how far, and for whom.
import type { ListQuery } from "../kv/list-query.ts";
import { MAX_CHECKS_OF_DRIVER, MAX_DRIVER_CHECKS } from "./driver-check-store.ts";
import { fleetKeys } from "./keys.ts";
import { MAX_DRIVERS, MAX_VEHICLES } from "./fleet-limits.ts";
import { MAX_OWN_OUTAGES } from "./own-data.ts";

/** The queries. */
export const fleetQueries: readonly ListQuery[] = [
  {
    name: "fleet",
    at: "lib/fleet/fleet-store.ts #list",
    walks: null,
    by: "",
    order: "up",
    most: MAX_DRIVERS,
    asks: "whatever needs the fleet: kept in memory",
  },
  {
    name: "rows by vehicle",
    at: "lib/fleet/read-by-vehicle.ts readByVehicle",
    walks: null,
    by: "a day, or all",
    order: "up",
    most: MAX_VEHICLES,
    asks: "the search for a free vehicle, the cars' timeline",
  },
  {
    name: "reservations around",
    at: "lib/fleet/vehicle-reservations.ts reservationsAround",
    walks: fleetKeys.vehicleDay,
    by: "a day",
    order: "up",
    most: MAX_VEHICLES,
    asks: "candidates for a trip, the cars' timeline",
  },
  {
    name: "checks of a driver",
    at: "lib/fleet/driver-check-store.ts of",
    walks: fleetKeys.driverCheck,
    by: "a driver",
    order: "down",
    most: MAX_CHECKS_OF_DRIVER,
    asks: "operators, a driver who asks for their data",
  },
  {
    name: "checks of drivers",
    at: "lib/fleet/driver-check-store.ts all",
    walks: fleetKeys.driverCheck,
    by: "",
    order: "up",
    most: MAX_DRIVER_CHECKS,
    asks: "the list of drivers, which says whose papers run out",
  },
  {
    name: "own outages",
    at: "lib/fleet/own-data.ts fleetOwnData",
    walks: fleetKeys.vehicleOutages,
    by: "",
    order: "up",
    most: MAX_OWN_OUTAGES,
    asks: "somebody of the staff who asks for their data",
    exception:
      "everybody's rows are gone through when one of the staff asks for their data: some times a year, a part at a time",
  },
];
