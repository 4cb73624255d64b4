// What doing a sheet would come to, in words: the price before and after, what changes, which car, what is in the way.
import { vehicleName } from "../../../board/day.ts";
import type { SheetData, SheetOutcome, SheetPrice } from "../../../board/sheet/sheet.ts";
import type { Refusal } from "../../../dispatch/change-trip.ts";
import { CHANGE_FIELDS } from "../../../booking/field-change.ts";
import { VEHICLE_CLASSES } from "../../../fleet/vehicle.ts";
import { formatMoment, formatMoney, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { lineName } from "../../parts/price-line.ts";
import { said } from "../../parts/Said.tsx";
import type { Look } from "../frame/look.ts";
import { type ChangeLine, changeLine } from "./change-line.ts";

/** The words; lists may be empty and sentences "". */
export interface OutcomeView {
  /** Said in place of a price when there is none. */
  hint: string;
  price: PriceView | null;
  changes: ChangeLine[];
  car: string;
  refusals: string[];
  /** Times at which a car is free: what a button sends, and what stands on it. */
  instead: { wallTime: string; name: string }[];
}

/** The price in words. */
export interface PriceView {
  /** "" where nothing is another. */
  before: string;
  after: string;
  difference: string;
  parts: { name: string; amount: string }[];
  lines: { name: string; amount: string }[];
  byTariff: string;
  /** What is sent back, so that only the price that was shown is stored; öre. */
  seen: { totalOre: number; formerOre: number };
}

/** The outcome in words. */
export function outcomeView(look: Look, data: SheetData): OutcomeView {
  const { kind, booking, outcome } = data;
  const { sheet } = textsFor(look.locale);
  const none = { price: null, changes: [], car: "", refusals: [], instead: [] };
  if (outcome === null) return { hint: sheet.incomplete, ...none };
  const isUnchanged = outcome.refusals.some(({ code }) => code === "nothing-changed");
  const refusals = outcome.refusals.filter(({ code }) => code !== "nothing-changed");
  return {
    hint: isUnchanged ? sheet.nothing : outcome.price === null ? sheet.incomplete : "",
    price: outcome.price && priceView(look, outcome.price, data),
    changes: outcome.changes.filter(({ field }) => field !== "totalOre")
      .map((change) => changeLine(look, change)),
    car: carWords(look, outcome, kind === "change" && "driverId" in booking),
    refusals: refusals.map((refusal) => refusalWords(look, refusal)),
    instead: refusals.flatMap((refusal) => laterTimes(look, refusal)),
  };
}

function priceView(look: Look, price: SheetPrice, data: SheetData): PriceView {
  const { locale, texts } = look;
  const { sheet } = textsFor(locale);
  const { beforeOre, afterOre, partsOre, byTariffOre, seen } = price;
  const money = (ore: number) => formatMoney(locale, ore);
  return {
    before: beforeOre === null ? "" : money(beforeOre),
    after: money(afterOre),
    difference: beforeOre === null ? "" : differenceWords(look, afterOre - beforeOre),
    parts: partsOre === null ? [] : partsOf(look, partsOre, data),
    lines: price.lines.map((line) => ({
      name: lineName(locale, texts.pane.lines, line),
      amount: money(line.amountOre),
    })),
    byTariff: byTariffOre === afterOre ? "" : sheet.byTariff(money(byTariffOre)),
    seen,
  };
}

/** Both cars of a split: who travels in each, and what it costs. */
function partsOf(
  { locale, texts }: Look,
  partsOre: NonNullable<SheetPrice["partsOre"]>,
  { booking, values }: SheetData,
): PriceView["parts"] {
  const { sheet } = textsFor(locale);
  const going = Number(values.passengers);
  const part = (name: string, count: number, ore: number) => {
    return { name: `${name}, ${texts.table.passengers(count)}`, amount: formatMoney(locale, ore) };
  };
  return [
    part(sheet.firstCar, booking.trip.passengers - going, partsOre.former),
    part(sheet.secondCar, going, partsOre.copy),
  ];
}

function differenceWords({ locale }: Look, ore: number): string {
  const { sheet } = textsFor(locale);
  if (ore === 0) return sheet.same;
  const amount = formatMoney(locale, Math.abs(ore));
  return ore > 0 ? sheet.dearer(amount) : sheet.cheaper(amount);
}

function carWords(look: Look, { car }: SheetOutcome, losesDriver: boolean): string {
  if (car === null) return "";
  const words = textsFor(look.locale).sheet.car;
  const name = said(vehicleName(look.fleet, car.vehicleId));
  if (car.isSame) return car.keepsDriver ? words.withDriver(name) : words.same(name);
  return losesDriver ? words.anotherAssigned(name) : words.another(name);
}

function refusalWords({ locale, texts }: Look, { code, facts }: Refusal): string {
  const { sheet, problems } = textsFor(locale);
  if (code === "no-vehicle-free") {
    const name = VEHICLE_CLASSES.find((one) => one === facts["vehicleClass"]);
    return name === undefined
      ? sheet.noCarAtAll
      : sheet.noCar(texts.classes[name].name.toLowerCase());
  }
  if (code === "field-fixed") {
    const field = CHANGE_FIELDS.find((one) => one === facts["field"]);
    if (field !== undefined) return sheet.fixed(texts.change.fields[field]);
  }
  return problems[code];
}

function laterTimes({ locale, today }: Look, { facts }: Refusal): OutcomeView["instead"] {
  const { alternatives } = facts;
  if (!Array.isArray(alternatives)) return [];
  return alternatives.filter((one) => typeof one === "string").map((instant) => {
    const wallTime = wallTimeOf(instant);
    return { wallTime, name: formatMoment(locale, wallTime, today) };
  });
}
