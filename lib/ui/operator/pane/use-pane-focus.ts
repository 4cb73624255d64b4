// Where the focus goes once a booking that was opened by a key is drawn: to its heading, or to the cars for it.
import { useEffect, useRef } from "preact/hooks";
import type { PaneState } from "../../../board/pane-state.ts";
import { type CarWish, wishForCar } from "./car-wish.ts";

/** Its heading, its cars, or the menu of what else can be done. */
export type PaneTarget = "title" | "more" | CarWish;

/** What was wished for when the booking was opened. */
export interface PaneFocus {
  wish(target: PaneTarget): void;
  /** True while a booking is on its way whose best car is wished for. */
  isOnItsWayToBest(): boolean;
}

/** Follows the pane. */
export function usePaneFocus(pane: PaneState): PaneFocus {
  const wished = useRef<PaneTarget | null>(null);
  useEffect(() => {
    if (wished.current === null || pane.kind === "none" || pane.kind === "loading") return;
    const target = wished.current;
    wished.current = null;
    if (target === "more" && openMore()) return;
    if (target !== "title" && target !== "more" && wishForCar(target)) return;
    if (!focusOn("#booking-title")) focusOn(".pane-back");
  });
  return {
    wish: (target) => {
      wished.current = target;
    },
    isOnItsWayToBest: () => wished.current === "best",
  };
}

/** Opens the menu; false when there is nothing in it. */
export function openMore(): boolean {
  const button = document.querySelector<HTMLElement>(".pane [data-more]");
  button?.click();
  return button !== null;
}

/** False when nothing on the page is called so. */
function focusOn(selector: string): boolean {
  const target = document.querySelector<HTMLElement>(selector);
  target?.focus();
  return target !== null;
}
