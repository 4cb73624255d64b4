// The demo fleet: permit holders, vehicles of every class and their drivers. No number is of a real car or company.
import type { PermitHolder } from "../../lib/fleet/permit-holder.ts";
import {
  type Driver,
  driverId,
  holderId,
  plainDriver,
  plainVehicle,
  type Vehicle,
  VEHICLE_CLASSES,
  type VehicleClass,
  vehicleId,
} from "../../lib/fleet/vehicle.ts";

/** How many vehicles of each class. */
const COUNTS: Readonly<Record<VehicleClass, number>> = {
  standard: 16,
  premium: 5,
  van: 6,
  wheelchair: 3,
};

const NAMES = [
  "Amir Rahimi",
  "Nadia Haddad",
  "Petter Lundin",
  "Elin Forsberg",
  "Yusuf Demir",
  "Karin Åhlund",
  "Mikael Öst",
  "Sara Lindgren",
  "Bashir Noor",
  "Johanna Ek",
  "Tomas Wik",
  "Leila Farah",
  "Anders Holm",
  "Mona Sjöberg",
  "Daniel Kask",
  "Ingrid Vall",
  "Omar Saleh",
  "Jenny Palm",
  "Goran Petrović",
  "Åsa Norling",
  "Viktor Brandt",
  "Hanna Ström",
  "Ali Rezaei",
  "Maria Dahl",
  "Robert Hed",
  "Fatima Aziz",
  "Lars Boman",
  "Emma Rask",
  "Henrik Falk",
  "Zara Nilsson",
];

/** The companies the vehicles are driven under, `H1` …. */
export const DEMO_HOLDERS: readonly PermitHolder[] = [
  { name: "Avanti Trafik AB", organisationNumber: "559990-0015", contact: "Karin Åhlund" },
  { name: "Västra Hamnens Taxi AB", organisationNumber: "559990-0023", contact: "Omar Saleh" },
  { name: "Öst & Söner Åkeri AB", organisationNumber: "559990-0031", contact: "Mikael Öst" },
].map((known, i) => ({
  id: holderId(`H${i + 1}`),
  ...{ kind: "limited-company", permitNumber: `TT-10000${i + 1}`, phone: "", email: "" },
  ...{ from: "", until: "" },
  ...known,
}));

/** The vehicles, `V01` … in class order. */
export const DEMO_VEHICLES: readonly Vehicle[] = VEHICLE_CLASSES
  .flatMap((vehicleClass) => Array.from({ length: COUNTS[vehicleClass] }, () => vehicleClass))
  .map((vehicleClass, i) =>
    plainVehicle({
      id: vehicleId(`V${number(i)}`),
      name: `Bil ${number(i)}`,
      vehicleClass,
      registration: `AVT ${100 + i * 7}`,
      inTraffic: true,
    })
  )
  .map((vehicle, i) => ({
    ...vehicle,
    holderId: DEMO_HOLDERS[i % DEMO_HOLDERS.length]?.id ?? "",
  }));

/** One driver a vehicle, `D01` …. */
export const DEMO_DRIVERS: readonly Driver[] = DEMO_VEHICLES.map((vehicle, i) =>
  plainDriver({
    id: driverId(`D${number(i)}`),
    name: NAMES[i] ?? `Förare ${number(i)}`,
    driverCode: String(100_000 + i * 7_919).slice(0, 6),
    vehicleId: vehicle.id,
  })
);

function number(i: number): string {
  return String(i + 1).padStart(2, "0");
}
