// The tariff in force, as a customer reads it.
import { VEHICLE_CLASSES, type VehicleClass } from "../../../fleet/vehicle.ts";
import {
  formatDate,
  formatKronor,
  formatList,
  formatMoney,
  formatPercent,
} from "../../../i18n/format.ts";
import { labelIn, type Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import {
  COMPARISON_KM,
  COMPARISON_MINUTES,
  comparisonPriceOre,
} from "../../../pricing/comparison-price.ts";
import type { Surcharge, Tariff } from "../../../pricing/tariff.ts";
import { TRAFFIC_RANGE } from "../../../routing/traffic.ts";
import { Article } from "./Article.tsx";
import { PriceTable } from "./PriceTable.tsx";
import { surchargeTimes } from "./surcharge-times.ts";

/** Properties of PriceList. */
export interface PriceListProps {
  locale: Locale;
  tariff: Tariff;
  /** Today's date in Stockholm. */
  today: string;
}

/** Tariff, fixed prices, surcharges and extras. */
export function PriceList({ locale, tariff, today }: PriceListProps) {
  const { prices, quote } = textsFor(locale);
  const money = (ore: number | undefined) => ore === undefined ? "–" : formatMoney(locale, ore);
  const offered = VEHICLE_CLASSES.filter((name) => tariff.rates[name] !== undefined);
  const className = (name: VehicleClass) => quote.classes[name].name;
  const zoneName = (id: string) => {
    const zone = tariff.zones.find((zone) => zone.id === id);
    return zone === undefined ? id : labelIn(zone.name, locale);
  };
  const { extras } = tariff;
  return (
    <Article locale={locale} title={prices.title} lead={prices.lead} sections={[]}>
      <RateTable locale={locale} tariff={tariff} />
      <p>
        {prices.traffic(
          formatPercent(locale, Math.round(100 * (TRAFFIC_RANGE.most - 1))),
          formatPercent(locale, Math.round(100 * (1 - TRAFFIC_RANGE.least))),
        )}
      </p>
      <PriceTable
        title={prices.fixed}
        text={fixedPriceText(locale, tariff)}
        columns={[prices.trip, ...offered.map(className)]}
        rows={tariff.fixedPrices.map((fixed) => [
          `${zoneName(fixed.fromZone)} – ${zoneName(fixed.toZone)}`,
          ...offered.map((name) => money(fixed.priceOre[name])),
        ])}
      />
      <PriceTable
        title={prices.surcharges}
        text={surchargesText(locale, tariff)}
        columns={[prices.surcharge, prices.when, prices.amount]}
        amountsFrom={2}
        rows={tariff.surcharges.map((surcharge) => [
          labelIn(surcharge.name, locale),
          [
            surchargeTimes(locale, surcharge),
            ...(surcharge.onFixedPrice ? [] : [prices.notOnFixedPrice]),
          ].join(", "),
          surchargeAmount(locale, surcharge),
        ])}
      />
      <PriceTable
        title={prices.extras}
        columns={[prices.extras, prices.each]}
        rows={[
          [quote.lines["child-seat"], money(extras.childSeatOre)],
          [quote.lines.pet, money(extras.petOre)],
          [quote.lines["extra-luggage"], money(extras.extraLuggageOre)],
        ]}
      />
      <p class="small muted">
        {prices.vatNote(formatPercent(locale, tariff.vatRatePercent))}{" "}
        {tariff.rounding === "none" ? "" : `${prices.roundedDown} `}
        {prices.validFrom(formatDate(locale, tariff.validFrom, today))}
      </p>
    </Article>
  );
}

/** What a class costs by distance and time, and its price of comparison. */
function RateTable({ locale, tariff }: Pick<PriceListProps, "locale" | "tariff">) {
  const { prices, quote } = textsFor(locale);
  const money = (ore: number | undefined) => ore === undefined ? "–" : formatMoney(locale, ore);
  const offered = VEHICLE_CLASSES.filter((name) => tariff.rates[name] !== undefined);
  return (
    <PriceTable
      title={prices.tariff}
      text={prices.comparisonExplained(COMPARISON_KM, COMPARISON_MINUTES)}
      columns={[
        prices.vehicle,
        prices.base,
        prices.perKilometer,
        prices.perHour,
        prices.minimum,
        prices.comparison,
      ]}
      rows={offered.map((name) => {
        const rates = tariff.rates[name];
        return [
          quote.classes[name].name,
          money(rates?.baseOre),
          money(rates?.perKmOre),
          money(rates?.perHourOre),
          money(rates?.minimumOre),
          rates === undefined ? "–" : formatKronor(locale, comparisonPriceOre(rates)),
        ];
      })}
    />
  );
}

/** What is fixed, and what may come on top of it by this tariff. */
function fixedPriceText(locale: Locale, { surcharges }: Tariff): string {
  const { prices } = textsFor(locale);
  const added = surcharges.filter(({ onFixedPrice }) => onFixedPrice)
    .map(({ name }) => labelIn(name, locale).toLowerCase());
  if (added.length === 0) return prices.fixedText;
  return `${prices.fixedText} ${prices.fixedAdds(formatList(locale, added))}`;
}

/** That only the dearest counts is true of surcharges of one group. */
function surchargesText(locale: Locale, { surcharges }: Tariff): string {
  const { prices } = textsFor(locale);
  const groups = new Set(surcharges.map(({ group }) => group));
  const isOneGroup = groups.size === 1 && !groups.has(null);
  return isOneGroup ? `${prices.surchargesText} ${prices.onlyDearest}` : prices.surchargesText;
}

function surchargeAmount(locale: Locale, { amount }: Surcharge): string {
  return amount.kind === "fixed"
    ? formatMoney(locale, amount.ore)
    : formatPercent(locale, amount.percent);
}
