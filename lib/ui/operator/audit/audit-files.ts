// Entries of the audit log as files: a table for spreadsheets, and JSON that has each entry as it was hashed.
import { type AuditEntry } from "../../../audit/entry.ts";
import { outcomeOf } from "../../../audit/entry-words.ts";
import type { AuditFile } from "../../../board/audit-file.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { csvLine } from "../../../setup/csv.ts";
import { whatWords } from "./audit-words.ts";

/** The table, some lines at a time. */
export async function* auditCsv(locale: Locale, { entries }: AuditFile): AsyncGenerator<string> {
  const words = textsFor(locale).audit;
  yield "\ufeff" + csvLine([
    ...["#", words.when, words.kind, words.outcome, words.who, words.what, words.command],
    ...[words.act, words.count, words.fromWhere, words.reference, words.subjects, words.rows],
    words.commit,
  ]);
  for await (const some of entries) {
    yield some.map((entry) => csvLine(cellsOf(locale, entry))).join("");
  }
}

/** An object with the checkpoint, each entry as it was hashed, and below which the next file begins. */
export async function* auditJson(
  { entries, next }: AuditFile,
  signed: { verifierKey: string; checkpoint: string },
): AsyncGenerator<string> {
  yield `${JSON.stringify(signed).slice(0, -1)},"entries":[`;
  let before = "\n";
  for await (const some of entries) {
    yield some.map((entry) => {
      const line = before + JSON.stringify(entry);
      before = ",\n";
      return line;
    }).join("");
  }
  yield `\n],"next":${JSON.stringify(next)}}\n`;
}

function cellsOf(locale: Locale, entry: AuditEntry): string[] {
  const words = textsFor(locale).audit;
  const { index, at, kind, who, what, act, count, from, ref, subjects, further, rows, commit } =
    entry;
  return [
    ...[String(index), at, words.kinds[kind], words.outcomes[outcomeOf(entry)], who],
    ...[whatWords(locale, entry), what, act ?? "", String(count ?? ""), from, ref],
    [...subjects, ...(further === undefined ? [] : [`+${further.count}`])].join(" "),
    rows.map(({ row, was, is }) => `${row} ${was ?? "-"} ${is ?? "-"}`).join("; "),
    commit,
  ];
}
