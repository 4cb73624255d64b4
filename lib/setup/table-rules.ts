// Rows of a table over those that are there: what each becomes, and what that changes. Pure.
import type { Change, FieldChange, SetupProblem, Touched } from "./setup-plan.ts";
import type { Cells, Columns, Source, SourceRow, Table } from "./table.ts";

/** The rows a table has afterwards, those that were named, and what is wrong. */
export interface TablePlan<Row> {
  after: Row[];
  touched: Touched<Row>[];
  problems: SetupProblem[];
}

/** Puts rows over `current`. A row that is not named stays; a column that is not named keeps its value. */
export function planTable<Row>(
  table: Table<Row>,
  current: readonly Row[],
  rows: readonly SourceRow[],
): TablePlan<Row> {
  const known = new Map(current.map((row) => [idIn(table.cellsOf(row)), row]));
  const after = new Map(known);
  const problems: SetupProblem[] = [];
  const touched: Touched<Row>[] = [];
  const seen = new Set<string>();
  for (const { cells: named, source } of rows.filter((row) => row.kind === table.kind)) {
    const id = idIn(named);
    if (id === "") continue;
    if (seen.has(id)) problems.push(rowProblem(source, "id", "idTwice", id));
    seen.add(id);
    const other = otherCase(id, [...known.keys(), ...seen]);
    if (!known.has(id) && other !== undefined) {
      problems.push(rowProblem(source, "id", "idOtherCase", id, other));
    }
    const before = known.get(id) ?? null;
    const former = before === null ? null : table.cellsOf(before);
    const cells = { ...(former ?? table.plain(named)), ...filled(table, named) };
    // A cell that stands there empty was told of when it was read; a column that is not there is told of here.
    const missing = table.columns.filter(({ name, isRequired }) =>
      isRequired && !cells[name] && named[name] === undefined
    );
    if (missing.length > 0) {
      const needed = missing.map(({ name }) => name).join(", ");
      problems.push(rowProblem(source, "id", "notThere", id, needed));
    }
    const row = table.rowOf(cells);
    const change = changeOf(table, former, cells);
    after.set(id, row);
    touched.push({ row, before, cells, source, change });
  }
  return { after: [...after.values()], touched, problems };
}

/** An id that people would take for this one. */
function otherCase(id: string, others: readonly string[]): string | undefined {
  return others.find((other) => other !== id && other.toLowerCase() === id.toLowerCase());
}

/** The fields in which two rows differ, in the order of the columns. */
export function differences(
  table: Pick<Columns, "columns">,
  from: Cells,
  to: Cells,
): FieldChange[] {
  return table.columns.map(({ name }) => ({
    field: name,
    from: from[name] ?? "",
    to: to[name] ?? "",
  })).filter(({ from, to }) => from !== to);
}

/** Something wrong with a row. */
export function rowProblem(
  source: Source,
  column: string,
  code: SetupProblem["code"],
  given: string,
  expected = "",
): SetupProblem {
  return { file: source.file, line: source.line, column, code, given, expected };
}

/** What a row says: an empty cell says nothing where something always stands. */
function filled<Row>(table: Table<Row>, named: Cells): Cells {
  const always = new Set(table.columns.filter((one) => one.isNeverEmpty).map(({ name }) => name));
  const said = Object.entries(named).filter(([name, text]) => text !== "" || !always.has(name));
  return Object.fromEntries(said);
}

function changeOf<Row>(table: Table<Row>, former: Cells | null, cells: Cells): Change {
  const base = { kind: table.kind, id: idIn(cells) };
  if (former === null) return { ...base, type: "new", fields: [] };
  const fields = differences(table, former, cells);
  if (fields.length === 0) return { ...base, type: "same", fields };
  const [was, is] = [former[table.ends] ?? "", cells[table.ends] ?? ""];
  const isEnded = was !== is && is !== "" && is !== "no";
  return { ...base, type: isEnded ? "ended" : "changed", fields };
}

function idIn(cells: Cells): string {
  return cells["id"] ?? "";
}
