// On narrow screens the pane takes the list's place: it begins at its top, and the list comes back as it was.

let listTop: number | null = null;

/** Call it before a booking is shown. */
export function leaveList(): void {
  const board = document.querySelector(".board");
  if (board === null || board.hasAttribute("data-pane")) return;
  if (getComputedStyle(board).getPropertyValue("--pane").trim() !== "page") return;
  listTop = scrollY;
  requestAnimationFrame(() => scrollTo({ top: 0, behavior: "instant" }));
}

/** Call it after the booking was closed. */
export function returnToList(): void {
  if (listTop === null) return;
  const top = listTop;
  listTop = null;
  requestAnimationFrame(() => scrollTo({ top, behavior: "instant" }));
}
