// A file of each kind to begin with: a small company that can be loaded as it stands, in the order of the kinds.
import { cellsFile, type ExportedFile } from "./export-setup.ts";
import { COLUMNS } from "./raw-rows.ts";
import type { Cells, SetupKind } from "./table.ts";

/** The file of a kind; its tariff begins on `today`, a local date. */
export function template(kind: SetupKind, today: string): ExportedFile {
  return cellsFile(COLUMNS[kind], rowsOf(kind, `${today}.1`));
}

function rowsOf(kind: SetupKind, tariff: string): readonly Cells[] {
  switch (kind) {
    case "permit-holders":
      return HOLDERS;
    case "vehicles":
      return VEHICLES;
    case "drivers":
      return DRIVERS;
    case "tariffs":
      return RATES.map((rates) => ({ tariff, ...rates }));
    case "zones":
      return ZONES.map((zone) => ({ tariff, ...zone }));
    case "fixed-prices":
      return FIXED_PRICES.map((price) => ({ tariff, ...price }));
    case "landmarks":
      return LANDMARKS;
    default:
      return kind satisfies never;
  }
}

const HOLDERS: readonly Cells[] = [{
  id: "H1",
  name: "Exempel Taxi AB",
  organisationNumber: "556012-5790",
  kind: "limited-company",
  ...{ permitNumber: "TT-100001", contact: "Eva Exempel", phone: "+46701740610" },
  email: "eva@example.com",
}];

const VEHICLES: readonly Cells[] = [
  {
    ...{ id: "V01", name: "Bil 01", number: "01", class: "standard", plate: "ABC 12A" },
    ...{ permitHolder: "H1", phone: "+46701740611", seats: "4", wheelchairs: "0" },
    ...{ equipment: "child-seat 1, booster 2, alcolock 1", inTraffic: "yes", regime: "meter" },
  },
  {
    ...{ id: "V02", name: "Bil 02", number: "02", class: "van", plate: "ABC 12B" },
    ...{ permitHolder: "H1", seats: "8", wheelchairs: "0", inTraffic: "yes", regime: "meter" },
  },
  {
    ...{ id: "V03", name: "Bil 03", number: "03", class: "wheelchair", plate: "ABC 12C" },
    ...{ permitHolder: "H1", seats: "6", wheelchairs: "2", equipment: "tail-lift 1" },
    ...{ inTraffic: "yes", regime: "meter" },
  },
];

const DRIVERS: readonly Cells[] = [
  {
    ...{ id: "D01", name: "Alva Exempel", driverCode: "100001", vehicle: "V01" },
    ...{ otherVehicles: "V02", phone: "+46701740612", licence: "TL-10001" },
  },
  { id: "D02", name: "Björn Exempel", driverCode: "100002", vehicle: "V02" },
  { id: "D03", name: "Cilla Exempel", driverCode: "100003", vehicle: "V03" },
];

const RATES: readonly Cells[] = [
  {
    ...{ class: "standard", base: "55,00", perKm: "16,00", perHour: "600,00", minimum: "150,00" },
    ...{ childSeat: "0,00", pet: "0,00", extraLuggage: "50,00", vat: "6" },
  },
  { class: "van", base: "75,00", perKm: "22,00", perHour: "750,00", minimum: "250,00" },
  { class: "wheelchair", base: "75,00", perKm: "20,00", perHour: "700,00", minimum: "250,00" },
];

const ZONES: readonly Cells[] = [
  {
    ...{ id: "landvetter", nameSv: "Landvetter flygplats", nameEn: "Landvetter airport" },
    ...{ lat: "57.6688", lng: "12.2924", radiusMeters: "2000" },
  },
  {
    ...{ id: "centrum", nameSv: "Göteborg centrum", nameEn: "Göteborg centre" },
    points: "57.714 11.950, 57.714 11.995, 57.690 11.995, 57.690 11.950",
  },
];

const FIXED_PRICES: readonly Cells[] = [{
  ...{ id: "landvetter-centrum", fromZone: "landvetter", toZone: "centrum", direction: "both" },
  ...{ standard: "495,00", van: "750,00" },
}];

const LANDMARKS: readonly Cells[] = [{
  ...{ id: "exempelhallen", kind: "arena", name: "Exempelhallen", nameEn: "Example Hall" },
  ...{ area: "Gårda", town: "Göteborg", lat: "57.7057", lng: "11.9853" },
  aliases: "Hallen på Exempelgatan | EH",
}];
