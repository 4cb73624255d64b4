// The rules of retention: what, how long, why, by which law, and the tables it is about.
import type { RuleView } from "../../../board/retention-page.ts";
import { formatNumber } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { BOOKKEEPING_YEARS } from "../../../kernel/bookkeeping-time.ts";
import type { Locale } from "../../../kernel/locale.ts";

/** Longer times than this are told in days, in hours. */
const HOURS_TOLD = 72;

/** Properties of RuleTable. */
export interface RuleTableProps {
  rules: readonly RuleView[];
  locale: Locale;
}

/** The table. */
export function RuleTable({ rules, locale }: RuleTableProps) {
  const words = textsFor(locale).retention;
  const { what, period, why, law, families } = words.columns;
  return (
    <table class="listing jobs-table retention-rules">
      <caption class="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{what}</th>
          <th scope="col">{period}</th>
          <th scope="col">{why}</th>
          <th scope="col">{law}</th>
          <th scope="col">{families}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.name}>
            <th scope="row">{words.rules[rule.name].name}</th>
            <td data-label={period}>{periodWords(rule, locale)}</td>
            <td data-label={why}>{words.rules[rule.name].why}</td>
            <td data-label={law}>
              {rule.law === "" ? words.noLaw : <span lang="sv">{rule.law}</span>}
            </td>
            <td data-label={families} class="retention-families">{rule.families.join(", ")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function periodWords({ period, hours }: RuleView, locale: Locale): string {
  const { period: words, atMost: most } = textsFor(locale).retention;
  switch (period.kind) {
    case "months":
      return words.months(period.months);
    case "bookkeeping":
      return words.bookkeeping(BOOKKEEPING_YEARS);
    case "registry":
      if (hours === null) return words.registry;
      return hours < HOURS_TOLD
        ? most.hours(formatNumber(locale, Math.ceil(hours)))
        : most.days(formatNumber(locale, Math.ceil(hours / 24)));
    default:
      return words[period.kind];
  }
}
