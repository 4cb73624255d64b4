// The board by keyboard: `/` searches, up and down move between trips, enter opens, escape goes back.

/** What the keys cause beyond moving the focus. */
export interface KeyActions {
  /** Escape in the search field. */
  leaveSearch(): void;
  /** Escape elsewhere. */
  closePane(): void;
}

/** Handles a key anywhere on the page. Enter needs nothing: a trip in focus is a link. */
export function onBoardKey(event: KeyboardEvent, actions: KeyActions): void {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
  const target = event.target instanceof Element ? event.target : document.body;
  const isSearch = target.id === "board-search";
  if (event.key === "Escape") {
    if (isSearch) actions.leaveSearch();
    else if (target.closest("details[open], select") === null) actions.closePane();
  } else if (event.key === "/" && !isField(target)) {
    event.preventDefault();
    document.querySelector<HTMLInputElement>("#board-search")?.select();
    document.querySelector<HTMLInputElement>("#board-search")?.focus();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (isField(target) && !isSearch) return;
    if (target.closest(".pane, .rail, summary") !== null) return;
    if (moveFocus(event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
  }
}

/** Moves the focus to the next or previous trip; from nowhere to the chosen one, else past the now line. */
function moveFocus(step: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".trip a[data-booking]")]
    .filter((link) => link.getClientRects().length > 0);
  const at = links.findIndex((link) => link === document.activeElement);
  const next = at === -1 ? links[startIndex(links)] : links[at + step];
  if (next === undefined) return false;
  next.focus({ preventScroll: true });
  next.closest(".trip")?.scrollIntoView({ block: "nearest" });
  return true;
}

function startIndex(links: readonly HTMLAnchorElement[]): number {
  const chosen = links.findIndex((link) => link.ariaCurrent === "true");
  if (chosen !== -1) return chosen;
  const now = document.getElementById("now");
  const afterNow = links.findIndex((link) =>
    now !== null && (now.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  );
  return Math.max(0, afterNow);
}

function isField(target: Element): boolean {
  return target.matches("input, select, textarea, [contenteditable]");
}
