// Breaches: which there are, how long IMY may still wait, and the form of a new one.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { BreachesData, BreachRow } from "../../../board/breach-page.ts";
import { formatMoment, formatNumber, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Said } from "../../parts/Said.tsx";
import { BreachFields } from "./BreachForm.tsx";
import { CompliancePage, type ComplianceProps } from "./CompliancePage.tsx";

const HOUR_MS = 60 * 60_000;

/** The page in the operators' frame. */
export function BreachesPage(props: ComplianceProps<BreachesData>) {
  const { data, state: { locale } } = props;
  const words = textsFor(locale).breaches;
  return (
    <CompliancePage {...props} at={paths.adminBreaches()} title={words.title} lead={words.lead}>
      {data.rows.length === 0 ? <p>{words.empty}</p> : <BreachTable data={data} locale={locale} />}
      {data.handles && <NewBreach data={data} locale={locale} />}
    </CompliancePage>
  );
}

/** `38 h kvar`, `2 h över tiden`, or that the clock stands. */
export function leftWords({ leftMs }: Pick<BreachRow, "leftMs">, locale: Locale): string {
  const words = textsFor(locale).breaches;
  if (leftMs === null) return words.stands;
  const hours = formatNumber(locale, Math.floor(Math.abs(leftMs) / HOUR_MS));
  return leftMs < 0 ? words.over(hours) : words.left(hours);
}

function BreachTable({ data, locale }: { data: BreachesData; locale: Locale }) {
  const words = textsFor(locale).breaches;
  const { columns } = words;
  const today = dateOf(wallTimeOf(data.nowMs));
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>{Object.values(columns).map((name) => <th key={name} scope="col">{name}</th>)}</tr>
      </thead>
      <tbody>
        {data.rows.map((row) => {
          const { id, facts, authority, people } = row.breach;
          return (
            <tr key={id}>
              <th scope="row" class="job-what">
                <a href={paths.adminBreach(id)}>
                  <Said>{facts.title}</Said>
                </a>
              </th>
              <td data-label={columns.aware}>
                {formatMoment(locale, wallTimeOf(facts.awareAt), today)}
              </td>
              <td data-label={columns.left}>{leftWords(row, locale)}</td>
              <td data-label={columns.authority}>{words.authority[authority.kind]}</td>
              <td data-label={columns.people}>{words.people[people.kind]}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function NewBreach({ data, locale }: { data: BreachesData; locale: Locale }) {
  const words = textsFor(locale).breaches;
  return (
    <section class="compliance-part">
      <h2>{words.add}</h2>
      {data.fault !== null && (
        <div role="alert">
          <Notice tone="warn">{words.faults[data.fault]}</Notice>
        </div>
      )}
      <form class="field-stack" method="post" action={paths.adminBreaches()}>
        <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
        <BreachFields locale={locale} values={data.values} />
        <div class="button-row">
          <button type="submit" class="button primary">{words.register}</button>
        </div>
      </form>
    </section>
  );
}
