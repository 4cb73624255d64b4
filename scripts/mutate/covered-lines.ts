// Which lines a test ran, from the LCOV report of `deno coverage`.

import type { Mutant } from "./mutant.ts";

/** By path from the root: the lines that have code, and whether all that stands on them ran. */
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

/**
 * Whether a test may run a mutant: whether it calls the function around it, or loads the file when there is none.
 * Deno says 0 of a line as soon as any part of it did not run, such as the `return` of a guard that let everything
 * pass, so one line tells nothing; but of a function that was called, some line did run whole.
 */
export function mayRun(
  covered: CoveredLines,
  { path, within }: Pick<Mutant, "path" | "within">,
): boolean {
  const lines = covered.get(path);
  if (lines === undefined || within === null) return lines !== undefined;
  const known = [...lines].filter(([line]) => within.first <= line && line <= within.last);
  return known.length === 0 || known.some(([, ran]) => ran);
}
