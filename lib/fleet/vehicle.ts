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

/** Id of a permit holder, for example `H01`. */
export type HolderId = string & { readonly __brand: "HolderId" };

/** What a vehicle may have with it, in the order people read it. */
export const EQUIPMENT_KINDS = [
  "infant-seat",
  "child-seat",
  "booster",
  "tail-lift",
  "stretcher",
  "alcolock",
] as const;

/** Something a vehicle has with it. */
export type EquipmentKind = typeof EQUIPMENT_KINDS[number];

/** How many of a kind; a kind that is not listed is not there. */
export interface Equipment {
  kind: EquipmentKind;
  count: number;
}

/** The local dates between which something is in service, both inclusive; "" is an open end. */
export interface InService {
  from: string;
  until: string;
}

/**
 * How what its rides cost is registered: by a taximeter, or, in a vehicle without one, by the booking centre that sells them
 * beforehand at a fixed price (taxitrafiklagen 2012:211; TSFS 2020:4). The first is the rule.
 */
export const VEHICLE_REGIMES = ["meter", "fixed-price"] as const;

/** One of them. */
export type VehicleRegime = typeof VEHICLE_REGIMES[number];

/** True when its driver may be paid: without a meter all money goes to the booking centre. */
export function mayTakeMoney({ regime }: Pick<Vehicle, "regime">): boolean {
  return regime === "meter";
}

/** Who held the permit a vehicle was driven under, and until when. */
export interface FormerHolder {
  /** "" where nobody had said. */
  holderId: HolderId | "";
  /** The instant, in UTC, from which another did. */
  until: string;
}

/** A vehicle of the fleet. */
export interface Vehicle extends InService {
  id: VehicleId;
  /** What dispatchers call it: "Bil 07". */
  name: string;
  /** What is painted on it, "" for nothing. */
  number: string;
  vehicleClass: VehicleClass;
  registration: string;
  /** Who holds the permit it is driven under (taxitrafiktillstånd); "" while nobody has said. */
  holderId: HolderId | "";
  /** Before that, the earliest first: what a vehicle drove under them stays theirs. */
  formerHolders: readonly FormerHolder[];
  /** E.164; "" when the company's number is the one to call. */
  phone: string;
  /** Passengers, the driver not counted. */
  seats: number;
  /** Of them, at most so many seated in a wheelchair. */
  wheelchairs: number;
  /** In the order of EQUIPMENT_KINDS. */
  equipment: readonly Equipment[];
  /** A vehicle that is out of traffic for a while takes no new bookings. */
  inTraffic: boolean;
  regime: VehicleRegime;
}

/** A driver of the fleet. */
export interface Driver extends InService {
  id: DriverId;
  name: string;
  /** Six-digit förarkod that identifies the driver on receipts (TSFS 2013:41). */
  driverCode: string;
  /** The vehicle they usually drive. */
  vehicleId: VehicleId;
  /** Others they may drive, by id. */
  otherVehicleIds: readonly VehicleId[];
  /** E.164, "" when none. */
  phone: string;
  /** Number of the taxiförarlegitimation, "" while nobody has said. Never a personnummer. */
  licence: string;
  /** What dispatchers should know. */
  note: string;
}

/** The vehicle with what nobody has said of it yet: the number in its name, open dates, room as its class promises. */
export function plainVehicle(
  known: Pick<Vehicle, "id" | "name" | "vehicleClass" | "registration" | "inTraffic">,
): Vehicle {
  const { passengers, wheelchairs } = CLASS_CAPACITY[known.vehicleClass];
  return {
    ...{ holderId: "", formerHolders: [], phone: "", equipment: [], from: "", until: "" },
    ...{ number: /\d+$/.exec(known.name)?.[0] ?? "", seats: passengers, wheelchairs },
    regime: "meter",
    ...known,
  };
}

/** The driver with what nobody has said of them yet. */
export function plainDriver(
  known: Pick<Driver, "id" | "name" | "driverCode" | "vehicleId">,
): Driver {
  return { otherVehicleIds: [], phone: "", licence: "", note: "", from: "", until: "", ...known };
}

/** Most former permit holders a vehicle remembers: one a month for twenty years. */
const MAX_FORMER_HOLDERS = 240;

/** A vehicle as a load makes it at an instant, with who held its permit before. */
export function withFormerHolder(row: Vehicle, before: Vehicle | null, at: string): Vehicle {
  if (before === null) return row;
  const { holderId, formerHolders } = before;
  if (row.holderId === holderId) return { ...row, formerHolders };
  const known = [...formerHolders, { holderId, until: at }];
  return { ...row, formerHolders: known.slice(-MAX_FORMER_HOLDERS) };
}

/** Who held the permit of a vehicle at an instant. */
export function holderAt(
  { holderId, formerHolders }: Pick<Vehicle, "holderId" | "formerHolders">,
  at: string,
): HolderId | "" {
  const moment = Temporal.Instant.from(at);
  const former = formerHolders.find(({ until }) =>
    Temporal.Instant.compare(moment, Temporal.Instant.from(until)) < 0
  );
  return former === undefined ? holderId : former.holderId;
}

/** True when it is in service on a local date. */
export function isInService({ from, until }: InService, date: string): boolean {
  return from <= date && (until === "" || date <= until);
}

/** Brands a string as HolderId. */
export function holderId(id: string): HolderId {
  return id as HolderId;
}

/** Brands a string as VehicleId. */
export function vehicleId(id: string): VehicleId {
  return id as VehicleId;
}

/** Brands a string as DriverId. */
export function driverId(id: string): DriverId {
  return id as DriverId;
}
