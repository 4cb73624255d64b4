// The queue of data requests as a table for spreadsheets: the columns of the page, with days that can be sorted.
import type { RequestRow } from "../../../board/request-rows.ts";
import { csvFile } from "../../../forms/csv-field.ts";
import { wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { whoseRequest } from "./whose-request.ts";

/** The table; its last line says so where there are more. */
export function requestsCsv(
  locale: Locale,
  { rows, isWhole }: { rows: readonly RequestRow[]; isWhole: boolean },
): string {
  const words = textsFor(locale).dataRequests;
  const { what, who, state, left, received } = words.columns;
  return csvFile([
    [what, who, state, left, received],
    ...rows.map((row) => cellsOf(locale, row)),
    ...(isWhole ? [] : [[words.cutFile(rows.length)]]),
  ]);
}

function cellsOf(locale: Locale, row: RequestRow): string[] {
  const { type, state, dueOn, receivedAt } = row.request;
  const words = textsFor(locale).dataRequests;
  const left = row.isOpen ? `${words.daysLeft(row.days)}, ${words.dueOn(dueOn)}` : "";
  const received = wallTimeOf(receivedAt).replace("T", " ");
  return [words.types[type], whoseRequest(words, row), words.states[state], left, received];
}
