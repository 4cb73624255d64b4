// What stored vehicles, drivers, permit holders, reservations and outages look like.
import { flag, instant, listOf, number, orNull, record, text, word } from "../kernel/shape.ts";
import type { Outage, OutageChange, VehicleOutages } from "./outage.ts";
import { HOLDER_KINDS, type PermitHolder } from "./permit-holder.ts";
import {
  type Driver,
  type Equipment,
  EQUIPMENT_KINDS,
  type FormerHolder,
  type InService,
  type Vehicle,
  VEHICLE_CLASSES,
  VEHICLE_REGIMES,
} from "./vehicle.ts";
import type { Span, VehicleDay } from "./vehicle-day.ts";

const inService: { [Field in keyof InService]: typeof text } = { from: text, until: text };

/** A vehicle. */
export const vehicleShape = record<Vehicle>({
  ...inService,
  id: text,
  name: text,
  number: text,
  vehicleClass: word(VEHICLE_CLASSES),
  registration: text,
  holderId: text,
  formerHolders: listOf(record<FormerHolder>({ holderId: text, until: instant })),
  phone: text,
  seats: number,
  wheelchairs: number,
  equipment: listOf(record<Equipment>({ kind: word(EQUIPMENT_KINDS), count: number })),
  inTraffic: flag,
  regime: word(VEHICLE_REGIMES),
});

/** A driver. */
export const driverShape = record<Driver>({
  ...inService,
  id: text,
  name: text,
  driverCode: text,
  vehicleId: text,
  otherVehicleIds: listOf(text),
  phone: text,
  licence: text,
  note: text,
});

/** A permit holder. */
export const holderShape = record<PermitHolder>({
  ...inService,
  id: text,
  name: text,
  organisationNumber: text,
  kind: word(HOLDER_KINDS),
  permitNumber: text,
  contact: text,
  phone: text,
  email: text,
});

/** A vehicle's reservations of a day. */
export const vehicleDayShape = record<VehicleDay>({
  spans: listOf(record<Span>({ bookingId: text, startMs: number, endMs: number })),
});

const outage = record<Outage>({
  id: text,
  startMs: number,
  endMs: orNull(number),
  reason: text,
  by: text,
});

/** A vehicle's outages. */
export const outagesShape = record<VehicleOutages>({ outages: listOf(outage) });

/** What an act did to an outage. */
export const outageChangeShape = record<OutageChange>({
  vehicleId: text,
  outageId: text,
  before: orNull(outage),
  after: orNull(outage),
});
