// Where the focus goes once a booking that was opened by a key is drawn: to its heading, or to its drivers.
import { useEffect, useRef } from "preact/hooks";
import type { PaneState } from "../../../board/pane-state.ts";

/** What was wished for when the booking was opened. */
export interface PaneFocus {
  wish(target: "title" | "assign"): void;
}

/** Follows the pane. */
export function usePaneFocus(pane: PaneState): PaneFocus {
  const wished = useRef<"title" | "assign" | null>(null);
  useEffect(() => {
    if (wished.current === null || pane.kind === "none" || pane.kind === "loading") return;
    const isToAssign = wished.current === "assign";
    wished.current = null;
    if (isToAssign && openDrivers()) return;
    if (!focusOn("#booking-title")) focusOn(".pane-back");
  });
  return {
    wish: (target) => {
      wished.current = target;
    },
  };
}

/** Unfolds the drivers and goes there; false when the booking takes none now. */
function openDrivers(): boolean {
  const form = document.querySelector(".pane form[data-by-hand]");
  const unfold = form?.closest("details");
  if (unfold == null) return false;
  unfold.open = true;
  return focusOn(".pane [data-offer]") || focusOn(".pane form[data-by-hand] select");
}

/** False when nothing on the page is called so. */
function focusOn(selector: string): boolean {
  const target = document.querySelector<HTMLElement>(selector);
  target?.focus();
  return target !== null;
}
