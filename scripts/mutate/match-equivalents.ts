// Finds the mutants a list of equivalents speaks of, although the lines around them have moved.
import type { Equivalent } from "./equivalent.ts";
import type { Mutant } from "./mutant.ts";

/** The reasons by mutant id, and the rows that fit nothing any more. */
export interface Matched {
  reasons: Map<string, string>;
  stale: Equivalent[];
}

/** The rows about `sources`, and those whose file is no longer among the `files` of the checkout. */
export function rowsAbout(
  rows: readonly Equivalent[],
  sources: ReadonlySet<string>,
  files: readonly string[],
): Equivalent[] {
  const existing = new Set(files);
  return rows.filter(({ id }) => {
    const path = pathOf(id);
    return sources.has(path) || !existing.has(path);
  });
}

/** The file an id speaks of. */
export function pathOf(id: string): string {
  return id.replace(/:\d+:\d+:.*$/, "");
}

/** Each row takes the nearest mutant of its file, operator and hash that no other row has taken. */
export function matchEquivalents(
  rows: readonly Equivalent[],
  mutants: readonly Mutant[],
): Matched {
  const reasons = new Map<string, string>();
  const stale: Equivalent[] = [];
  for (const row of rows) {
    const mutant = findById(row.id, mutants.filter(({ id }) => !reasons.has(id)));
    if (mutant === null) stale.push(row);
    else reasons.set(mutant.id, row.reason);
  }
  return { reasons, stale };
}

/** The mutant an id speaks of, wherever in its file it now stands; null when an edit has touched it. */
export function findById(id: string, mutants: readonly Mutant[]): Mutant | null {
  const [, path, line, column, operator, hash] =
    /^(.+):(\d+):(\d+):([\w-]+)#([0-9a-f]{8})$/.exec(id) ?? [];
  const distance = (mutant: Mutant): number =>
    Math.abs(mutant.line - Number(line)) * 1_000 + Math.abs(mutant.column - Number(column));
  const fitting = mutants
    .filter((mutant) =>
      mutant.path === path && mutant.operator === operator && mutant.hash === hash
    )
    .sort((a, b) => distance(a) - distance(b));
  return fitting[0] ?? null;
}
