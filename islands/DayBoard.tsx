// The live day board. The server draws the same markup; without script its links and forms do the work.
import { dateOf } from "../lib/kernel/wall-time.ts";
import { useEffect, useRef } from "preact/hooks";
import { boardTexts } from "../lib/i18n/board-texts.ts";
import { wallTimeOf } from "../lib/i18n/format.ts";
import type { Locale } from "../lib/kernel/locale.ts";
import { paths } from "../lib/kernel/paths.ts";
import { Board } from "../lib/ui/operator/day/Board.tsx";
import {
  type BoardMoves,
  onBoardClick,
  onBoardSubmit,
} from "../lib/ui/operator/day/board-clicks.ts";
import { onBoardKey } from "../lib/ui/operator/day/board-keys.ts";
import type { DayData, FleetNames } from "../lib/board/day.ts";
import { leaveList, returnToList } from "../lib/ui/operator/day/list-scroll.ts";
import type { Look } from "../lib/ui/operator/frame/look.ts";
import { chosenId, type PaneState } from "../lib/board/pane-state.ts";
import type { SearchState } from "../lib/board/search-state.ts";
import { bookingAt, goTo, listAddress, sameList } from "../lib/ui/operator/day/board-address.ts";
import { useBoard } from "../lib/ui/operator/live/use-board.ts";
import { useSteadyRows } from "../lib/ui/operator/day/use-steady-rows.ts";

/** What the server read for the first view. */
export interface DayBoardProps {
  locale: Locale;
  day: DayData;
  fleet: FleetNames;
  pane: PaneState;
  search: SearchState;
  formToken: string;
}

export default function DayBoard(props: DayBoardProps) {
  const { locale, fleet, formToken } = props;
  const { pane, choose, send, search, look: find, ...live } = useBoard(props);
  const { day, fresh, outside, freshness, happen } = live;
  useSteadyRows(outside);
  const root = useRef<HTMLDivElement>(null);
  const texts = boardTexts(locale);
  const look: Look = { locale, texts, fleet, today: dateOf(wallTimeOf(day.nowMs)) };

  const moves: BoardMoves = {
    choose: (id, address) => {
      goTo(address);
      leaveList();
      choose(id);
      happen({ type: "seen", ids: [id] });
    },
    closePane: () => {
      if (pane.kind === "none") return;
      goTo(listAddress(day, search));
      choose(null);
      returnToList();
    },
    leaveSearch: () => {
      const field = root.current?.querySelector<HTMLInputElement>("#board-search");
      if (field) field.value = "";
      find("");
      goTo(paths.admin({ date: day.date, booking: chosenId(pane) ?? "" }));
    },
    search: (query, atOnce) => {
      find(query, atOnce);
      if (atOnce) goTo(paths.admin(query === "" ? { date: day.date } : { q: query }));
    },
    send: (form) => void send(form),
    retry: () => choose(chosenId(pane)),
    showNew: (row) => {
      row.scrollIntoView({ block: "center" });
      row.querySelector("a")?.focus({ preventScroll: true });
      happen({ type: "seen", ids: [...fresh] });
    },
    hideNew: () => happen({ type: "seen", ids: [...fresh] }),
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => onBoardKey(event, moves);
    // Back and forward: another booking of this list is shown here, another list is another page.
    const onPop = () => {
      if (!sameList(day.date, search)) return location.reload();
      if (bookingAt() !== null) leaveList();
      choose(bookingAt());
      if (bookingAt() === null) returnToList();
    };
    addEventListener("keydown", onKey);
    addEventListener("popstate", onPop);
    return () => {
      removeEventListener("keydown", onKey);
      removeEventListener("popstate", onPop);
    };
  });

  return (
    <div
      ref={root}
      class="board-root"
      onClick={(event) => onBoardClick(event, moves)}
      onSubmit={(event) => onBoardSubmit(event, moves)}
      onInput={({ target }) => {
        if (target instanceof HTMLInputElement && target.id === "board-search") {
          moves.search(target.value, false);
        }
      }}
    >
      <Board
        look={look}
        day={day}
        pane={pane}
        search={search}
        freshness={freshness}
        fresh={fresh}
        formToken={formToken}
      />
    </div>
  );
}
