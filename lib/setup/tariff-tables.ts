// Tariffs as three tables: rates, zones, fixed prices. What the tables do not say, and surcharges, is taken from
// the tariff they are based on; a tariff in full is JSON.
import { isLocalDate } from "../kernel/local-date.ts";
import { VEHICLE_CLASSES, type VehicleClass } from "../fleet/vehicle.ts";
import {
  type FixedPrice,
  MAX_PER_KM_ORE,
  MAX_TARIFF_ORE,
  type Tariff,
  tariffSchema,
  VAT_RATES,
  type Zone,
} from "../pricing/tariff.ts";
import {
  bad,
  type CellReader,
  count,
  date,
  decimal,
  kronor,
  kronorOf,
  line,
  option,
  oreOf,
  points,
} from "./cells.ts";
import { cell, type Cells, type Columns, type Source, type SourceRow } from "./table.ts";

const vatRate: CellReader = (text) => {
  const read = count(0, Math.max(...VAT_RATES))(text);
  const isRate = !read.ok || read.value === "" || VAT_RATES.includes(Number(read.value));
  return isRate ? read : bad("notAnOption", VAT_RATES.join(", "));
};

const version: CellReader = (text) => {
  const [, day = ""] = /^(\d{4}-\d{2}-\d{2})\.[1-9]\d{0,2}$/.exec(text.trim()) ?? [];
  if (day === "") return { ok: false, code: "versionForm" };
  return isLocalDate(day) ? { ok: true, value: text.trim() } : { ok: false, code: "notADate" };
};
const itemId: CellReader = (text) =>
  /^[a-z0-9][a-z0-9-]{0,39}$/.test(text.trim())
    ? { ok: true, value: text.trim() }
    : { ok: false, code: "idForm" };
const amount = kronor(MAX_TARIFF_ORE);
const TARIFF = { name: "tariff", read: version, isRequired: true } as const;

/** Rates: a line a class; the columns after them are of the whole tariff and may stand in its first line alone. */
export const RATES_COLUMNS: Columns = {
  kind: "tariffs",
  columns: [
    TARIFF,
    { name: "class", read: option(VEHICLE_CLASSES), isRequired: true },
    { name: "base", read: amount, isRequired: true },
    { name: "perKm", read: kronor(MAX_PER_KM_ORE), isRequired: true },
    { name: "perHour", read: amount, isRequired: true },
    { name: "minimum", read: amount, isRequired: true },
    { name: "childSeat", read: amount },
    { name: "pet", read: amount },
    { name: "extraLuggage", read: amount },
    { name: "validUntil", read: date },
    { name: "vat", read: vatRate },
    { name: "basedOn", read: version },
  ],
};

/** Zones: a circle, or the points of a polygon. */
export const ZONE_COLUMNS: Columns = {
  kind: "zones",
  columns: [
    TARIFF,
    { name: "id", read: itemId, isRequired: true },
    { name: "nameSv", read: line(80), isRequired: true },
    { name: "nameEn", read: line(80), isRequired: true },
    { name: "lat", read: decimal(-90, 90) },
    { name: "lng", read: decimal(-180, 180) },
    { name: "radiusMeters", read: count(1, 100_000) },
    { name: "points", read: points },
  ],
};

/** Fixed prices: a column a class. */
export const FIXED_PRICE_COLUMNS: Columns = {
  kind: "fixed-prices",
  columns: [
    TARIFF,
    { name: "id", read: itemId, isRequired: true },
    { name: "fromZone", read: itemId, isRequired: true },
    { name: "toZone", read: itemId, isRequired: true },
    { name: "direction", read: option(["both", "one-way"]) },
    ...VEHICLE_CLASSES.map((name) => ({ name, read: amount })),
  ],
};

/** A tariff a file holds, not yet checked, and where it stands. */
export interface SourceTariff {
  tariff: unknown;
  source: Source;
}

/** The tariffs the rows of the three tables make, the earliest first; one may be based on `known`, or on one before. */
export function tariffsOf(rows: readonly SourceRow[], known: readonly Tariff[]): SourceTariff[] {
  const versions = [...new Set(rows.map(({ cells }) => cell(cells, "tariff")))].sort();
  const bases = [...known];
  return versions.map((name) => {
    const own = rows.filter(({ cells }) => cell(cells, "tariff") === name);
    const tariff = tariffOf(name, own, bases);
    const checked = tariffSchema.safeParse(tariff);
    if (checked.success) bases.push(checked.data);
    return { tariff, source: own[0]!.source };
  });
}

function tariffOf(name: string, rows: readonly SourceRow[], known: readonly Tariff[]): unknown {
  const of = (kind: SourceRow["kind"]) =>
    rows.filter((row) => row.kind === kind).map(({ cells }) => cells);
  const rates = of("tariffs");
  const said = (column: string) =>
    rates.map((cells) => cell(cells, column)).find((text) => text !== "");
  const base = known.find((one) => one.version === said("basedOn"));
  const extra = (column: string, former: number | undefined) => {
    const text = said(column);
    return text === undefined ? former ?? 0 : oreOf(text);
  };
  const [zones, prices] = [of("zones"), of("fixed-prices")];
  return {
    version: name,
    validFrom: name.slice(0, 10),
    validUntil: said("validUntil") ?? null,
    currency: "SEK",
    vatRatePercent: Number(said("vat") ?? base?.vatRatePercent ?? 6),
    rounding: base?.rounding ?? "krona-down",
    rates: rates.length === 0 ? base?.rates ?? {} : Object.fromEntries(rates.map((cells) => [
      cell(cells, "class"),
      {
        baseOre: oreOf(cell(cells, "base")),
        perKmOre: oreOf(cell(cells, "perKm")),
        perHourOre: oreOf(cell(cells, "perHour")),
        minimumOre: oreOf(cell(cells, "minimum")),
      },
    ])),
    extras: {
      childSeatOre: extra("childSeat", base?.extras.childSeatOre),
      petOre: extra("pet", base?.extras.petOre),
      extraLuggageOre: extra("extraLuggage", base?.extras.extraLuggageOre),
    },
    zones: zones.length === 0 ? base?.zones ?? [] : zones.map(zoneOf),
    fixedPrices: prices.length === 0 ? base?.fixedPrices ?? [] : prices.map(fixedPriceOf),
    surcharges: base?.surcharges ?? [],
  };
}

/** A zone as its row says it, not yet checked. */
export function zoneOf(cells: Cells) {
  const corners = cell(cells, "points").split(", ").filter(Boolean).map((corner) => {
    const [lat, lng] = corner.split(" ").map(Number);
    return { lat, lng };
  });
  const center = { lat: Number(cell(cells, "lat")), lng: Number(cell(cells, "lng")) };
  return {
    id: cell(cells, "id"),
    name: { sv: cell(cells, "nameSv"), en: cell(cells, "nameEn") },
    shape: corners.length > 0
      ? { kind: "polygon", points: corners }
      : { kind: "circle", center, radiusMeters: Number(cell(cells, "radiusMeters")) },
  };
}

/** A fixed price as its row says it, not yet checked. */
export function fixedPriceOf(cells: Cells) {
  const amounts = VEHICLE_CLASSES.filter((name) => cell(cells, name) !== "")
    .map((name): [VehicleClass, number] => [name, oreOf(cell(cells, name))]);
  return {
    id: cell(cells, "id"),
    fromZone: cell(cells, "fromZone"),
    toZone: cell(cells, "toZone"),
    direction: cell(cells, "direction") || "both",
    priceOre: Object.fromEntries(amounts),
  };
}

/** A zone as a row of its table has it, without the tariff. */
export function zoneCells({ id, name, shape }: Zone): Cells {
  const isCircle = shape.kind === "circle";
  return {
    ...{ id, nameSv: name.sv ?? "", nameEn: name.en ?? "" },
    lat: isCircle ? String(shape.center.lat) : "",
    lng: isCircle ? String(shape.center.lng) : "",
    radiusMeters: isCircle ? String(shape.radiusMeters) : "",
    points: isCircle ? "" : shape.points.map(({ lat, lng }) => `${lat} ${lng}`).join(", "),
  };
}

/** A fixed price as a row of its table has it, without the tariff. */
export function fixedPriceCells({ id, fromZone, toZone, direction, priceOre }: FixedPrice): Cells {
  const prices = VEHICLE_CLASSES.map((name) => {
    const ore = priceOre[name];
    return [name, ore === undefined ? "" : kronorOf(ore)];
  });
  return { id, fromZone, toZone, direction, ...Object.fromEntries(prices) };
}

/** True when a row of a zone says a circle or a polygon, and not both or neither. */
export function hasOneShape(cells: Cells): boolean {
  const circle = ["lat", "lng", "radiusMeters"].filter((name) => cell(cells, name) !== "").length;
  return cell(cells, "points") === "" ? circle === 3 : circle === 0;
}
