// Browser-safe.
// Keeps the row an operator is reading where it is, while rows come and go above it.
// The browser's own scroll anchoring does not know which row is being read, and Safari has none.

interface Place {
  row: Element;
  top: number;
}

let held: Place | null = null;

/** Remembers where the row being read stands; call it before the page changes. */
export function holdPlace(): void {
  held ??= placeOf(rowBeingRead());
}

/** Puts the remembered row back; call it once the page has changed. */
export function restorePlace(): void {
  const place = held;
  held = null;
  if (place === null || !place.row.isConnected) return;
  const moved = place.row.getBoundingClientRect().top - place.top;
  if (Math.abs(moved) < 1) return;
  scrollBy({ top: moved, behavior: "instant" });
  const missing = place.row.getBoundingClientRect().top - place.top;
  if (missing < 1) return;
  // The page was too short to scroll so far: it gets the room at its end.
  const main = document.querySelector<HTMLElement>(".board-main");
  if (main === null) return;
  const room = parseFloat(getComputedStyle(main).paddingBlockEnd) + missing;
  main.style.setProperty("padding-block-end", `${Math.ceil(room)}px`);
  scrollBy({ top: missing, behavior: "instant" });
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

function placeOf(row: Element | null): Place | null {
  return row === null ? null : { row, top: row.getBoundingClientRect().top };
}
