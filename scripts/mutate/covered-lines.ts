// Which lines a test ran, from the LCOV report of `deno coverage`.

/** By path from the root: the lines that have code, and whether they ran. */
export type CoveredLines = ReadonlyMap<string, ReadonlyMap<number, boolean>>;

/** Reads an LCOV report whose files lie below `root`. */
export function parseLcov(lcov: string, root: string): CoveredLines {
  const files = new Map<string, Map<number, boolean>>();
  let lines = new Map<number, boolean>();
  for (const row of lcov.split("\n")) {
    if (row.startsWith(`SF:${root}`)) {
      lines = new Map();
      files.set(row.slice(`SF:${root}`.length), lines);
    }
    const [, line, count] = /^DA:(\d+),(\d+)/.exec(row) ?? [];
    if (line !== undefined) lines.set(Number(line), count !== "0");
  }
  return files;
}

/** Whether a test may run a line. A file it never loads, it does not; a line nothing is known of, it may. */
export function mayRun(covered: CoveredLines, path: string, line: number): boolean {
  const lines = covered.get(path);
  return lines !== undefined && (lines.get(line) ?? true);
}
