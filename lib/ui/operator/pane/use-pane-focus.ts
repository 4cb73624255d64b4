// Where the focus goes once a booking that was opened by a key is drawn: to its heading, or to the cars for it.
import { useEffect, useRef } from "preact/hooks";
import type { PaneState } from "../../../board/pane-state.ts";
import { type CarWish, wishForCar } from "./car-wish.ts";

/** What was wished for when the booking was opened. */
export interface PaneFocus {
  wish(target: "title" | CarWish): void;
  /** True while a booking is on its way whose best car is wished for. */
  isOnItsWayToBest(): boolean;
}

/** Follows the pane. */
export function usePaneFocus(pane: PaneState): PaneFocus {
  const wished = useRef<"title" | CarWish | null>(null);
  useEffect(() => {
    if (wished.current === null || pane.kind === "none" || pane.kind === "loading") return;
    const target = wished.current;
    wished.current = null;
    if (target !== "title" && wishForCar(target)) return;
    if (!focusOn("#booking-title")) focusOn(".pane-back");
  });
  return {
    wish: (target) => {
      wished.current = target;
    },
    isOnItsWayToBest: () => wished.current === "best",
  };
}

/** False when nothing on the page is called so. */
function focusOn(selector: string): boolean {
  const target = document.querySelector<HTMLElement>(selector);
  target?.focus();
  return target !== null;
}
