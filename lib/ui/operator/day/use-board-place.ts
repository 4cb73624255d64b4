// Who leaves the board for an order comes back to it as it was: scrolled as far, at the same row.
import { useEffect } from "preact/hooks";
import { keepBoardPlace, placeToReturnTo } from "./board-place.ts";
import { restorePlace } from "./scroll-place.ts";
import type { StopRow } from "./use-stop-row.ts";

/** Keeps the place whenever the page is left, and returns to it once. */
export function useBoardPlace(rows: Pick<StopRow, "returnTo">): void {
  useEffect(() => {
    const place = placeToReturnTo();
    if (place !== null) {
      scrollTo({ top: place.scrollTop, behavior: "instant" });
      if (place.row !== null && place.hadFocus) rows.returnTo(place.row);
      // Live changes may have moved the row meanwhile; by then it is drawn.
      requestAnimationFrame(() => {
        const row = document.getElementById(`trip-${place.row}`);
        if (row !== null) restorePlace({ row, top: place.rowTop });
      });
    }
    addEventListener("pagehide", keepBoardPlace);
    return () => removeEventListener("pagehide", keepBoardPlace);
  }, []);
}
