// The tables of the fleet: permit holders, vehicles, drivers.
import { HOLDER_KINDS, type HolderKind, type PermitHolder } from "../fleet/permit-holder.ts";
import {
  CLASS_CAPACITY,
  type Driver,
  driverId,
  EQUIPMENT_KINDS,
  type EquipmentKind,
  holderId,
  type Vehicle,
  VEHICLE_CLASSES,
  VEHICLE_REGIMES,
  type VehicleClass,
  vehicleId,
  type VehicleRegime,
} from "../fleet/vehicle.ts";
import {
  count,
  counted,
  date,
  driverCode,
  email,
  id,
  ids,
  licence,
  line,
  option,
  organisationNumber,
  partsOf,
  phone,
  plate,
  yesOrNo,
} from "./cells.ts";
import { cell, type Cells, type Column, type Table } from "./table.ts";

/** Longest name and note, in characters. */
const [MAX_NAME, MAX_NOTE] = [80, 200];
/** Longest number of a permit: Transportstyrelsen says no form for it. */
const MAX_PERMIT = 30;
/** Most seats, and most pieces of one kind of equipment. */
const [MAX_SEATS, MAX_PIECES] = [60, 9];

const ID: Column = { name: "id", read: id, isRequired: true };
const NAME: Column = { name: "name", read: line(MAX_NAME), isRequired: true };
const IN_SERVICE: readonly Column[] = [{ name: "from", read: date }, { name: "until", read: date }];

/** Permit holders. */
export const HOLDER_TABLE: Table<PermitHolder> = {
  kind: "permit-holders",
  columns: [
    ID,
    NAME,
    { name: "organisationNumber", read: organisationNumber, isRequired: true },
    { name: "kind", read: option(HOLDER_KINDS), isRequired: true },
    { name: "permitNumber", read: line(MAX_PERMIT) },
    { name: "contact", read: line(MAX_NAME) },
    { name: "phone", read: phone },
    { name: "email", read: email },
    ...IN_SERVICE,
  ],
  plain: () => ({ permitNumber: "", contact: "", phone: "", email: "", from: "", until: "" }),
  cellsOf: (holder) => ({ ...holder }),
  rowOf: (cells) => ({
    id: holderId(cell(cells, "id")),
    name: cell(cells, "name"),
    organisationNumber: cell(cells, "organisationNumber"),
    kind: cell(cells, "kind") as HolderKind,
    permitNumber: cell(cells, "permitNumber"),
    contact: cell(cells, "contact"),
    phone: cell(cells, "phone"),
    email: cell(cells, "email"),
    ...inServiceOf(cells),
  }),
  ends: "until",
};

/** Vehicles. */
export const VEHICLE_TABLE: Table<Vehicle> = {
  kind: "vehicles",
  columns: [
    ID,
    NAME,
    { name: "number", read: line(10) },
    { name: "class", read: option(VEHICLE_CLASSES), isRequired: true },
    { name: "plate", read: plate, isRequired: true },
    { name: "permitHolder", read: id },
    { name: "phone", read: phone },
    { name: "seats", read: count(1, MAX_SEATS), isNeverEmpty: true },
    { name: "wheelchairs", read: count(0, MAX_SEATS), isNeverEmpty: true },
    { name: "equipment", read: counted(EQUIPMENT_KINDS, MAX_PIECES) },
    { name: "inTraffic", read: yesOrNo, isNeverEmpty: true },
    { name: "regime", read: option(VEHICLE_REGIMES), isNeverEmpty: true },
    ...IN_SERVICE,
  ],
  plain: (cells) => {
    const capacity = CLASS_CAPACITY[cell(cells, "class") as VehicleClass];
    return {
      number: /\d+$/.exec(cell(cells, "name"))?.[0] ?? "",
      ...{ permitHolder: "", phone: "", equipment: "", inTraffic: "yes", from: "", until: "" },
      regime: "meter",
      seats: String(capacity?.passengers ?? ""),
      wheelchairs: String(capacity?.wheelchairs ?? ""),
    };
  },
  cellsOf: (vehicle) => ({
    id: vehicle.id,
    name: vehicle.name,
    number: vehicle.number,
    class: vehicle.vehicleClass,
    plate: vehicle.registration,
    permitHolder: vehicle.holderId,
    phone: vehicle.phone,
    seats: String(vehicle.seats),
    wheelchairs: String(vehicle.wheelchairs),
    equipment: vehicle.equipment.map(({ kind, count }) => `${kind} ${count}`).join(", "),
    inTraffic: vehicle.inTraffic ? "yes" : "no",
    regime: vehicle.regime,
    from: vehicle.from,
    until: vehicle.until,
  }),
  rowOf: (cells) => ({
    id: vehicleId(cell(cells, "id")),
    name: cell(cells, "name"),
    number: cell(cells, "number"),
    vehicleClass: cell(cells, "class") as VehicleClass,
    registration: cell(cells, "plate"),
    holderId: cell(cells, "permitHolder") === "" ? "" : holderId(cell(cells, "permitHolder")),
    // A table says who holds the permit now; who did before is put beside it when it is written.
    formerHolders: [],
    phone: cell(cells, "phone"),
    seats: Number(cell(cells, "seats")),
    wheelchairs: Number(cell(cells, "wheelchairs")),
    equipment: partsOf(cell(cells, "equipment")).map((part) => {
      const [kind = "", pieces = ""] = part.split(" ");
      return { kind: kind as EquipmentKind, count: Number(pieces) };
    }),
    inTraffic: cell(cells, "inTraffic") === "yes",
    regime: cell(cells, "regime") as VehicleRegime,
    ...inServiceOf(cells),
  }),
  ends: "until",
};

/** Drivers. */
export const DRIVER_TABLE: Table<Driver> = {
  kind: "drivers",
  columns: [
    ID,
    NAME,
    { name: "driverCode", read: driverCode, isRequired: true },
    { name: "vehicle", read: id, isRequired: true },
    { name: "otherVehicles", read: ids },
    { name: "phone", read: phone },
    { name: "licence", read: licence },
    { name: "note", read: line(MAX_NOTE) },
    ...IN_SERVICE,
  ],
  plain: () => ({ otherVehicles: "", phone: "", licence: "", note: "", from: "", until: "" }),
  cellsOf: (driver) => ({
    id: driver.id,
    name: driver.name,
    driverCode: driver.driverCode,
    vehicle: driver.vehicleId,
    otherVehicles: driver.otherVehicleIds.join(", "),
    phone: driver.phone,
    licence: driver.licence,
    note: driver.note,
    from: driver.from,
    until: driver.until,
  }),
  rowOf: (cells) => ({
    id: driverId(cell(cells, "id")),
    name: cell(cells, "name"),
    driverCode: cell(cells, "driverCode"),
    vehicleId: vehicleId(cell(cells, "vehicle")),
    otherVehicleIds: partsOf(cell(cells, "otherVehicles")).map(vehicleId),
    phone: cell(cells, "phone"),
    licence: cell(cells, "licence"),
    note: cell(cells, "note"),
    ...inServiceOf(cells),
  }),
  ends: "until",
};

function inServiceOf(cells: Cells) {
  return { from: cell(cells, "from"), until: cell(cells, "until") };
}
