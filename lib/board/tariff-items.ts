// The zones and fixed prices of a draft, each with a form of its own: as cells, and put back.
import type { DraftedTariff } from "../pricing/tariff-draft.ts";
import { readCells } from "../setup/read-files.ts";
import type { SetupProblem } from "../setup/setup-plan.ts";
import type { Cells, Columns } from "../setup/table.ts";
import { rowProblem } from "../setup/table-rules.ts";
import {
  FIXED_PRICE_COLUMNS,
  fixedPriceCells,
  fixedPriceOf,
  hasOneShape,
  ZONE_COLUMNS,
  zoneCells,
  zoneOf,
} from "../setup/tariff-tables.ts";
import { checkedTariff } from "./tariff-form.ts";

/** The lists of a tariff that have pages, as their files are called. */
export const ITEM_KINDS = ["zones", "fixed-prices"] as const;

/** One of them. */
export type ItemKind = typeof ITEM_KINDS[number];

/** The kind of that name, or null. */
export function itemKind(name: string): ItemKind | null {
  return ITEM_KINDS.find((kind) => kind === name) ?? null;
}

/** The columns of each, without the tariff. */
export const ITEM_COLUMNS: Readonly<Record<ItemKind, Pick<Columns, "columns">>> = {
  zones: { columns: ZONE_COLUMNS.columns.slice(1) },
  "fixed-prices": { columns: FIXED_PRICE_COLUMNS.columns.slice(1) },
};

/** A place in no file. */
const SOURCE = { file: "", line: 1 };
/** Longest text of a field that is looked at: the corners of a large zone. */
const MAX_TEXT = 20_000;

/** A draft with the item in it, or why not. */
export type ItemReading =
  | { ok: true; tariff: DraftedTariff }
  | { ok: false; problems: SetupProblem[] };

/** All of a kind, as cells. */
export function itemsOf(
  { zones, fixedPrices }: Pick<DraftedTariff, "zones" | "fixedPrices">,
  kind: ItemKind,
): Cells[] {
  return kind === "zones" ? zones.map(zoneCells) : fixedPrices.map(fixedPriceCells);
}

/** One of them, or null. */
export function itemOf(
  tariff: Pick<DraftedTariff, "zones" | "fixedPrices">,
  kind: ItemKind,
  id: string,
): Cells | null {
  return itemsOf(tariff, kind).find((cells) => cells["id"] === id) ?? null;
}

/** What was sent, a text a column; what a form does not have is not in it. */
export function sentItem(kind: ItemKind, fields: ReadonlyMap<string, string>): Cells {
  const sent = ITEM_COLUMNS[kind].columns.flatMap(({ name }) => {
    const text = fields.get(name);
    return text === undefined ? [] : [[name, oneLine(text.slice(0, MAX_TEXT))]];
  });
  return Object.fromEntries(sent);
}

/** Corners may stand a line each, as a map gives them. */
function oneLine(text: string): string {
  return text.trim().replace(/\s*[,;]?\s*[\r\n]+\s*/g, ", ");
}

/** The tariff with an item added, or put in the place of the one of its id. */
export function withItem(
  tariff: DraftedTariff,
  kind: ItemKind,
  typed: Cells,
  isNew: boolean,
): ItemReading {
  const read = readCells(ITEM_COLUMNS[kind], typed, SOURCE);
  const { cells } = read;
  const problems: SetupProblem[] = [...read.problems];
  const id = cells["id"] ?? "";
  if (isNew && itemOf(tariff, kind, id) !== null) {
    problems.push(rowProblem(SOURCE, "id", "idTwice", id));
  }
  if (kind === "zones" && problems.length === 0 && !hasOneShape(cells)) {
    problems.push(rowProblem(SOURCE, "points", "zoneShape", ""));
  }
  if (kind === "fixed-prices" && problems.length === 0 && !hasPrice(tariff, cells)) {
    problems.push(rowProblem(SOURCE, "standard", "missing", ""));
  }
  if (problems.length > 0) return { ok: false, problems };
  return kind === "zones"
    ? checkedTariff({ ...tariff, zones: placed(tariff.zones, zoneOf(cells)) }, columnAt)
    : checkedTariff(
      { ...tariff, fixedPrices: placed(tariff.fixedPrices, fixedPriceOf(cells)) },
      columnAt,
    );
}

/** The tariff without an item. A zone that fixed prices need stays, and they are named. */
export function withoutItem(tariff: DraftedTariff, kind: ItemKind, id: string): ItemReading {
  const { zones, fixedPrices } = tariff;
  if (kind === "fixed-prices") {
    return { ok: true, tariff: { ...tariff, fixedPrices: fixedPrices.filter(isOther(id)) } };
  }
  const users = fixedPrices.filter(({ fromZone, toZone }) => fromZone === id || toZone === id);
  if (users.length > 0) {
    const names = users.map((price) => price.id).join(", ");
    return { ok: false, problems: [rowProblem(SOURCE, "id", "zoneInUse", id, names)] };
  }
  return { ok: true, tariff: { ...tariff, zones: zones.filter(isOther(id)) } };
}

/** A fixed price that has none is a mistake, not a gift. */
function hasPrice({ rates }: DraftedTariff, cells: Cells): boolean {
  return Object.keys(rates).some((name) => (cells[name] ?? "") !== "");
}

function placed(items: readonly { id: string }[], item: { id: string }): { id: string }[] {
  return items.some(({ id }) => id === item.id)
    ? items.map((one) => one.id === item.id ? item : one)
    : [...items, item];
}

function isOther(id: string) {
  return (item: { id: string }) => item.id !== id;
}

/** The column of a path: `zones.3.name.sv` is of the row, so its last part says what. */
function columnAt(path: readonly PropertyKey[]): string {
  const [list, , field = "", ...rest] = path.map(String);
  if (list === "fixedPrices" && field === "priceOre") return rest.join(".");
  if (list === "fixedPrices") return field;
  return field === "shape" ? rest.at(-1) ?? "points" : field === "name" ? "nameSv" : list ?? "";
}
