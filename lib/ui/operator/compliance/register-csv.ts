// The record of processing as a table for spreadsheets.
import type { RegisterRecord } from "../../../board/register-page.ts";
import type { RegisterEntry } from "../../../compliance/processing-register.ts";
import { formatNumber } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { writeCsv } from "../../../setup/csv.ts";

const HOUR_MS = 60 * 60_000;

/** Where a purpose stores what: each family, with how long its rows last where they end by themselves. */
export function familiesIn(
  locale: Locale,
  { families }: Pick<RegisterEntry, "families">,
): string {
  return families.map(({ name, kept }) => {
    if (kept.until !== "expiry" && kept.until !== "age") return name;
    const ms = kept.until === "expiry" ? kept.atMostMs : kept.ms;
    return `${name} (${hoursOrDays(locale, Math.ceil(ms / HOUR_MS))})`;
  }).join(", ");
}

/** A line a purpose; below them a line a recipient. */
export function registerCsv(
  locale: Locale,
  { controller, entries, processors }: RegisterRecord,
): string {
  const { compliance: { register: words }, purposes } = textsFor(locale);
  const head = [
    ...[words.controller, words.purposes, words.why, words.basis, words.subjects, words.data],
    ...[words.recipients, words.until, words.measures, words.families],
  ];
  const rows = entries.map(({ purpose, basis, subjects, families, recipients }) => {
    const said = purposes.purpose[purpose];
    return [
      ...[controller?.name ?? "", said.name, said.why, purposes.basis[basis]],
      subjects.map((one) => purposes.subject[one]).join(", "),
      said.data,
      recipients.map((one) => purposes.wayOut[one]).join(", "),
      ...[said.until, words.measuresText],
      familiesIn(locale, { families }),
    ];
  });
  const parties = processors.map((one) => [
    ...[purposes.wayOut[one.wayOut], one.host, one.name, purposes.role[one.role], one.country],
    one.transfer === null ? "" : purposes.transfer[one.transfer],
    one.contractDate,
    one.missing.map((what) => purposes.missing[what]).join(", "),
  ]);
  return writeCsv([head, ...rows, [], Object.values(words.columns), ...parties]);
}

function hoursOrDays(locale: Locale, hours: number): string {
  const { purposes } = textsFor(locale);
  return hours % 24 === 0
    ? purposes.keptDays(formatNumber(locale, hours / 24))
    : purposes.keptHours(formatNumber(locale, hours));
}
