// Presses on the bar of the last act, for pages that have no other presses to tell it from.
import type { LiveAct } from "./use-last-act.ts";

/** Handles a press inside the bar. */
export function onActClick(
  event: Pick<Event, "target" | "preventDefault">,
  acted: Pick<LiveAct, "undo" | "hide">,
): void {
  const { target } = event;
  const button: HTMLButtonElement | null = target instanceof Element
    ? target.closest("button")
    : null;
  if (button === null) return;
  if ("undo" in button.dataset) {
    event.preventDefault();
    acted.undo();
  } else if ("hideAct" in button.dataset) acted.hide();
}
