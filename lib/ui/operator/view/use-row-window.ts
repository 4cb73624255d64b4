// Follows the window along a long list: which rows are drawn, and how high one is.
import { useEffect, useRef, useState } from "preact/hooks";
import type { BoardView, Density } from "./board-view.ts";
import { firstRange, rangeAround, type RowRange, WHOLE_ROWS } from "./row-window.ts";

/** Heights of a row by density, in pixels, until one has been measured. */
const ROW_PX: Readonly<Record<Density, number>> = { tight: 44, normal: 52, airy: 64 };

/** The rows to draw. */
export interface RowWindow {
  range: RowRange;
  rowPx: number;
}

/** Starts around the row at `middle`; without script it stays there. On paper every row is drawn. */
export function useRowWindow(
  count: number,
  middle: number,
  { density, isWhole }: Pick<BoardView, "density" | "isWhole">,
): RowWindow {
  const [range, setRange] = useState(() => firstRange(count, middle));
  const [rowPx, setRowPx] = useState(ROW_PX[density ?? "tight"]);
  const [isPrinting, setIsPrinting] = useState(false);
  const isLong = count > WHOLE_ROWS && !isWhole;
  const now = useRef({ range, rowPx });
  now.current = { range, rowPx };
  useEffect(() => {
    if (!isLong) return;
    const look = () => {
      const seen = windowOf(count, now.current.rowPx);
      if (seen === null) return;
      if (seen.rowPx !== now.current.rowPx) setRowPx(seen.rowPx);
      const { from, to } = now.current.range;
      if (from !== seen.range.from || to !== seen.range.to) setRange(seen.range);
    };
    return follow(look, setIsPrinting);
  }, [isLong, count, density]);
  if (isPrinting || !isLong) return { range: { from: 0, to: count }, rowPx };
  return { range, rowPx };
}

/** One listener of each kind for the whole list, at most one look a frame. */
function follow(look: () => void, setIsPrinting: (is: boolean) => void): () => void {
  let frame = 0;
  const soon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(look);
  };
  const before = () => setIsPrinting(true);
  const after = () => setIsPrinting(false);
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  soon();
  return () => {
    cancelAnimationFrame(frame);
    removeEventListener("scroll", soon);
    removeEventListener("resize", soon);
    removeEventListener("beforeprint", before);
    removeEventListener("afterprint", after);
  };
}

function windowOf(count: number, formerPx: number): RowWindow | null {
  const body = document.querySelector("#day tbody");
  if (body === null) return null;
  const row = body.querySelector(".trip");
  const rowPx = row?.getBoundingClientRect().height || formerPx;
  const top = -body.getBoundingClientRect().top;
  const first = Math.floor(top / rowPx);
  const last = Math.ceil((top + innerHeight) / rowPx);
  return { range: rangeAround(count, first, last), rowPx };
}
