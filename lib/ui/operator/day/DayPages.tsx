// How much of a big day is shown, and the way to the rest; nothing where all of it is.
import { type DayData, isWholeDay } from "../../../board/day.ts";
import { paths } from "../../../kernel/paths.ts";
import type { Look } from "../frame/look.ts";

/** The line above the rows. */
export function DayPages({ look, day, total }: { look: Look; day: DayData; total: number }) {
  const words = look.texts.table;
  if (isWholeDay(day)) return null;
  const { date, earlier, later, bookings } = day;
  return (
    <p class="found-head day-pages">
      <span>{words.shown(bookings.length, total)}</span>
      {earlier !== null && (
        <a href={paths.admin({ date, cursor: earlier })} aria-current="false">{words.earlier}</a>
      )}
      {later !== null && (
        <a href={paths.admin({ date, cursor: later })} aria-current="false">{words.later}</a>
      )}
    </p>
  );
}
