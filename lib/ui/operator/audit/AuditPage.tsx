// The audit log as a page: what can be asked, entries, the newest first, and how the log is just now.
import type { AuditEntry } from "../../../audit/entry.ts";
import { outcomeOf } from "../../../audit/entry-words.ts";
import type { AuditData } from "../../../board/audit-page.ts";
import { addressOf, type AuditQuery } from "../../../board/audit-query.ts";
import { formatMoment, formatNumber, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { said } from "../../parts/Said.tsx";
import { CompliancePage, type ComplianceProps } from "../compliance/CompliancePage.tsx";
import { Fact, Facts } from "../compliance/Facts.tsx";
import { AuditForm } from "./AuditForm.tsx";
import { whatWords, whoWords } from "./audit-words.ts";

/** The page in the operators' frame. */
export function AuditPage(props: ComplianceProps<AuditData>) {
  const { data, state: { locale } } = props;
  const { audit: words } = textsFor(locale);
  const { entries, next, query, isUnknown } = data;
  return (
    <CompliancePage {...props} at={paths.adminAudit()} title={words.title} lead={words.lead}>
      <LogState data={data} locale={locale} />
      <AuditForm data={data} locale={locale} />
      {isUnknown && <p role="status">{words.unknownReference}</p>}
      {entries.length === 0
        ? <p>{next === null ? words.none : words.noneYet}</p>
        : <Entries data={data} locale={locale} />}
      <Ways query={query} next={next} locale={locale} />
    </CompliancePage>
  );
}

type Part = { data: AuditData; locale: Locale };

function LogState({ data: { figures, nowMs }, locale }: Part) {
  const words = textsFor(locale).audit;
  const number = (value: number) => formatNumber(locale, value);
  const today = dateOf(wallTimeOf(nowMs));
  const { size, signedSize, signedAt, waiting, isMore, standsStill } = figures;
  return (
    <section class="compliance-part">
      <h2>{words.figures}</h2>
      <Facts areFigures>
        <Fact name={words.entries}>{number(size)}</Fact>
        <Fact name={words.waiting}>
          {isMore ? words.waitingOver(number(waiting)) : number(waiting)}
        </Fact>
        <Fact name={words.lastCheckpoint}>
          {signedAt === "" ? words.notSigned : words.signedOf(
            number(signedSize),
            formatMoment(locale, wallTimeOf(signedAt), today),
          )}
        </Fact>
        <Fact name={words.appender}>{standsStill ? words.standsStill : words.goesOn}</Fact>
      </Facts>
    </section>
  );
}

function Entries({ data, locale }: Part) {
  const words = textsFor(locale).audit;
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.kind}</th>
          <th scope="col">{words.outcome}</th>
          <th scope="col">{words.subjects}</th>
        </tr>
      </thead>
      <tbody>
        {data.entries.map((entry) => (
          <Entry key={entry.index} entry={entry} data={data} locale={locale} />
        ))}
      </tbody>
    </table>
  );
}

function Entry({ entry, data, locale }: Part & { entry: AuditEntry }) {
  const words = textsFor(locale).audit;
  const { index, at, who, what, kind, count, subjects, further } = entry;
  const today = dateOf(wallTimeOf(data.nowMs));
  const people = subjects.length + (further?.count ?? 0);
  return (
    <tr>
      <th scope="row" class="job-what">
        <a href={paths.adminAuditEntry(String(index))}>
          <time dateTime={at}>{formatMoment(locale, wallTimeOf(at), today)}</time>{" "}
          {words.entry(String(index))}
        </a>
      </th>
      <td data-label={words.who}>{said(whoWords(locale, who, data.staff))}</td>
      <td data-label={words.what}>
        {whatWords(locale, entry)} <code>{entry.act ?? what}</code>
      </td>
      <td data-label={words.kind}>
        {words.kinds[kind]}
        {count !== undefined && ` (${formatNumber(locale, count)})`}
      </td>
      <td data-label={words.outcome}>{words.outcomes[outcomeOf(entry)]}</td>
      <td data-label={words.subjects}>{formatNumber(locale, people)}</td>
    </tr>
  );
}

function Ways(
  { query, next, locale }: { query: AuditQuery; next: number | null; locale: Locale },
) {
  const words = textsFor(locale).audit;
  const asked = addressOf(query);
  return (
    <p class="button-row">
      {next !== null && (
        <a class="button" href={paths.adminAudit({ ...asked, before: String(next) })}>
          {words.older}
        </a>
      )}
      <a class="button" href={paths.adminAuditCsv(asked)}>{words.csv}</a>
      <a class="button" href={paths.adminAuditJson(asked)}>{words.json}</a>
    </p>
  );
}
