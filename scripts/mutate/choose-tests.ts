// Which tests can see a fault in a file, the likeliest first: its mirror, its room, then by hops of imports.
import type { SourceModule } from "../../tests/support/module-graph.ts";

/** A test file and how many imports lie between it and the file in question. */
export interface NearTest {
  path: string;
  hops: number;
}

/** Tests that need a browser, or kill the process they test, are too slow to ask a hundred times. */
const TOO_SLOW = /_browser_test\.tsx?$|^tests\/(browser|crash)\//;

/** Whether a path is a test file that mutants are tried against. */
export function isAskedTest(path: string): boolean {
  return /^tests\/.*_test\.tsx?$/.test(path) && !TOO_SLOW.test(path);
}

/** The tests whose modules include the file `path`, nearest first. */
export function chooseTests(path: string, graph: ReadonlyMap<string, SourceModule>): NearTest[] {
  const reached = hopsTo(path, importersOf(graph));
  const tests = [...reached].filter(([test]) => isAskedTest(test));
  const rank = (test: string) => isMirror(test, path) ? 0 : roomOf(test) === roomOf(path) ? 1 : 2;
  return tests.map(([test, hops]) => ({ path: test, hops }))
    .sort((a, b) => rank(a.path) - rank(b.path) || a.hops - b.hops || a.path.localeCompare(b.path));
}

/** Which modules run each module's code. */
function importersOf(graph: ReadonlyMap<string, SourceModule>): Map<string, string[]> {
  const importers = new Map<string, string[]>();
  for (const { path, code } of graph.values()) {
    for (const target of code) importers.set(target, [...importers.get(target) ?? [], path]);
  }
  return importers;
}

function hopsTo(path: string, importers: ReadonlyMap<string, string[]>): Map<string, number> {
  const hops = new Map([[path, 0]]);
  // A map goes on over what is added while it is walked; each module is added once.
  for (const [module, distance] of hops) {
    for (const importer of importers.get(module) ?? []) {
      if (!hops.has(importer)) hops.set(importer, distance + 1);
    }
  }
  return hops;
}

/** `tests/booking/cancel-booking_test.ts` mirrors `lib/booking/cancel-booking.ts`. */
function isMirror(test: string, path: string): boolean {
  return withoutFirst(test).replace(/_test\.tsx?$/, "") ===
    withoutFirst(path).replace(/\.tsx?$/, "");
}

/** The folder of a file below `lib/`, `routes/` or `tests/`. */
function roomOf(path: string): string {
  const rest = withoutFirst(path);
  return rest.slice(0, rest.lastIndexOf("/") + 1);
}

function withoutFirst(path: string): string {
  return path.slice(path.indexOf("/") + 1);
}
