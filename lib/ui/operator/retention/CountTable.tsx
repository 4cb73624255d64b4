// What a run found and did, a row a family.
import { formatNumber } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { FamilyCount, RunCounts } from "../../../retention/retention-run.ts";

/** Properties of CountTable. */
export interface CountTableProps {
  counts: RunCounts;
  locale: Locale;
}

/** Families of which nothing was seen are left out. */
export function CountTable({ counts, locale }: CountTableProps) {
  const words = textsFor(locale).retention;
  const { family, kept } = words.countColumns;
  const { looked, deleted, anonymised } = words.runColumns;
  const rows = Object.entries(counts).sort(([a], [b]) => a.localeCompare(b));
  if (rows.length === 0) return <p>{words.nothing}</p>;
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.countsCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{family}</th>
          <th scope="col">{looked}</th>
          <th scope="col">{deleted}</th>
          <th scope="col">{anonymised}</th>
          <th scope="col">{kept}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, count]) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td data-label={looked}>{formatNumber(locale, count.looked)}</td>
            <td data-label={deleted}>{formatNumber(locale, count.deleted)}</td>
            <td data-label={anonymised}>{formatNumber(locale, count.anonymised)}</td>
            <td data-label={kept}>{keptWords(count, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function keptWords({ kept }: FamilyCount, locale: Locale): string {
  const words = textsFor(locale).retention.kept;
  const reasons = ["not-yet", "bookkeeping", "legal-hold", "restricted"] as const;
  return reasons.flatMap((reason) => {
    const count = kept[reason] ?? 0;
    return count === 0 ? [] : [words[reason](formatNumber(locale, count))];
  }).join(", ");
}
