// One entry of the audit log as a page: what it says in words, hashes before and after, and the proof that it is what was signed.
import type { AuditEntry } from "../../../audit/entry.ts";
import { outcomeOf } from "../../../audit/entry-words.ts";
import type { ChangedRow } from "../../../audit/intent.ts";
import type { AuditEntryData } from "../../../board/audit-page.ts";
import { formatMoment, formatNumber, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { Said, said } from "../../parts/Said.tsx";
import { CompliancePage, type ComplianceProps } from "../compliance/CompliancePage.tsx";
import { Fact, Facts } from "../compliance/Facts.tsx";
import { whatWords, whoWords } from "./audit-words.ts";
import { EntryProof } from "./EntryProof.tsx";

/** The page in the operators' frame. */
export function AuditEntryPage(props: ComplianceProps<AuditEntryData>) {
  const { data, state: { locale } } = props;
  const words = textsFor(locale).audit;
  const { entry, index, text } = data;
  return (
    <CompliancePage
      {...props}
      at=""
      title={words.entry(String(index))}
      lead={words.entryTitle}
    >
      <p>
        <a href={paths.adminAudit()}>{words.back}</a>
      </p>
      {entry === null ? <p role="status">{words.unreadable}</p> : (
        <>
          <What entry={entry} data={data} locale={locale} />
          <Subjects data={data} locale={locale} />
          <Rows rows={entry.rows} locale={locale} />
        </>
      )}
      <EntryProof data={data} locale={locale} />
      <section class="compliance-part">
        <h2>{words.text}</h2>
        <pre class="audit-text">{text}</pre>
      </section>
    </CompliancePage>
  );
}

type Part = { data: AuditEntryData; locale: Locale };

function What({ entry, data, locale }: Part & { entry: AuditEntry }) {
  const words = textsFor(locale).audit;
  const { at, who, what, act, kind, from, ref, count, commit, why } = entry;
  const today = dateOf(wallTimeOf(data.nowMs));
  return (
    <section class="compliance-part">
      <h2>{whatWords(locale, entry)}</h2>
      <Facts>
        <Fact name={words.when}>
          <time dateTime={at}>{formatMoment(locale, wallTimeOf(at), today)}</time> <code>{at}</code>
        </Fact>
        <Fact name={words.who}>
          {said(whoWords(locale, who, data.staff))} <code>{who}</code>
        </Fact>
        <Fact name={words.kind}>{words.kinds[kind]}</Fact>
        <Fact name={words.outcome}>{words.outcomes[outcomeOf(entry)]}</Fact>
        <Fact name={words.command}>
          <code>{what}</code>
        </Fact>
        {act !== undefined && (
          <Fact name={words.act}>
            <code>{act}</code>
          </Fact>
        )}
        {why !== undefined && (
          <Fact name={words.why}>
            {data.why === null ? words.whyGone : <Said>{data.why}</Said>}
          </Fact>
        )}
        <Fact name={words.fromWhere}>{from === "" ? words.noNetwork : <code>{from}</code>}</Fact>
        {ref !== "" && (
          <Fact name={words.reference}>
            <code>{ref}</code>
          </Fact>
        )}
        {count !== undefined && <Fact name={words.count}>{formatNumber(locale, count)}</Fact>}
        <Fact name={words.commit}>
          <code>{commit}</code>
        </Fact>
      </Facts>
    </section>
  );
}

function Subjects({ data: { subjects, furtherCount }, locale }: Part) {
  const words = textsFor(locale).audit;
  return (
    <section class="compliance-part">
      <h2>{words.subjects}</h2>
      {subjects.length === 0 ? <p>{words.noSubjects}</p> : (
        <ul class="audit-subjects">
          {subjects.map(({ mark, isKept }) => (
            <li key={mark}>
              <a href={paths.adminAudit({ subject: mark })}>
                <code>{mark}</code>
              </a>{" "}
              {isKept ? words.kept : words.erased}
            </li>
          ))}
          {furtherCount > 0 && <li>{words.further(formatNumber(locale, furtherCount))}</li>}
        </ul>
      )}
    </section>
  );
}

function Rows({ rows, locale }: { rows: readonly ChangedRow[]; locale: Locale }) {
  const words = textsFor(locale).audit;
  return (
    <section class="compliance-part">
      <h2>{words.rows}</h2>
      {rows.length === 0 ? <p>{words.noRows}</p> : (
        <table class="listing jobs-table">
          <caption class="visually-hidden">{words.rows}</caption>
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              <th scope="col">{words.was}</th>
              <th scope="col">{words.is}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, was, is }) => (
              <tr key={row}>
                <th scope="row" class="job-what audit-hash">
                  <code>{row}</code>
                </th>
                <td data-label={words.was} class="audit-hash">{wasWords(locale, was)}</td>
                <td data-label={words.is} class="audit-hash">
                  {is === null ? words.gone : <code>{is.slice(1)}</code>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function wasWords(locale: Locale, was: ChangedRow["was"]) {
  const words = textsFor(locale).audit;
  if (was === null) return words.absent;
  if (was === "?") return words.unchecked;
  return was.startsWith("@") ? words.writtenBy(was.slice(1)) : <code>{was.slice(1)}</code>;
}
