// The report on data protection of a month: figures by section, and the same as files.
import type { ReportData } from "../../../board/report-page.ts";
import { checkWords } from "../../../compliance/check-words.ts";
import { REPORT_SECTIONS } from "../../../compliance/compliance-report.ts";
import { formatNumber } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { paths } from "../../../kernel/paths.ts";
import { CompliancePage, type ComplianceProps } from "./CompliancePage.tsx";
import { Fact, Facts } from "./Facts.tsx";
import { figureWord } from "./report-csv.ts";

/** The page in the operators' frame. */
export function ReportPage(props: ComplianceProps<ReportData>) {
  const { data, state: { locale } } = props;
  const { compliance } = textsFor(locale);
  const words = compliance.report;
  const { month, sections, checkpoint, check } = data;
  return (
    <CompliancePage {...props} at={paths.adminCompliance()} title={words.title} lead={words.lead}>
      <form class="field-stack" method="get" action={paths.adminCompliance()}>
        <label class="action-field">
          <span>{words.month}</span>
          <input type="month" name="month" value={month} required />
        </label>
        <div class="button-row">
          <button type="submit" class="button">{words.show}</button>
          <a class="button" href={paths.adminReportCsv({ month })}>{compliance.csv}</a>
          <a class="button" href={paths.adminReportJson({ month })}>{compliance.json}</a>
        </div>
      </form>
      {REPORT_SECTIONS.map((section) => (
        <section key={section} class="compliance-part">
          <h2>{words.sections[section]}</h2>
          <Facts areFigures>
            {Object.entries(sections[section]).map(([name, count]) => (
              <Fact key={name} name={figureWord(locale, name)}>{formatNumber(locale, count)}</Fact>
            ))}
          </Facts>
        </section>
      ))}
      {checkpoint !== "" && (
        <section class="compliance-part">
          <p>{checkWords(words, check)}</p>
          <p>{words.checkpoint}</p>
          <pre class="audit-text">{checkpoint}</pre>
        </section>
      )}
    </CompliancePage>
  );
}
