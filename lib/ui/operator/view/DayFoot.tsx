// The foot of the list: how much of the day is shown, what came in meanwhile, columns, paper, and a file.
import type { BookingSummary } from "../../../booking/booking.ts";
import { paths } from "../../../kernel/paths.ts";
import type { DayList } from "../day/rows.ts";
import type { Look } from "../frame/look.ts";
import type { Freshness } from "../live/freshness.ts";
import { NewBookings } from "../live/NewBookings.tsx";
import { StaleNote } from "../live/StaleNote.tsx";
import { COLUMNS, FIXED_COLUMNS, viewWords } from "./board-view.ts";
import { KeptWords } from "./FilterBar.tsx";
import { WHOLE_ROWS } from "./row-window.ts";
import { type ListAt, tripHrefs, viewHref } from "./list-address.ts";

/** What the foot shows. */
export interface DayFootProps {
  look: Look;
  at: ListAt;
  list: DayList;
  fresh: readonly BookingSummary[];
  freshness: Freshness | null;
}

/** The foot; it has a place of its own, so nothing in it ever lies over a row. */
export function DayFoot({ look, at, list, fresh, freshness }: DayFootProps) {
  const words = look.texts.view.foot;
  const { isDoneShown } = at.view;
  return (
    <section class="day-foot" aria-label={words.label}>
      <p class="foot-count">
        <span role="status">{words.shown(list.shown, list.total)}</span>
        {list.known < list.total && list.shown < list.known && (
          <>
            {" · "}
            {words.known(list.known)}
          </>
        )}
        {list.hiddenDone > 0 && (
          <>
            {" · "}
            {words.hiddenDone(list.hiddenDone)}
          </>
        )}
        {(list.hiddenDone > 0 || isDoneShown) && (
          <>
            {" · "}
            <a href={viewHref(at, { ...at.view, isDoneShown: !isDoneShown })} data-view>
              {isDoneShown ? words.hideDone : words.showDone}
            </a>
          </>
        )}
        {list.rows.length > WHOLE_ROWS && !at.view.isWhole && (
          <a class="foot-whole" href={viewHref(at, { ...at.view, isWhole: true })}>{words.all}</a>
        )}
        <StaleNote look={look} freshness={freshness} />
      </p>
      <NewBookings look={look} fresh={fresh} hrefs={tripHrefs(at)} />
      <div class="foot-acts">
        <Columns look={look} at={at} />
        <button type="button" class="foot-act" data-print>{words.print}</button>
        <a class="foot-act" href={paths.adminDayCsv({ date: at.date, ...viewWords(at.view) })}>
          {words.csv}
        </a>
      </div>
    </section>
  );
}

function Columns({ look, at }: { look: Look; at: ListAt }) {
  const words = look.texts.view;
  const shown = new Set(at.view.columns);
  return (
    <details class="menu menu-up">
      <summary class="foot-act">{words.foot.columns}</summary>
      <form class="menu-box" method="get" action={paths.admin()} data-view-form>
        <KeptWords at={at} without={["cols"]} />
        {COLUMNS.map((column) => (
          <label key={column} class="menu-check">
            <input
              type="checkbox"
              name="cols"
              value={column}
              checked={shown.has(column)}
              disabled={FIXED_COLUMNS.includes(column)}
            />
            {words.columns[column]}
          </label>
        ))}
        <input type="hidden" name="cols" value={FIXED_COLUMNS.join(",")} />
        <button type="submit" class="button">{words.filters.apply}</button>
      </form>
    </details>
  );
}
