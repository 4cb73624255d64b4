// The whole board as it looks: heading, figures, needs, the day or a search, and the pane.
import type { BookingId, BookingSummary } from "../../../booking/booking.ts";
import { needyBookings } from "../../../board/attention.ts";
import { countOf, type DayData } from "../../../board/day.ts";
import { DayHeading } from "./DayHeading.tsx";
import { DayPages } from "./DayPages.tsx";
import { DayTable } from "./DayTable.tsx";
import { Figures } from "./Figures.tsx";
import type { Freshness } from "../live/freshness.ts";
import type { Look } from "../frame/look.ts";
import { NeedsYou } from "./NeedsYou.tsx";
import { NewBookings } from "../live/NewBookings.tsx";
import { Pane } from "../pane/Pane.tsx";
import { chosenId, type PaneState } from "../../../board/pane-state.ts";
import { dayRows } from "./rows.ts";
import { SearchResults } from "../search/SearchResults.tsx";
import type { SearchState } from "../../../board/search-state.ts";
import { ContactBanner } from "../live/ContactBanner.tsx";

/** Everything the board shows. */
export interface BoardProps {
  look: Look;
  day: DayData;
  pane: PaneState;
  search: SearchState;
  freshness: Freshness | null;
  fresh: ReadonlySet<BookingId>;
  formToken: string;
}

/** The board; the same markup from the server and in the browser. */
export function Board(props: BoardProps) {
  const { look, day, pane, search, freshness } = props;
  const chosen = chosenId(pane);
  return (
    <div class="board" data-pane={chosen === null ? undefined : "open"}>
      <div class="board-main">
        <DayHeading
          look={look}
          date={day.date}
          query={search.kind === "off" ? "" : search.query}
          freshness={freshness}
          nowMs={day.nowMs}
        />
        <ContactBanner look={look} freshness={freshness} />
        {search.kind === "off"
          ? <Day {...props} chosen={chosen} />
          : <SearchResults look={look} search={search} chosen={chosen} nowMs={day.nowMs} />}
      </div>
      <Pane
        look={look}
        pane={pane}
        date={day.date}
        query={search.kind === "off" ? "" : search.query}
        nowMs={day.nowMs}
        formToken={props.formToken}
      />
    </div>
  );
}

function Day(props: BoardProps & { chosen: BookingId | null }) {
  const { look, day, chosen, fresh } = props;
  const isToday = day.date === look.today;
  const shown = new Set(day.bookings.map(({ id }) => id));
  const others = day.needy.filter(({ id }) => !shown.has(id));
  const needy = isToday ? needyBookings([...others, ...day.bookings], day.nowMs) : [];
  const { figures, total } = countOf(day);
  const rows = dayRows(day.bookings, { nowMs: isToday ? day.nowMs : null, chosen });
  return (
    <>
      <Figures
        look={look}
        figures={figures}
        freeVehicles={day.freeVehicles}
        isToday={isToday}
        needsDriver={needy.some(({ attention }) => attention.kind === "no-driver")}
      />
      {isToday && <NeedsYou look={look} needy={needy} chosen={chosen} />}
      <div class="day-list">
        <NewBookings look={look} fresh={freshInOrder(day.bookings, fresh)} />
        <DayPages look={look} day={day} total={total} />
        <DayTable
          look={look}
          date={day.date}
          rows={rows}
          chosen={chosen}
          fresh={fresh}
          nowMs={day.nowMs}
        />
      </div>
    </>
  );
}

function freshInOrder(
  bookings: readonly BookingSummary[],
  fresh: ReadonlySet<BookingId>,
): BookingSummary[] {
  return bookings.filter((booking) => fresh.has(booking.id));
}
