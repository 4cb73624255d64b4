// What a draft changes against the tariff it takes over from, line by line, and what its classes cost to compare. Pure.
import { VEHICLE_CLASSES, type VehicleClass } from "../fleet/vehicle.ts";
import { priceQuoteThreshold } from "../pricing/binding-maximum.ts";
import { comparisonPriceAt } from "../pricing/comparison-price.ts";
import type { DraftedTariff } from "../pricing/tariff-draft.ts";
import type { Change, FieldChange } from "../setup/setup-plan.ts";
import { differences } from "../setup/table-rules.ts";
import { formChanges, tariffValues } from "./tariff-form.ts";
import { ITEM_COLUMNS, ITEM_KINDS, type ItemKind, itemOf, itemsOf } from "./tariff-items.ts";

/** The differences. */
export interface DraftDifference {
  /** Dates and amounts, by the fields of the form. */
  fields: FieldChange[];
  /** Zones and fixed prices. */
  items: (Change & { kind: ItemKind })[];
  /** Surcharges, which only files change. */
  hasOtherSurcharges: boolean;
}

/** Compares a draft with the tariff it takes over from; null: with none. */
export function draftDifference(
  former: DraftedTariff | null,
  draft: DraftedTariff,
): DraftDifference {
  const before = former === null ? {} : tariffValues("", former);
  return {
    fields: formChanges(before, tariffValues("", draft)),
    items: ITEM_KINDS.flatMap((kind) => itemChanges(kind, former, draft)),
    hasOtherSurcharges: former !== null &&
      JSON.stringify(former.surcharges) !== JSON.stringify(draft.surcharges),
  };
}

/** Jämförpris of a class before and after, öre incl. VAT, surcharges not counted; null where it is not sold. */
export interface ComparisonLine {
  vehicleClass: VehicleClass;
  beforeOre: number | null;
  afterOre: number | null;
  /** Above the threshold of the tariff's first day: every customer is given a binding maximum. */
  isMaximumDue: boolean;
}

/** The jämförpris of every class. */
export function comparisonLines(
  former: DraftedTariff | null,
  draft: DraftedTariff,
): ComparisonLine[] {
  const { thresholdOre } = priceQuoteThreshold(draft.validFrom);
  return VEHICLE_CLASSES.map((vehicleClass) => {
    const afterOre = comparisonOre(draft, vehicleClass);
    return {
      vehicleClass,
      beforeOre: former && comparisonOre(former, vehicleClass),
      afterOre,
      isMaximumDue: afterOre !== null && afterOre > thresholdOre,
    };
  }).filter(({ beforeOre, afterOre }) => beforeOre !== null || afterOre !== null);
}

function comparisonOre(tariff: DraftedTariff, vehicleClass: VehicleClass): number | null {
  if (tariff.rates[vehicleClass] === undefined) return null;
  const plain = { ...tariff, version: `${tariff.validFrom}.1`, surcharges: [] };
  // Without surcharges the moment decides nothing.
  return comparisonPriceAt(
    plain,
    vehicleClass,
    Temporal.Instant.from(`${tariff.validFrom}T12:00Z`),
  );
}

function itemChanges(
  kind: ItemKind,
  former: DraftedTariff | null,
  draft: DraftedTariff,
): (Change & { kind: ItemKind })[] {
  const old = former === null ? [] : itemsOf(former, kind);
  const ids = [...new Set([...old, ...itemsOf(draft, kind)].map((cells) => cells["id"] ?? ""))];
  return ids.map((id) => {
    const before = former && itemOf(former, kind, id);
    const after = itemOf(draft, kind, id);
    const type = before === null ? "new" : after === null ? "ended" : "changed";
    const fields = type === "changed"
      ? differences(ITEM_COLUMNS[kind], before ?? {}, after ?? {})
      : [];
    return { kind, id, type, fields } as const;
  }).filter(({ type, fields }) => type !== "changed" || fields.length > 0);
}
