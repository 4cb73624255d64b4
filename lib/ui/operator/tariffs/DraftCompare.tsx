// What a draft changes, line by line against the tariff it takes over from, and the jämförpris of its classes.
import type { DraftData } from "../../../board/draft-page.ts";
import { boardTexts } from "../../../i18n/board-texts.ts";
import { formatKronor } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { priceQuoteThreshold } from "../../../pricing/binding-maximum.ts";
import { COMPARISON_KM, COMPARISON_MINUTES } from "../../../pricing/comparison-price.ts";
import { Said, said } from "../../parts/Said.tsx";
import { tariffFieldName } from "./tariff-words.ts";

/** Properties of DraftCompare. */
export interface DraftCompareProps {
  data: DraftData;
  locale: Locale;
}

/** Both tables. */
export function DraftCompare({ data, locale }: DraftCompareProps) {
  const { draft: words } = textsFor(locale).tariffs;
  const { former, difference } = data;
  const lines = linesOf(data, locale);
  return (
    <>
      <h2 id="changes">{former === null ? words.changesFirst : words.changes(former.version)}</h2>
      {lines.length === 0
        ? <p>{words.same}</p>
        : (
          <table class="listing jobs-table" aria-labelledby="changes">
            <thead>
              <tr>
                <th scope="col">{words.line}</th>
                <th scope="col">{words.now}</th>
                <th scope="col">{words.next}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ name, from, to }) => (
                <tr key={name}>
                  <th scope="row" class="job-what">{name}</th>
                  <td data-label={words.now}>
                    <Said>{from || "–"}</Said>
                  </td>
                  <td data-label={words.next}>
                    <Said>{to || "–"}</Said>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      {difference.hasOtherSurcharges && <p>{words.surcharges}</p>}
      <ComparisonPrices data={data} locale={locale} />
    </>
  );
}

function ComparisonPrices({ data, locale }: DraftCompareProps) {
  const { draft: words } = textsFor(locale).tariffs;
  const { classes } = boardTexts(locale);
  const { comparison, draft } = data;
  const { thresholdOre } = priceQuoteThreshold(draft.tariff.validFrom);
  const price = (ore: number | null) => ore === null ? "–" : formatKronor(locale, ore);
  if (comparison.length === 0) return null;
  return (
    <>
      <h2 id="comparison">{words.comparison}</h2>
      <p class="jobs-lead">{words.comparisonHint(COMPARISON_KM, COMPARISON_MINUTES)}</p>
      <table class="listing jobs-table" aria-labelledby="comparison">
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col">{words.now}</th>
            <th scope="col">{words.next}</th>
          </tr>
        </thead>
        <tbody>
          {comparison.map(({ vehicleClass, beforeOre, afterOre, isMaximumDue }) => (
            <tr key={vehicleClass}>
              <th scope="row" class="job-what">{classes[vehicleClass].name}</th>
              <td data-label={words.now}>{price(beforeOre)}</td>
              <td data-label={words.next}>
                {price(afterOre)}
                {isMaximumDue && (
                  <p class="action-hint">{words.maximum(formatKronor(locale, thresholdOre))}</p>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

interface Line {
  name: string;
  from: string;
  to: string;
}

function linesOf({ difference }: DraftData, locale: Locale): Line[] {
  const { draft: words, item } = textsFor(locale).tariffs;
  const fields = difference.fields.map(({ field, from, to }) => ({
    name: tariffFieldName(field, locale),
    from,
    to,
  }));
  const items = difference.items.flatMap(({ kind, id, type, fields }): Line[] => {
    const name = kind === "zones" ? item.zone(said(id)) : item.price(said(id));
    if (type === "new") return [{ name, from: "", to: words.itemTypes.new }];
    if (type === "ended") return [{ name, from: id, to: words.itemTypes.ended }];
    return fields.map(({ field, from, to }) => ({
      name: `${name}, ${tariffFieldName(field, locale)}`,
      from,
      to,
    }));
  });
  return [...fields, ...items];
}
