// Rows of the fleet that an earlier release wrote: a new field gets its value on old rows here.
import type { AnyVersion } from "../kernel/any-version.ts";
import type { StoredForm } from "../kv/family.ts";
import type { PermitHolder } from "./permit-holder.ts";
import { type Driver, plainDriver, plainVehicle, type Vehicle } from "./vehicle.ts";
import type { Span, VehicleDay } from "./vehicle-day.ts";

type StoredVehicle = AnyVersion<
  Vehicle,
  "id" | "name" | "vehicleClass" | "registration" | "inTraffic"
>;
type StoredHolder = AnyVersion<
  PermitHolder,
  "id" | "name" | "organisationNumber" | "kind" | "from" | "until"
>;
type StoredDriver = AnyVersion<Driver, "id" | "name" | "driverCode" | "vehicleId">;
type StoredSpan = AnyVersion<Span, "bookingId" | "startMs" | "endMs">;
type StoredDay = AnyVersion<Omit<VehicleDay, "spans">, never> & { spans: StoredSpan[] };

/** Raised with every change of a stored shape of this room; all its rows carry it. */
const VERSION = 4;

/** How rows of vehicles are read. */
export const storedVehicle: StoredForm<Vehicle> = {
  version: VERSION,
  upgrade: (row) => vehicleOfToday(row as StoredVehicle),
};

/** How rows of permit holders are read. */
export const storedHolder: StoredForm<PermitHolder> = {
  version: VERSION,
  upgrade: (row) => holderOfToday(row as StoredHolder),
};

/** How rows of drivers are read. */
export const storedDriver: StoredForm<Driver> = {
  version: VERSION,
  upgrade: (row) => driverOfToday(row as StoredDriver),
};

/** How rows of vehicle days are read. */
export const storedVehicleDay: StoredForm<VehicleDay> = {
  version: VERSION,
  upgrade: (row) => dayOfToday(row as StoredDay),
};

/** Version 4 brought vehicles without a meter; those of before have one. */
function vehicleOfToday(row: StoredVehicle): Vehicle {
  return { ...plainVehicle(row), ...row };
}

function driverOfToday(row: StoredDriver): Driver {
  return { ...plainDriver(row), ...row };
}

/** Version 3 brought the permit's number and whom to ask. */
function holderOfToday(row: StoredHolder): PermitHolder {
  return { permitNumber: "", contact: "", phone: "", email: "", ...row };
}

function dayOfToday(row: StoredDay): VehicleDay {
  return { ...row, spans: row.spans.map(spanOfToday) };
}

function spanOfToday(row: StoredSpan): Span {
  return { ...row };
}
