// A table of the setup: its columns, and how a row of it becomes what it says.
import type { CellReader } from "./cells.ts";

/** Tables a company is set up with, in the order they build on each other. */
export const SETUP_KINDS = [
  "permit-holders",
  "vehicles",
  "drivers",
  "tariffs",
  "zones",
  "fixed-prices",
  "landmarks",
] as const;

/** One of them. */
export type SetupKind = typeof SETUP_KINDS[number];

/** A column. */
export interface Column {
  name: string;
  read: CellReader;
  /** A row cannot be without it. */
  isRequired?: true;
  /** Something always stands there: an empty cell leaves it as it is, or as a new row has it. */
  isNeverEmpty?: true;
}

/** The cells of a row in their written form, by column. */
export type Cells = Readonly<Record<string, string>>;

/** The columns of a kind. */
export interface Columns {
  kind: SetupKind;
  columns: readonly Column[];
}

/** A kind whose rows are things with an id. */
export interface Table<Row> extends Columns {
  /** What a new row has in the columns a file does not name. */
  plain: (cells: Cells) => Cells;
  cellsOf: (row: Row) => Cells;
  rowOf: (cells: Cells) => Row;
  /** The column whose being filled (or "yes") ends the row. */
  ends: string;
}

/** Where a row stands: in JSON the line is its number in the list. */
export interface Source {
  file: string;
  line: number;
}

/** A row of a file, every cell in its written form. */
export interface SourceRow {
  kind: SetupKind;
  cells: Cells;
  source: Source;
}

/** The cell of a column, "" when there is none. */
export function cell(cells: Cells, name: string): string {
  return cells[name] ?? "";
}
