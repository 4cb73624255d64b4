// Differences with both sides, each leading to its own page.
import type { Difference, MoneySide } from "../../../reconciliation/difference.ts";
import { formatMoment, formatMoney, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";

/** Properties of DifferenceTable. */
export interface DifferenceTableProps {
  differences: readonly Difference[];
  caption: string;
  locale: Locale;
  nowMs: number;
}

/** The table. */
export function DifferenceTable({ differences, caption, locale, nowMs }: DifferenceTableProps) {
  const { columns, kinds } = textsFor(locale).money;
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>{Object.values(columns).map((name) => <th key={name} scope="col">{name}</th>)}</tr>
      </thead>
      <tbody>
        {differences.map((one) => (
          <tr key={one.id}>
            <th scope="row" class="job-what">
              <a href={paths.adminDifference(one.id)}>{kinds[one.kind]}</a>
            </th>
            <td data-label={columns.theirs}>{sideWords(locale, one.theirs)}</td>
            <td data-label={columns.ours}>{sideWords(locale, one.ours)}</td>
            <td data-label={columns.state}>{settledWords(locale, one, nowMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `tog 500 kr, gav tillbaka 10 kr`, or that there is nothing. */
export function sideWords(locale: Locale, side: MoneySide | null): string {
  const { sides, nothing } = textsFor(locale).money;
  const amounts: [string, number][] = side === null ? [] : [
    [sides.heldOre, side.heldOre],
    [sides.takenOre, side.takenOre],
    [sides.returnedOre, side.returnedOre],
  ];
  const said = amounts.filter(([, ore]) => ore !== 0)
    .map(([name, ore]) => `${name} ${formatMoney(locale, ore)}`);
  return said.length === 0 ? nothing : said.join(", ");
}

/** Whether it waits, or since when it does no more; `by` is who settled it, where that is known. */
export function settledWords(
  locale: Locale,
  { settledAt, settledBy }: Pick<Difference, "settledAt" | "settledBy">,
  nowMs: number,
  by = "",
): string {
  const { difference: words } = textsFor(locale).money;
  if (settledAt === null) return words.stands;
  const at = formatMoment(locale, wallTimeOf(settledAt), dateOf(wallTimeOf(nowMs)));
  return settledBy === null ? words.byItself(at) : words.settled(at, by);
}
