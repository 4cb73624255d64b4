// Which rows of a long list are drawn: those around the window, and the one that has the focus. Pure.

/** Lists up to this many rows are drawn whole. */
export const WHOLE_ROWS = 200;
/** Rows of a longer list that the server draws: two windows full. */
export const FIRST_ROWS = 60;
/** Rows drawn beyond both ends of the window, so that a quick scroll meets no gap. */
const SPARE_ROWS = 20;
/** The range moves in steps: fewer renderings while scrolling. */
const STEP_ROWS = 15;

/** Indexes of rows that are drawn, the end exclusive. */
export interface RowRange {
  from: number;
  to: number;
}

/** A row, or the room that rows take which are not drawn. */
export type Drawn<Row> = { kind: "row"; row: Row } | { kind: "gap"; key: string; rows: number };

/** The range that is drawn first, before anybody knows the window: around the row at `middle`. */
export function firstRange(count: number, middle: number): RowRange {
  if (count <= WHOLE_ROWS) return { from: 0, to: count };
  const from = Math.max(0, Math.min(middle - SPARE_ROWS, count - FIRST_ROWS));
  return { from, to: from + FIRST_ROWS };
}

/** The range for a window that shows the rows from `first` to `last`. */
export function rangeAround(count: number, first: number, last: number): RowRange {
  if (count <= WHOLE_ROWS) return { from: 0, to: count };
  const from = Math.floor((first - SPARE_ROWS) / STEP_ROWS) * STEP_ROWS;
  const to = Math.ceil((last + SPARE_ROWS) / STEP_ROWS) * STEP_ROWS;
  return { from: Math.max(0, Math.min(from, count)), to: Math.max(0, Math.min(to, count)) };
}

/** What is drawn of `rows`: the range and the row at `kept` (-1 for none), and gaps for the rest. */
export function drawnRows<Row>(
  rows: readonly Row[],
  range: RowRange,
  kept: number,
): readonly Drawn<Row>[] {
  const drawn: Drawn<Row>[] = [];
  let gap = 0;
  const close = (key: string) => {
    if (gap > 0) drawn.push({ kind: "gap", key, rows: gap });
    gap = 0;
  };
  rows.forEach((row, at) => {
    if ((at < range.from || at >= range.to) && at !== kept) return void gap++;
    close(`before ${at === kept ? "kept" : "range"}`);
    drawn.push({ kind: "row", row });
  });
  close("after");
  return drawn;
}
