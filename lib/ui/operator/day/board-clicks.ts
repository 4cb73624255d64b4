// Links and forms of the board, taken over where the page need not be left. Everything it does not know,
// and every click with a modifier, stays the browser's.
import { type BookingId, bookingId } from "../../../booking/booking.ts";

/** What links and forms cause. */
export interface BoardMoves {
  choose(id: BookingId, address: string): void;
  closePane(): void;
  leaveSearch(): void;
  search(query: string, atOnce: boolean): void;
  send(form: HTMLFormElement): void;
  retry(): void;
  showNew(row: Element): void;
  hideNew(): void;
}

/** Handles a click inside the board. */
export function onBoardClick(event: MouseEvent, moves: BoardMoves): void {
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
    act(() => moves.choose(id, href));
  } else if ("closePane" in dataset) act(moves.closePane);
  else if ("clearSearch" in dataset) act(moves.leaveSearch);
  else if ("retryPane" in dataset) act(moves.retry);
  else if ("hideNew" in dataset) act(moves.hideNew);
  else if ("showNew" in dataset) {
    const row = document.querySelector(target.getAttribute("href") ?? "");
    if (row !== null) act(() => moves.showNew(row));
  }
}

/** Handles the submit of a form inside the board. */
export function onBoardSubmit(event: SubmitEvent, moves: BoardMoves): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  if (form.dataset["action"] !== undefined) {
    event.preventDefault();
    moves.send(form);
  } else if (form.role === "search") {
    event.preventDefault();
    moves.search(String(new FormData(form).get("q") ?? ""), true);
  }
}

function hasModifier(event: MouseEvent): boolean {
  return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
}
