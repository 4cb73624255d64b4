// The whole board as it looks: heading, figures, needs, filters, the day or a search, its foot, and the pane.
import type { BookingId } from "../../../booking/booking.ts";
import { isOver } from "../../../booking/booking-rules.ts";
import type { JustBooked } from "../../../board/board-page-data.ts";
import type { DeadJobCount } from "../../../board/dead-jobs.ts";
import { countOf, type DayData, isWholeDay, knownBookings } from "../../../board/day.ts";
import { chosenId, type PaneState } from "../../../board/pane-state.ts";
import type { SearchState } from "../../../board/search-state.ts";
import type { TomorrowLacks } from "../../../board/tomorrow.ts";
import { ActBar } from "../acts/ActBar.tsx";
import type { LastAct } from "../acts/last-act.ts";
import { BulkView, type ShownBulk } from "../bulk/BulkView.tsx";
import { SelectionBar } from "../bulk/SelectionBar.tsx";
import { DayHeading } from "./DayHeading.tsx";
import { DayTable } from "./DayTable.tsx";
import { Figures } from "./Figures.tsx";
import { KeysDialog } from "./KeysDialog.tsx";
import { MoreTrips } from "./MoreTrips.tsx";
import type { DayList } from "./rows.ts";
import { FootBar, type FootBarProps } from "../frame/FootBar.tsx";
import type { Look } from "../frame/look.ts";
import { ContactBanner } from "../live/ContactBanner.tsx";
import type { Freshness } from "../live/freshness.ts";
import { type Need, needCount, needsOf } from "../needs/needs.ts";
import { NeedsYou } from "../needs/NeedsYou.tsx";
import { BookedNote } from "../order/BookedNote.tsx";
import { Pane } from "../pane/Pane.tsx";
import { SearchResults } from "../search/SearchResults.tsx";
import { DayFoot } from "../view/DayFoot.tsx";
import { FilterBar } from "../view/FilterBar.tsx";
import { filterCounts, worstLateMinutes } from "../view/filters.ts";
import { type ListAt, listHref, tripHrefs } from "../view/list-address.ts";

/** Everything the board shows. */
export interface BoardProps {
  look: Look;
  day: DayData;
  at: ListAt;
  list: DayList;
  /** The row that Tab leads to, or null without script. */
  stop: BookingId | null;
  pane: PaneState;
  search: SearchState;
  freshness: Freshness | null;
  fresh: ReadonlySet<BookingId>;
  jobs: DeadJobCount;
  tomorrow: TomorrowLacks | null;
  /** What the last act of a need came to, "" for nothing. */
  said: string;
  last: LastAct;
  /** What was booked from this board just now, or null. */
  booked: JustBooked | null;
  bulk: ShownBulk;
  operatorName: string;
  formToken: string;
}

/** The board; the same markup from the server and in the browser. */
export function Board(props: BoardProps) {
  const { look, day, at, pane, freshness } = props;
  const chosen = chosenId(pane);
  const needs = needsOfDay(props);
  return (
    <div
      class="board"
      data-pane={chosen === null ? undefined : "open"}
      data-density={at.view.density ?? "tight"}
    >
      <DayHeading
        look={look}
        date={day.date}
        query={at.query}
        freshness={freshness}
        nowMs={day.nowMs}
      />
      <div class="board-main">
        <List {...props} chosen={chosen} needs={needs} />
        <p class="visually-hidden" role="status">{props.said}</p>
        <ContactBanner look={look} freshness={freshness} />
      </div>
      {chosen !== null && (
        <Pane
          look={look}
          pane={pane}
          backTo={listHref(at)}
          nowMs={day.nowMs}
          freshness={freshness}
          formToken={props.formToken}
        />
      )}
      {props.booked !== null && (
        <BookedNote look={look} booked={props.booked} href={tripHrefs(at)(props.booked.id)} />
      )}
      {props.bulk.plan.kind === "off" && (
        <SelectionBar look={look} selection={props.bulk.selection} />
      )}
      <ActBar
        {...{ look, last: props.last, nowMs: day.nowMs, formToken: props.formToken }}
        isLive={freshness !== null}
      />
      <FootBar look={look} page="day" board={footOf(props, chosen, needs)} />
      <KeysDialog look={look} />
    </div>
  );
}

/** Only today needs anybody; null on other days. */
function needsOfDay({ look, day, jobs, tomorrow }: BoardProps): readonly Need[] | null {
  if (day.date !== look.today) return null;
  return needsOf(knownBookings(day), { nowMs: day.nowMs, fleet: look.fleet, jobs, tomorrow });
}

function footOf(
  { at, search }: BoardProps,
  chosen: BookingId | null,
  needs: readonly Need[] | null,
): FootBarProps["board"] {
  const isShown = search.kind === "off" && needs !== null;
  return {
    dayHref: listHref(at),
    isBookingOpen: chosen !== null,
    needs: isShown ? needCount(needs) : null,
  };
}

interface ShownDay extends BoardProps {
  chosen: BookingId | null;
  /** Null on other days than today. */
  needs: readonly Need[] | null;
}

/** The plan for several trips, a search, or the day. */
function List(props: ShownDay) {
  const { look, day, at, search, chosen, stop, bulk } = props;
  if (bulk.plan.kind !== "off") {
    return <BulkView look={look} bulk={bulk} nowMs={day.nowMs} hrefs={tripHrefs(at)} />;
  }
  if (search.kind === "off") return <Day {...props} />;
  const { nowMs } = day;
  const picked = bulk.selection.ids;
  return <SearchResults {...{ look, at, search, chosen, stop, picked, nowMs }} />;
}

function Day(props: ShownDay) {
  const { look, day, at, list } = props;
  const isToday = day.date === look.today;
  const counts = filterCounts(knownBookings(day), isToday ? day.nowMs : null);
  return (
    <>
      <DayTop {...props} late={counts.traits.late} isToday={isToday} />
      <FilterBar
        look={look}
        at={at}
        counts={counts}
        isToday={isToday}
        operatorName={props.operatorName}
      />
      <div class="day-list">
        <MoreTrips look={look} at={at} day={day} side="earlier" />
        <DayTable
          look={look}
          at={at}
          list={list}
          chosen={props.chosen}
          stop={props.stop}
          picked={props.bulk.selection.ids}
          fresh={props.fresh}
          nowMs={day.nowMs}
        />
        <MoreTrips look={look} at={at} day={day} side="later" />
        <DayFoot
          look={look}
          at={at}
          list={list}
          fresh={day.bookings.filter(({ id }) => props.fresh.has(id))}
          freshness={props.freshness}
        />
      </div>
    </>
  );
}

/** What is counted, and what needs somebody. */
function DayTop(props: ShownDay & { late: number; isToday: boolean }) {
  const { look, day, at, freshness, isToday, late, needs } = props;
  const { nowMs, freeVehicles } = day;
  const bookings = knownBookings(day);
  return (
    <>
      <Figures
        look={look}
        at={at}
        figures={countOf(day).figures}
        done={isWholeDay(day) ? bookings.filter(({ status }) => isOver(status)).length : 0}
        late={late}
        worstMinutes={worstLateMinutes(bookings, nowMs)}
        freeVehicles={freeVehicles}
        isToday={isToday}
        needsDriver={(needs ?? []).some((need) => "why" in need && need.why === "no-driver")}
        freshness={freshness}
      />
      {needs !== null && (
        <NeedsYou
          look={look}
          needs={needs}
          chosen={props.chosen}
          nowMs={nowMs}
          freshness={freshness}
          formToken={props.formToken}
          hrefs={tripHrefs(at)}
        />
      )}
    </>
  );
}
