// The live day board. The server draws the same markup; without script its links and forms do the work.
import { chosenId, type PaneState } from "../lib/board/pane-state.ts";
import { countOf, type DayData, type FleetNames, listedBookings } from "../lib/board/day.ts";
import type { JustBooked } from "../lib/board/board-page-data.ts";
import type { DeadJobCount } from "../lib/board/dead-jobs.ts";
import type { SearchState } from "../lib/board/search-state.ts";
import type { TomorrowLacks } from "../lib/board/tomorrow.ts";
import { boardTexts } from "../lib/i18n/board-texts.ts";
import { wallTimeOf } from "../lib/i18n/format.ts";
import type { PageAct } from "../lib/board/page-act.ts";
import type { Locale } from "../lib/kernel/locale.ts";
import { dateOf } from "../lib/kernel/wall-time.ts";
import { onBulkClick, onBulkInput } from "../lib/ui/operator/bulk/bulk-clicks.ts";
import { useBulk } from "../lib/ui/operator/bulk/use-bulk.ts";
import { knownTrips } from "../lib/ui/operator/bulk/selection.ts";
import { Board } from "../lib/ui/operator/day/Board.tsx";
import { pageOf } from "../lib/ui/operator/day/board-address.ts";
import { onBoardChange, onBoardClick, onBoardSubmit } from "../lib/ui/operator/day/board-clicks.ts";
import { boardMoves } from "../lib/ui/operator/day/board-moves.ts";
import { dayList, foundRows } from "../lib/ui/operator/day/rows.ts";
import { newestVersion } from "../lib/ui/operator/live/newest-version.ts";
import { tripIds } from "../lib/ui/operator/day/stop-row.ts";
import { useBoardPlace } from "../lib/ui/operator/day/use-board-place.ts";
import { SheetDialog } from "../lib/ui/operator/change/SheetDialog.tsx";
import { tellBoard, useSheet } from "../lib/ui/operator/change/use-sheet.ts";
import { usePageMoves } from "../lib/ui/operator/day/use-page-moves.ts";
import { useScrollEnd } from "../lib/ui/operator/day/use-scroll-end.ts";
import { useSteadyRows } from "../lib/ui/operator/day/use-steady-rows.ts";
import { tripOf, useStopRow } from "../lib/ui/operator/day/use-stop-row.ts";
import type { Look } from "../lib/ui/operator/frame/look.ts";
import { useBoard } from "../lib/ui/operator/live/use-board.ts";
import { useNeedActs } from "../lib/ui/operator/needs/use-need-acts.ts";
import { CarNews } from "../lib/ui/operator/pane/use-candidates.ts";
import { usePaneFocus } from "../lib/ui/operator/pane/use-pane-focus.ts";
import { type BoardView, isFiltered } from "../lib/ui/operator/view/board-view.ts";
import { useView } from "../lib/ui/operator/view/use-view.ts";

/** What the server read for the first view. */
export interface DayBoardProps {
  locale: Locale;
  day: DayData;
  fleet: FleetNames;
  pane: PaneState;
  search: SearchState;
  view: BoardView;
  jobs: DeadJobCount;
  tomorrow: TomorrowLacks | null;
  booked: JustBooked | null;
  operatorName: string;
  formToken: string;
  act: PageAct;
}

export default function DayBoard(props: DayBoardProps) {
  const { locale, fleet, formToken } = props;
  const { pane, choose, send, search, look: find, ...live } = useBoard(props);
  const { day, fresh, outside, freshness, happen, more, acted, hear } = live;
  const { view, arrange } = useView(props.view);
  useSteadyRows(outside);
  const texts = boardTexts(locale);
  const look: Look = { locale, texts, fleet, today: dateOf(wallTimeOf(day.nowMs)) };
  const chosen = chosenId(pane);
  const list = dayList(listedBookings(day, isFiltered(view)), {
    total: countOf(day).total,
    nowMs: day.date === look.today ? day.nowMs : null,
    chosen,
    view,
    names: look,
  });
  const shown = search.kind === "off" ? list.rows : foundRows(search, day.nowMs);
  const rows = useStopRow(shown, chosen);
  const focus = usePaneFocus(pane);
  const acts = useNeedActs(look, acted.perform);
  const query = search.kind === "off" ? "" : search.query;
  const at = { date: day.date, query, page: pageOf(day, search), view };
  useScrollEnd(() => more("later"));
  const listed = new Set(tripIds(shown));
  const known = knownTrips(day, search);
  const { selection, plan, actions: bulk } = useBulk(
    { rows: shown, known, stop: rows, formToken, did: acted.did, chosen },
    () => moves.closePane(),
  );
  const sheet = useSheet((done, sentMs) => {
    tellBoard(done, sentMs, { did: acted.did, hear, open: (id) => moves.open(id) });
  });
  const moves = boardMoves({
    ...{ at, pane, choose, send, find, happen, more, fresh },
    ...{ rows, listed, arrange, focus, acts, acted, sheet },
  });

  useBoardPlace(rows);
  usePageMoves({ moves: { ...moves, bulk }, day, search, choose });

  return (
    <div
      class="board-root"
      onClick={(event) => onBulkClick(event, bulk) || onBoardClick(event, moves)}
      onSubmit={(event) => onBoardSubmit(event, moves)}
      onChange={(event) => onBoardChange(event, moves)}
      onFocusIn={({ target }) => {
        const id = tripOf(target);
        if (id !== null && id !== rows.stop) rows.cameTo(id);
      }}
      onInput={(event) => {
        onBulkInput(event, bulk);
        const { target } = event;
        if (target instanceof HTMLInputElement && target.id === "board-search") {
          moves.search(target.value, false);
        }
      }}
    >
      <CarNews.Provider value={live.carNews}>
        <Board
          {...{ look, day, at, list, pane, search, freshness, fresh, formToken }}
          stop={freshness === null ? null : rows.stop}
          jobs={props.jobs}
          tomorrow={props.tomorrow}
          booked={props.booked}
          said={acts.said}
          last={acted.last}
          bulk={{ selection, plan, known }}
          operatorName={props.operatorName}
        />
      </CarNews.Provider>
      <SheetDialog
        {...{ look, sheet, formToken }}
        versionOf={(id) => newestVersion(id, { day, pane, search })}
      />
    </div>
  );
}
