// What reaches the whole page and not the board alone: keys, and the browser's own back and forward.
import { useEffect, useRef } from "preact/hooks";
import type { DayData } from "../../../board/day.ts";
import type { SearchState } from "../../../board/search-state.ts";
import type { LivePane } from "../pane/use-pane.ts";
import { bookingAt, sameList } from "./board-address.ts";
import { type KeyActions, onBoardKey } from "./board-keys.ts";
import { leaveList, returnToList } from "./list-scroll.ts";

/** The board as it is when something happens. */
export interface PageBoard {
  moves: KeyActions;
  day: DayData;
  search: SearchState;
  choose: LivePane["choose"];
}

/** Listens as long as the board is open. */
export function usePageMoves(board: PageBoard): void {
  const now = useRef(board);
  now.current = board;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => onBoardKey(event, now.current.moves);
    // Back and forward: another booking of this list is shown here, another list is another page.
    const onPop = () => {
      const { day, search, choose } = now.current;
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
  }, []);
}
