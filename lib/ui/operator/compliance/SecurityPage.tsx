// What was noticed: what the detectors found, whom it is about, and what happened by day.
import type { FoundIdentity, SecurityData } from "../../../board/security-page.ts";
import { FINDING_SEVERITY } from "../../../detection/finding.ts";
import { formatMoment, formatNumber, formatShortDate, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { Said } from "../../parts/Said.tsx";
import { CompliancePage, type ComplianceProps } from "./CompliancePage.tsx";

/** The page in the operators' frame. */
export function SecurityPage(props: ComplianceProps<SecurityData>) {
  const { data, state: { locale } } = props;
  const words = textsFor(locale).securityWatch;
  return (
    <CompliancePage {...props} at={paths.adminSecurity()} title={words.title} lead={words.lead}>
      <section class="compliance-part">
        <h2>{words.findings}</h2>
        {data.findings.length === 0
          ? <p>{words.none}</p>
          : <Findings data={data} locale={locale} />}
      </section>
      {data.identities.length > 0 && <Identities data={data} locale={locale} />}
      {data.days.length > 0 && <Days data={data} locale={locale} />}
    </CompliancePage>
  );
}

type Part = { data: SecurityData; locale: Locale };

function Findings({ data, locale }: Part) {
  const { compliance, securityWatch: words } = textsFor(locale);
  const { columns } = words;
  const today = dateOf(wallTimeOf(data.nowMs));
  const number = (value: number) => formatNumber(locale, Math.round(value));
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.findings}</caption>
      <thead>
        <tr>{Object.values(columns).map((name) => <th key={name} scope="col">{name}</th>)}</tr>
      </thead>
      <tbody>
        {data.findings.map((one) => (
          <tr key={one.id}>
            <th scope="row" class="job-what">{formatMoment(locale, wallTimeOf(one.at), today)}</th>
            <td data-label={columns.what}>
              {words.detector[one.detector]}{" "}
              {words.since(formatMoment(locale, wallTimeOf(one.since), today))}
            </td>
            <td data-label={columns.whom}>
              <Whom {...one.identity} name={one.name} locale={locale} />
            </td>
            <td data-label={columns.count}>
              {words.ofThreshold(number(one.count), number(one.threshold))}
            </td>
            <td data-label={columns.wake}>
              {FINDING_SEVERITY[one.detector] === "wake" ? compliance.yes : compliance.no}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Whom(
  { kind, mark, name, locale }: Omit<FoundIdentity, "findings"> & { locale: Locale },
) {
  const words = textsFor(locale).securityWatch;
  return (
    <>
      {words.identity[kind]} {name === "" ? <code>{mark}</code> : <Said>{name}</Said>}
    </>
  );
}

function Identities({ data, locale }: Part) {
  const words = textsFor(locale).securityWatch;
  return (
    <section class="compliance-part">
      <h2>{words.byIdentity}</h2>
      <table class="listing jobs-table">
        <caption class="visually-hidden">{words.byIdentity}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.whom}</th>
            <th scope="col">{words.times}</th>
          </tr>
        </thead>
        <tbody>
          {data.identities.map((one) => (
            <tr key={one.kind + one.mark}>
              <th scope="row" class="job-what">
                <Whom kind={one.kind} mark={one.mark} name={one.name} locale={locale} />
              </th>
              <td data-label={words.times}>{formatNumber(locale, one.findings)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Days({ data, locale }: Part) {
  const words = textsFor(locale).securityWatch;
  const kinds = Object.entries(words.kinds);
  return (
    <section class="compliance-part">
      <h2>{words.days}</h2>
      <table class="listing jobs-table">
        <caption class="visually-hidden">{words.days}</caption>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            {kinds.map(([kind, name]) => <th key={kind} scope="col">{name}</th>)}
          </tr>
        </thead>
        <tbody>
          {data.days.map(({ day, sums }) => (
            <tr key={day}>
              <th scope="row" class="job-what">{formatShortDate(locale, day)}</th>
              {kinds.map(([kind, name]) => (
                <td key={kind} data-label={name}>{formatNumber(locale, sums.get(kind) ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
