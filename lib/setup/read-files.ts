// Reads the files a company is set up with: which table each holds, and every cell in its written form. All that
// is wrong is found at once, each with its file, line and column.
import { type Tariff, tariffSchema } from "../pricing/tariff.ts";
import {
  COLUMNS,
  MAX_GIVEN,
  type Problem,
  problemAt,
  type RawRow,
  rawRows,
  type SetupFile,
} from "./raw-rows.ts";
import { type Cells, type Columns, type SetupKind, type Source, type SourceRow } from "./table.ts";
import { tableProblems } from "./tariff-row-rules.ts";
import { tariffProblem } from "./tariff-problems.ts";
import { hasOneShape, type SourceTariff, tariffsOf } from "./tariff-tables.ts";

/** Most rows of all files together; a fleet of a thousand with everything has a third of it. */
export const MAX_ROWS = 5_000;

/** What files hold. */
export interface FilesRead {
  rows: SourceRow[];
  tariffs: { tariff: Tariff; source: Source }[];
  problems: Problem[];
}

/** Reads files; `known` are the tariffs that tables may be based on. */
export function readFiles(files: readonly SetupFile[], known: readonly Tariff[]): FilesRead {
  const problems: Problem[] = [];
  const raw = files.flatMap((file) => rawRows(file, problems));
  if (raw.length > MAX_ROWS) {
    problems.push({ ...problemAt(raw[0]!.source, "tooManyRows"), expected: String(MAX_ROWS) });
  }
  const whole: SourceTariff[] = [];
  const rows: SourceRow[] = [];
  for (const { kind, values, source } of raw.slice(0, MAX_ROWS)) {
    if (kind === "tariffs" && "rates" in values) whole.push({ tariff: values, source });
    else rows.push(readRow(kind, values, source, problems));
  }
  const ofTariffs = rows.filter(({ kind }) => isOfTariff(kind));
  const isSound = problems.length === 0;
  if (isSound) problems.push(...tableProblems(ofTariffs, known));
  const made = [...whole, ...problems.length === 0 ? tariffsOf(ofTariffs, known) : []];
  const tariffs = made.flatMap((one) => checkedTariff(one, problems));
  return { rows: rows.filter(({ kind }) => !isOfTariff(kind)), tariffs, problems };
}

/** Reads what was typed into the fields of one row, as in a form. */
export function readCells(
  { columns }: Pick<Columns, "columns">,
  values: Readonly<Record<string, unknown>>,
  source: Source,
): { cells: Cells; problems: Problem[] } {
  const problems: Problem[] = [];
  const cells: Record<string, string> = {};
  for (const { name, read, isRequired } of columns) {
    const value = values[name];
    if (value === undefined) continue;
    const text = textOf(value);
    if (text.trim() === "") {
      cells[name] = "";
      if (isRequired) problems.push({ ...problemAt(source, "missing"), column: name });
      continue;
    }
    const reading = read(text);
    if (reading.ok) cells[name] = reading.value;
    else {
      const { code, expected = "" } = reading;
      const given = text.length > MAX_GIVEN ? `${text.slice(0, MAX_GIVEN)}…` : text;
      problems.push({ ...problemAt(source, code), column: name, given, expected });
    }
  }
  return { cells, problems };
}

function isOfTariff(kind: SetupKind): boolean {
  return kind === "tariffs" || kind === "zones" || kind === "fixed-prices";
}

function readRow(
  kind: SetupKind,
  values: RawRow["values"],
  source: Source,
  problems: Problem[],
): SourceRow {
  const read = readCells(COLUMNS[kind], values, source);
  problems.push(...read.problems);
  // What makes a row one of its table must stand in every line; the rest only in a new one.
  const key = COLUMNS[kind].columns[0]!.name;
  if (read.cells[key] === undefined && !read.problems.some(({ column }) => column === key)) {
    problems.push({ ...problemAt(source, "missing"), column: key });
  }
  if (kind === "zones" && read.problems.length === 0 && !hasOneShape(read.cells)) {
    problems.push({ ...problemAt(source, "zoneShape"), column: "points" });
  }
  return { kind, cells: read.cells, source };
}

function checkedTariff({ tariff, source }: SourceTariff, problems: Problem[]) {
  const read = tariffSchema.safeParse(tariff);
  if (read.success) return [{ tariff: read.data, source }];
  for (const issue of read.error.issues) {
    problems.push(tariffProblem(source, issue, issue.path.map(String).join(".")));
  }
  return [];
}

/** A value of JSON as a cell has it. */
function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(", ") : value === null ? "" : String(value);
}
