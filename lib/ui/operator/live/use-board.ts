// Day, search and pane of an open board, each told of what another hears first: a row and the pane beside it
// never say two things of one booking.
import { useLayoutEffect } from "preact/hooks";
import type { BookingSummary } from "../../../booking/booking.ts";
import type { DayData } from "../../../board/day.ts";
import type { PageAct } from "../../../board/page-act.ts";
import type { PaneState } from "../../../board/pane-state.ts";
import type { SearchState } from "../../../board/search-state.ts";
import { type LiveAct, useLastAct } from "../acts/use-last-act.ts";
import { type LivePane, usePane } from "../pane/use-pane.ts";
import { type LiveSearch, useSearch } from "../search/use-search.ts";
import { type LiveBoard, useLiveDay } from "./use-live-day.ts";

/** What the server read for the first view. */
export interface FirstView {
  day: DayData;
  pane: PaneState;
  search: SearchState;
  formToken: string;
  act: PageAct;
}

/** The three parts. */
export type OpenBoard =
  & Pick<LivePane, "pane" | "choose" | "send">
  & Pick<LiveSearch, "search" | "look">
  & LiveBoard
  & {
    acted: LiveAct;
    /** Hears of a booking as it is now, from an answer. */
    hear(summary: BookingSummary): void;
  };

/** Keeps them true while the board is open. */
export function useBoard(first: FirstView): OpenBoard {
  const { search, look, changed: foundChanged } = useSearch(first.search);
  const { formToken, act, day: { nowMs } } = first;
  const acted = useLastAct(formToken, ({ row }) => hear(row), { act, nowMs });
  const { changed, ...chosen } = usePane(first.pane, acted.perform);
  const day = useLiveDay(first.day, (summary) => {
    foundChanged(summary);
    changed(summary);
  });
  const hear = (summary: BookingSummary) => {
    foundChanged(summary);
    changed(summary);
    day.happen({ type: "changed", summary });
  };
  const { pane } = chosen;
  // Before the browser paints what the pane says now.
  useLayoutEffect(() => {
    if (pane.kind !== "shown") return;
    foundChanged(pane.view.row);
    day.happen({ type: "changed", summary: pane.view.row });
  }, [pane]);
  return { ...chosen, search, look, ...day, acted, hear };
}
