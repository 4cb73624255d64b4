// Links and forms of the board, taken over where the page need not be left. Everything it does not know,
// and every click with a modifier, stays the browser's.
import { type BookingId, bookingId } from "../../../booking/booking.ts";
import { parseSheetKind, type SheetKind } from "../../../board/sheet/sheet-kind.ts";
import type { DaySide } from "../live/join-day.ts";
import { rememberLetters } from "./board-keys.ts";

/** How a booking is opened. */
export interface Opening {
  /** By keyboard the focus goes along. */
  isByKey: boolean;
  /** Straight to where a driver is chosen. */
  isToAssign: boolean;
}

/** What links and forms cause. */
export interface BoardMoves {
  choose(id: BookingId, address: string, opening: Opening): void;
  closePane(): void;
  leaveSearch(): void;
  search(query: string, atOnce: boolean): void;
  send(form: HTMLFormElement): void;
  /** Does the act of a need. */
  act(form: HTMLFormElement): void;
  retry(): void;
  /** Arranges the day as an address says. */
  arrange(address: string): void;
  showNew(id: BookingId): void;
  hideNew(): void;
  /** Reads the trips on one side of those shown. */
  more(side: DaySide): void;
  print(): void;
  /** Takes the last act back. */
  undo(): void;
  hideAct(): void;
  openSheet(id: BookingId, kind: SheetKind): void;
}

/** Handles a click inside the board. */
export function onBoardClick(event: MouseEvent, moves: BoardMoves): void {
  closeMenusBut(event.target);
  if (event.defaultPrevented || event.button !== 0 || hasModifier(event)) return;
  const target = event.target instanceof Element ? event.target.closest("a, button") : null;
  if (!(target instanceof HTMLElement)) return;
  const { dataset } = target;
  const act = (move: () => void) => {
    event.preventDefault();
    move();
  };
  if (dataset["booking"] !== undefined && target instanceof HTMLAnchorElement) {
    const id = bookingId(dataset["booking"]);
    const { href } = target;
    // A key has no place in the window, so its click counts no presses.
    const opening = { isByKey: event.detail === 0, isToAssign: "assign" in dataset };
    act(() => moves.choose(id, href, opening));
  } else if ("view" in dataset && target instanceof HTMLAnchorElement) {
    const { href } = target;
    act(() => moves.arrange(href));
  } else if (dataset["openSheet"] !== undefined && dataset["sheetOf"] !== undefined) {
    const id = bookingId(dataset["sheetOf"]);
    const kind = parseSheetKind(dataset["openSheet"]);
    if (kind !== null) act(() => moves.openSheet(id, kind));
  } else if ("closePane" in dataset) act(moves.closePane);
  else if ("clearSearch" in dataset) act(moves.leaveSearch);
  else if ("retryPane" in dataset) act(moves.retry);
  else if ("undo" in dataset) act(moves.undo);
  else if ("hideAct" in dataset) act(moves.hideAct);
  else if ("hideNew" in dataset) act(moves.hideNew);
  else if (dataset["more"] !== undefined) {
    const side = dataset["more"] === "earlier" ? "earlier" : "later";
    act(() => moves.more(side));
  } else if ("print" in dataset) act(moves.print);
  else if (dataset["showNew"] !== undefined) {
    const id = bookingId(dataset["showNew"]);
    act(() => moves.showNew(id));
  }
}

/** Handles the submit of a form inside the board. */
export function onBoardSubmit(event: SubmitEvent, moves: BoardMoves): void {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
  if (form.dataset["action"] !== undefined) {
    event.preventDefault();
    moves.send(form);
  } else if ("needAct" in form.dataset) {
    event.preventDefault();
    moves.act(form);
  } else if ("viewForm" in form.dataset) {
    event.preventDefault();
    moves.arrange(addressOf(form));
    form.closest("details")?.removeAttribute("open");
  } else if (form.role === "search") {
    event.preventDefault();
    moves.search(String(new FormData(form).get("q") ?? ""), true);
  }
}

/** Handles a choice inside the board: a filter counts at once. */
export function onBoardChange(event: Event, moves: BoardMoves): void {
  const { target } = event;
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  if (target instanceof HTMLInputElement && "letters" in target.dataset) {
    return rememberLetters(target.checked);
  }
  const { form } = target;
  if (form !== null && "viewForm" in form.dataset) moves.arrange(addressOf(form));
}

/** A menu is over when somebody presses beside it. */
function closeMenusBut(target: EventTarget | null): void {
  for (const menu of document.querySelectorAll(".menu[open]")) {
    if (!(target instanceof Node && menu.contains(target))) menu.removeAttribute("open");
  }
}

function addressOf(form: HTMLFormElement): string {
  const search = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value !== "") search.append(name, String(value));
  }
  return `${form.action}?${search}`;
}

function hasModifier(event: MouseEvent): boolean {
  return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
}
