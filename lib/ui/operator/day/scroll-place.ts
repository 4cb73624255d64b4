// Keeps the row an operator is reading where it is, while live changes make rows come and go above it.
// The browser's own scroll anchoring does not know which row is being read, and Safari has none.

/** A row and where it stood. */
export interface Place {
  row: Element;
  top: number;
}

/** Where the row being read stands; ask just before the page changes. */
export function placeBeingRead(): Place | null {
  const row = rowBeingRead();
  return row === null ? null : { row, top: row.getBoundingClientRect().top };
}

/** Puts the row back to where it stood; call it once the page has changed. */
export function restorePlace({ row, top }: Place): void {
  const moved = movedBy(row, top);
  if (Math.abs(moved) < 1) return;
  scrollBy({ top: moved, behavior: "instant" });
  const missing = movedBy(row, top);
  const main = row.closest<HTMLElement>(".board-main");
  if (missing < 1 || main === null) return;
  // The page is too short to scroll so far: it gets the room at its end.
  const room = innerHeight + missing - main.getBoundingClientRect().bottom;
  const padding = parseFloat(getComputedStyle(main).paddingBlockEnd);
  main.style.setProperty("padding-block-end", `${Math.ceil(padding + room)}px`);
  scrollBy({ top: missing, behavior: "instant" });
}

function movedBy(row: Element, top: number): number {
  const now = row.getBoundingClientRect();
  return row.isConnected && now.height > 0 ? now.top - top : 0;
}

/** The row in focus, else the chosen one, else the first one in view. */
function rowBeingRead(): Element | null {
  const rows = [...document.querySelectorAll(".trip")].filter(isInView);
  return rows.find((row) => row.contains(document.activeElement)) ??
    rows.find((row) => row.hasAttribute("data-chosen")) ?? rows[0] ?? null;
}

function isInView(row: Element): boolean {
  const { top, bottom, height } = row.getBoundingClientRect();
  return height > 0 && top >= 0 && bottom <= innerHeight;
}
