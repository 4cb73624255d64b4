// The families of vehicles, permit holders, drivers and reservations.
import { family } from "../kv/family.ts";
import { type DriverCheck, driverCheckShape, MOST_YEARS } from "./driver-check.ts";
import {
  driverShape,
  holderShape,
  outagesShape,
  vehicleDayShape,
  vehicleShape,
} from "./fleet-shapes.ts";
import type { VehicleOutages } from "./outage.ts";
import type { PermitHolder } from "./permit-holder.ts";
import type { Driver, DriverId, HolderId, Vehicle, VehicleId } from "./vehicle.ts";
import { sealedDriver, sealedHolder, sealedOutages } from "./sealed-fleet.ts";
import { storedDriver, storedHolder, storedVehicle, storedVehicleDay } from "./stored-fleet.ts";
import type { VehicleDay } from "./vehicle-day.ts";

const DAY_MS = 24 * 60 * 60_000;

/** How long after its end it is shown that a paper was looked at, in ms: a year. */
const CHECK_KEPT_MS = 365 * DAY_MS;

/** How long after the day it is kept which car drove when, in ms: a year, as working time must be shown (tidbok). */
export const DUTY_KEPT_MS = 367 * DAY_MS;

/** How far ahead a reservation is made at most, in ms. */
const AHEAD_MS = 367 * DAY_MS;

/** Families of this room. */
export const fleetKeys = {
  vehicle: family<[id: VehicleId], Vehicle>("vehicle", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    stored: storedVehicle,
    shape: vehicleShape,
  }),
  permitHolder: family<[id: HolderId], PermitHolder>("permitHolder", {
    privacy: "C2",
    subject: "permit holder",
    kept: { until: "erased" },
    stored: storedHolder,
    sealed: sealedHolder,
    shape: holderShape,
  }),
  driver: family<[id: DriverId], Driver>("driver", {
    privacy: "C2",
    subject: "driver",
    kept: { until: "erased" },
    stored: storedDriver,
    sealed: sealedDriver,
    shape: driverShape,
  }),
  /** Which of a driver's papers were looked at, when and by whom; never what stands in them. */
  driverCheck: family<[id: DriverId, check: string], DriverCheck>("driverCheck", {
    privacy: "C2",
    subject: "driver",
    kept: { until: "expiry", atMostMs: (MOST_YEARS + 1) * 366 * DAY_MS },
    endsMs: ({ goodUntil }) => Date.parse(`${goodUntil}T00:00:00Z`) + CHECK_KEPT_MS,
    unsealed: "keyed marks, ids and times only",
    shape: driverCheckShape,
  }),
  /** One vehicle's reservations that touch one UTC day; the double-booking guard. */
  vehicleDay: family<[day: string, id: VehicleId], VehicleDay>("vehicleDay", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "expiry", atMostMs: AHEAD_MS + DUTY_KEPT_MS },
    endsMs: (_, [, day]) => Date.parse(`${String(day)}T00:00:00Z`) + DUTY_KEPT_MS,
    stored: storedVehicleDay,
    shape: vehicleDayShape,
  }),
  /** When a vehicle is out of traffic; every reservation checks that it has not been taken out meanwhile. */
  vehicleOutages: family<[id: VehicleId], VehicleOutages>("vehicleOutages", {
    privacy: "C2",
    subject: "operator",
    kept: { until: "erased" },
    sealed: sealedOutages,
    shape: outagesShape,
  }),
} as const;
