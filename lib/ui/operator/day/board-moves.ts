// What the board does when it is told to: opens, closes, arranges, searches, acts. Each is a few lines over
// the states of the island, so that links, forms and keys all do the same.
import type { BookingId } from "../../../booking/booking.ts";
import { chosenId, type PaneState } from "../../../board/pane-state.ts";
import { paths } from "../../../kernel/paths.ts";
import type { DaySide } from "../live/join-day.ts";
import type { DayHappening } from "../live/live-day.ts";
import type { LiveAct } from "../acts/use-last-act.ts";
import type { LiveSheet } from "../change/use-sheet.ts";
import type { LivePane } from "../pane/use-pane.ts";
import { isAtCars, wishForCar } from "../pane/car-wish.ts";
import { openMore, type PaneFocus } from "../pane/use-pane-focus.ts";
import type { NeedActs } from "../needs/use-need-acts.ts";
import { readBoardView, withoutFilters } from "../view/board-view.ts";
import { type ListAt, listHref, tripHrefs, viewHref } from "../view/list-address.ts";
import { goTo } from "./board-address.ts";
import type { BoardMoves } from "./board-clicks.ts";
import type { KeyActions } from "./board-keys.ts";
import { KEYS_DIALOG } from "./KeysDialog.tsx";
import { leaveList, returnToList } from "./list-scroll.ts";
import { type StopRow, tripOf } from "./use-stop-row.ts";

/** The states of the island. */
export interface BoardStates {
  at: ListAt;
  pane: PaneState;
  choose: LivePane["choose"];
  send: LivePane["send"];
  find(query: string, atOnce?: boolean): void;
  happen(happening: DayHappening): void;
  more(side: DaySide): void;
  fresh: ReadonlySet<BookingId>;
  rows: StopRow;
  /** Ids of the trips that are listed. */
  listed: ReadonlySet<BookingId>;
  arrange(address: string): void;
  focus: PaneFocus;
  acts: NeedActs;
  acted: LiveAct;
  sheet: Pick<LiveSheet, "open">;
}

/** The moves. */
export function boardMoves(
  states: BoardStates,
): BoardMoves & Omit<KeyActions, "bulk"> & Pick<ReturnType<typeof tripMoves>, "open"> {
  const { at, pane, rows, happen, focus } = states;
  const choose: BoardMoves["choose"] = (id, address, { isByKey, isToAssign }) => {
    goTo(address);
    leaveList();
    if (isToAssign) focus.wish("best");
    else if (isByKey) focus.wish("title");
    states.choose(id);
    happen({ type: "seen", ids: [id] });
  };
  const closePane = () => {
    const id = chosenId(pane);
    if (id === null) return;
    goTo(listHref(at));
    states.choose(null);
    rows.returnTo(id);
    returnToList();
  };
  return {
    choose,
    closePane,
    leaveSearch: () => {
      const field = document.querySelector<HTMLInputElement>("#board-search");
      if (field) field.value = "";
      states.find("");
      const day = { ...at, query: "", page: "" };
      const id = chosenId(pane);
      goTo(id === null ? listHref(day) : tripHrefs(day)(id));
    },
    search: (query, atOnce) => {
      states.find(query, atOnce);
      if (atOnce) goTo(listHref({ ...at, query, page: "" }));
    },
    send: (form) => void states.send(form),
    act: (form) => {
      void states.acts.act(form).then((id) => {
        if (id !== null) choose(id, tripHrefs(at)(id), { isByKey: true, isToAssign: true });
      });
    },
    retry: () => states.choose(chosenId(pane)),
    arrange: (address) => states.arrange(arranged(address, at, chosenId(pane))),
    showNew: (id) => {
      if (!states.listed.has(id)) states.arrange(viewHref(at, withoutFilters(at.view)));
      rows.returnTo(id);
      happen({ type: "seen", ids: [...states.fresh] });
    },
    hideNew: () => happen({ type: "seen", ids: [...states.fresh] }),
    more: states.more,
    undo: states.acted.undo,
    hideAct: states.acted.hide,
    print: () => globalThis.print(),
    move: rows.move,
    ...carMoves(states, choose),
    ...tripMoves(states, choose),
    newBooking: () => location.assign(paths.adminNewBooking()),
    showKeys: () => document.querySelector<HTMLDialogElement>(`#${KEYS_DIALOG}`)?.showModal(),
  };
}

/** What is done with the cars for the row in focus, or for the chosen booking. */
function carMoves(
  { at, pane, rows, focus }: BoardStates,
  choose: BoardMoves["choose"],
): Pick<KeyActions, "assign" | "findCar"> {
  const inHand = () => tripOf(document.activeElement) ?? chosenId(pane) ?? rows.stop;
  const open = (id: BookingId) =>
    choose(id, tripHrefs(at)(id), { isByKey: true, isToAssign: true });
  return {
    assign: () => {
      const id = inHand();
      if (id === null) return;
      const isOpen = id === chosenId(pane);
      // The second press gives: at once, or when the cars are there.
      if (isOpen && focus.isOnItsWayToBest()) focus.wish("give");
      else if (isOpen && isAtCars()) wishForCar("give");
      else open(id);
    },
    findCar: () => {
      const id = inHand();
      if (id === null || (id === chosenId(pane) && wishForCar("search"))) return;
      open(id);
      focus.wish("search");
    },
  };
}

/** What keys do to the row in focus, else to the booking that is open, else to the row that Tab leads to. */
function tripMoves({ at, pane, rows, focus, sheet }: BoardStates, choose: BoardMoves["choose"]) {
  const meant = () => tripOf(document.activeElement) ?? chosenId(pane) ?? rows.stop;
  const open = (id: BookingId) =>
    choose(id, tripHrefs(at)(id), { isByKey: true, isToAssign: false });
  return {
    /** Opens a booking with the focus on its heading. */
    open,
    openSheet: sheet.open,
    change: () => {
      const id = meant();
      if (id !== null) sheet.open(id, "change");
    },
    showMore: () => {
      const id = meant();
      if (id === null || (id === chosenId(pane) && openMore())) return;
      open(id);
      focus.wish("more");
    },
  };
}

/**
 * The address in the words it is written in everywhere. The booking that is open stays open; and a saved view
 * says nothing of how dense somebody likes it.
 */
function arranged(address: string, at: ListAt, id: BookingId | null): string {
  const view = readBoardView(new URL(address, location.href).searchParams);
  const list = { ...at, view: { ...view, density: view.density ?? at.view.density } };
  return id === null ? listHref(list) : tripHrefs(list)(id);
}
