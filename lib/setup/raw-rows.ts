// The rows of files, each value as it stands there: CSV and JSON, and which table a file holds.
import type { CellProblem } from "./cells.ts";
import { readCsv } from "./csv.ts";
import { DRIVER_TABLE, HOLDER_TABLE, VEHICLE_TABLE } from "./fleet-tables.ts";
import { LANDMARK_TABLE } from "./landmark-table.ts";
import { type Columns, SETUP_KINDS, type SetupKind, type Source } from "./table.ts";
import { FIXED_PRICE_COLUMNS, RATES_COLUMNS, ZONE_COLUMNS } from "./tariff-tables.ts";

/** The columns of each kind. */
export const COLUMNS: Readonly<Record<SetupKind, Columns>> = {
  "permit-holders": HOLDER_TABLE,
  vehicles: VEHICLE_TABLE,
  drivers: DRIVER_TABLE,
  tariffs: RATES_COLUMNS,
  zones: ZONE_COLUMNS,
  "fixed-prices": FIXED_PRICE_COLUMNS,
  landmarks: LANDMARK_TABLE,
};

/** What may be wrong with a file as a whole, or with a row beside its cells. */
export type FileProblem =
  | "tooLarge"
  | "notUtf8"
  | "openQuote"
  | "tooManyCells"
  | "notJson"
  | "unknownKind"
  | "unknownColumn"
  | "columnTwice"
  | "empty"
  | "tooManyRows"
  | "classTwice"
  | "differs"
  | "unknownTariff"
  | "unknownZone"
  | "itemTwice"
  | "tariffRule"
  | "wholeKronor"
  | "endsBeforeItBegins"
  | "noClass"
  | "tariffTooLarge";

/** One thing that is wrong. */
export interface Problem<Code extends string = CellProblem | FileProblem> extends Source {
  /** "" when it is about the whole row or file. */
  column: string;
  code: Code;
  /** What stands there. */
  given: string;
  /** What could stand there. */
  expected: string;
}

/** A file as it was read from the disk. */
export interface SetupFile {
  name: string;
  bytes: Uint8Array;
}

/** A row before its cells are read. */
export interface RawRow {
  kind: SetupKind;
  values: Readonly<Record<string, unknown>>;
  source: Source;
}

/** Largest file, in bytes: ten times the rows that are read, with long texts in all of them. */
export const MAX_FILE_BYTES = 5_000_000;

/** The rows of a file; what is wrong with the file is added to `problems`. */
export function rawRows({ name, bytes }: SetupFile, problems: Problem[]): RawRow[] {
  const source = { file: name, line: 1 };
  if (bytes.length > MAX_FILE_BYTES) {
    problems.push({ ...problemAt(source, "tooLarge"), expected: String(MAX_FILE_BYTES / 1e6) });
    return [];
  }
  const text = textOf(bytes);
  if (text === null) {
    problems.push(problemAt(source, "notUtf8"));
    return [];
  }
  return /^\s*[[{]/.test(text) ? jsonRows(name, text, problems) : csvRows(name, text, problems);
}

/** UTF-8, or UTF-16 that says so, as spreadsheets save "Unicode text"; null for what is no text. */
function textOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe
    ? "utf-16le"
    : first === 0xfe && second === 0xff
    ? "utf-16be"
    : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // A file of another kind, or UTF-16 that does not say so.
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

function csvRows(file: string, text: string, problems: Problem[]): RawRow[] {
  const { lines: [head, ...lines], openQuoteAt } = readCsv(text);
  if (openQuoteAt !== null) {
    problems.push(problemAt({ file, line: openQuoteAt }, "openQuote"));
    return [];
  }
  if (head === undefined) {
    problems.push(problemAt({ file, line: 1 }, "empty"));
    return [];
  }
  const names = head.cells.map((one) => one.trim());
  const source = { file, line: head.line };
  const kind = kindOf(file, names);
  if (kind === null) {
    problems.push({ ...problemAt(source, "unknownKind"), expected: SETUP_KINDS.join(", ") });
    return [];
  }
  const columns = names.map((name) => columnOf(kind, name));
  names.forEach((name, i) => {
    const twice = columns.indexOf(columns[i] ?? null) < i;
    if (columns[i] === null) problems.push(unknownColumn(source, kind, name));
    else if (twice) problems.push({ ...problemAt(source, "columnTwice"), column: name });
  });
  for (const { line, cells } of lines) {
    const beside = cells.slice(names.length).find((cell) => cell.trim() !== "");
    if (beside !== undefined) {
      const facts = { given: beside.slice(0, MAX_GIVEN), expected: String(names.length) };
      problems.push({ ...problemAt({ file, line }, "tooManyCells"), ...facts });
    }
  }
  return lines.map(({ line, cells }) => ({
    kind,
    values: Object.fromEntries(
      columns.flatMap((column, i) => column === null ? [] : [[column, cells[i] ?? ""]]),
    ),
    source: { file, line },
  }));
}

function jsonRows(file: string, text: string, problems: Problem[]): RawRow[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const given = error instanceof Error ? error.message : "";
    problems.push({ ...problemAt({ file, line: 1 }, "notJson"), given });
    return [];
  }
  const whole = isRecord(json) && "rates" in json ? { tariffs: [json] } : json;
  const lists = Array.isArray(whole) ? { [kindOf(file, []) ?? ""]: whole } : whole;
  if (!isRecord(lists)) return [];
  return Object.entries(lists).flatMap(([name, list]) => {
    const kind = SETUP_KINDS.find((one) => one === name);
    if (kind === undefined || !Array.isArray(list)) {
      const expected = SETUP_KINDS.join(", ");
      problems.push({ ...problemAt({ file, line: 1 }, "unknownKind"), given: name, expected });
      return [];
    }
    return list.map((item: unknown, i): RawRow => {
      const source = { file, line: i + 1 };
      const values = isRecord(item) ? item : {};
      for (const key of "rates" in values ? [] : Object.keys(values)) {
        if (columnOf(kind, key) === null) problems.push(unknownColumn(source, kind, key));
      }
      return { kind, values, source };
    });
  });
}

/** By the file's name, or by columns that only one kind has. */
function kindOf(file: string, columns: readonly string[]): SetupKind | null {
  const base = file.slice(file.lastIndexOf("/") + 1).toLowerCase();
  const named = SETUP_KINDS.find((kind) => base.startsWith(kind));
  if (named !== undefined || columns.length === 0) return named ?? null;
  const fitting = SETUP_KINDS.filter((kind) =>
    columns.every((name) => columnOf(kind, name) !== null) &&
    COLUMNS[kind].columns.every(({ name, isRequired }) =>
      !isRequired || columns.some((one) => one.toLowerCase() === name.toLowerCase())
    )
  );
  return fitting.length === 1 ? fitting[0] ?? null : null;
}

function columnOf(kind: SetupKind, name: string): string | null {
  const lower = name.toLowerCase();
  return COLUMNS[kind].columns.find((one) => one.name.toLowerCase() === lower)?.name ?? null;
}

function unknownColumn(source: Source, kind: SetupKind, name: string): Problem {
  const expected = COLUMNS[kind].columns.map((one) => one.name).join(", ");
  return { ...problemAt(source, "unknownColumn"), column: name, expected };
}

/** Most of a text that is said again in a problem. */
export const MAX_GIVEN = 80;

/** Something wrong at a place. */
export function problemAt(source: Source, code: Problem["code"]): Problem {
  return { ...source, code, column: "", given: "", expected: "" };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
