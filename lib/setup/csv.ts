// Tables as text, as spreadsheets write and read them: UTF-8, semicolons or commas, quotes where they are needed.

/** A line of a table: where it begins in the file, counted from 1, and its cells. */
export interface CsvLine {
  line: number;
  cells: string[];
}

/** A separator a spreadsheet writes. */
const SEPARATORS = [";", ",", "\t"] as const;

/** What a spreadsheet would carry out instead of showing it. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** A table, and the line of a quote that never ends, which takes the rest of the text; null for none. */
export interface CsvTable {
  lines: CsvLine[];
  openQuoteAt: number | null;
}

/** Reads a table; empty lines are left out. */
export function readCsv(text: string): CsvTable {
  const named = /^sep=(.)\r?\n/.exec(text);
  const separator = named?.[1] ?? separatorOf(text);
  const lines: CsvLine[] = [];
  let openQuoteAt: number | null = null;
  let at = named?.[0].length ?? 0;
  let line = named === null ? 1 : 2;
  while (at < text.length) {
    const read = readLine(text, at, separator);
    if (read.cells.some((cell) => cell.trim() !== "")) lines.push({ line, cells: read.cells });
    if (read.isOpen) openQuoteAt = line;
    line += read.breaks;
    at = read.end;
  }
  return { lines, openQuoteAt };
}

/** A table with semicolons, as Swedish spreadsheets expect it, with the mark that says UTF-8. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return "\ufeff" + rows.map(csvLine).join("");
}

/** One line of it. */
export function csvLine(row: readonly string[]): string {
  return row.map(writtenCell).join(";") + "\r\n";
}

/** A cell as it is written: nothing a spreadsheet carries out, quoted where it must be. */
export function writtenCell(cell: string): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[";,\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The cell that was written: the apostrophe before what looks like a formula is none of its own. */
function cellOf(written: string): string {
  return written.startsWith("'") && FORMULA.test(written) ? written.slice(1) : written;
}

/** The separator the first line has most of. */
function separatorOf(text: string): string {
  const [first = ""] = text.replace(/"[^"]*"/g, "").trimStart().split(/[\r\n]/, 1);
  const count = (separator: string) => first.split(separator).length;
  return SEPARATORS.reduce((best, one) => count(one) > count(best) ? one : best);
}

function readLine(text: string, start: number, separator: string) {
  const cells: string[] = [];
  let at = start;
  let isOpen = false;
  for (;;) {
    const { cell, end, ...read } = readCell(text, at, separator);
    isOpen ||= read.isOpen;
    cells.push(cellOf(cell));
    at = end + 1;
    if (text[end] === separator) continue;
    if (text[end] === "\r" && text[at] === "\n") at += 1;
    // Spreadsheets of old end their lines with a carriage return alone.
    return { cells, end: at, breaks: text.slice(start, at).split(/\r\n|\r|\n/).length - 1, isOpen };
  }
}

/** The cell at `start`, where its separator or line break stands, and whether its quote never ends. */
function readCell(
  text: string,
  start: number,
  separator: string,
): { cell: string; end: number; isOpen: boolean } {
  const isEnd = (char: string | undefined) =>
    char === undefined || char === separator || char === "\n" || char === "\r";
  if (text[start] !== '"') {
    let end = start;
    while (!isEnd(text[end])) end += 1;
    return { cell: text.slice(start, end), end, isOpen: false };
  }
  let cell = "";
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else {
      let end = at + 1;
      while (!isEnd(text[end])) end += 1;
      return { cell: cell + text.slice(at + 1, end), end, isOpen: false };
    }
  }
  return { cell, end: text.length, isOpen: true };
}
