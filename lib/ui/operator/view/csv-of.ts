// Arranges a day as an address says, and writes it as a file.
import type { DayFile } from "../../../board/day-file.ts";
import { boardTexts } from "../../../i18n/board-texts.ts";
import { wallTimeOf } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { dayList } from "../day/rows.ts";
import type { Look } from "../frame/look.ts";
import { readBoardView } from "./board-view.ts";
import { dayCsv } from "./day-csv.ts";

/** What the board shows of the day at that address, as CSV. */
export function csvOf(locale: Locale, file: DayFile, search: URLSearchParams): string {
  const { date, bookings, fleet } = file;
  const view = readBoardView(search);
  const today = dateOf(wallTimeOf(file.nowMs));
  const look: Look = { locale, texts: boardTexts(locale), fleet, today };
  const nowMs = date === today ? file.nowMs : null;
  const { rows } = dayList(bookings, { nowMs, chosen: null, view, names: look });
  return dayCsv(look, rows, view.columns, nowMs);
}
