// The report on data protection as a table for spreadsheets.
import { type ComplianceReport, REPORT_SECTIONS } from "../../../compliance/compliance-report.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { writeCsv } from "../../../setup/csv.ts";

/** A figure a line, under its section. */
export function reportCsv(locale: Locale, report: ComplianceReport): string {
  const { report: words } = textsFor(locale).compliance;
  return writeCsv(
    REPORT_SECTIONS.flatMap((section) =>
      Object.entries(report.sections[section]).map(([name, count]) => [
        ...[report.month, words.sections[section], figureWord(locale, name), String(count)],
      ])
    ),
  );
}

/** The word for a figure. */
export function figureWord(locale: Locale, name: string): string {
  const words: Readonly<Record<string, string>> = textsFor(locale).compliance.report.figures;
  return words[name] ?? name;
}
