// What a run says at its end: counts a folder and a class of code, and every mutant that no test saw.
import { codeClass } from "./code-classes.ts";
import type { Equivalent } from "./equivalent.ts";
import type { Outcome, Verdict } from "./judge-mutant.ts";
import { type Mutant, withMutant } from "./mutant.ts";

/** How many mutants of a group came to which end. */
export interface Count {
  name: string;
  outcomes: Record<Outcome, number>;
  /** Of the mutants that could be noticed and were tried, the part that tests found; null when there were none. */
  foundPercent: number | null;
}

/** A run as a program reads it. */
export interface Report {
  seed: number;
  total: Count;
  classes: Count[];
  folders: Count[];
  verdicts: (Omit<Verdict, "mutant"> & Mutant)[];
  staleEquivalents: readonly Equivalent[];
}

/** Sums up a run. */
export function reportOf(
  verdicts: readonly Verdict[],
  seed: number,
  staleEquivalents: readonly Equivalent[],
): Report {
  return {
    seed,
    total: countOf("all", verdicts),
    classes: countBy(verdicts, ({ path }) => codeClass(path)),
    folders: countBy(verdicts, ({ path }) => path.slice(0, path.lastIndexOf("/"))),
    verdicts: verdicts.map(({ mutant, ...verdict }) => ({ ...mutant, ...verdict })),
    staleEquivalents,
  };
}

function countBy(verdicts: readonly Verdict[], nameOf: (mutant: Mutant) => string): Count[] {
  const groups = Map.groupBy(verdicts, ({ mutant }) => nameOf(mutant));
  return [...groups].sort(([a], [b]) => a.localeCompare(b))
    .map(([name, group]) => countOf(name, group));
}

function countOf(name: string, verdicts: readonly Verdict[]): Count {
  const outcomes: Record<Outcome, number> = {
    "found": 0,
    "timed out": 0,
    "survived": 0,
    "not covered": 0,
    "equivalent": 0,
    "found by the compiler": 0,
    "not run": 0,
  };
  for (const { outcome } of verdicts) outcomes[outcome]++;
  const found = outcomes.found + outcomes["timed out"];
  const tried = found + outcomes.survived + outcomes["not covered"];
  return { name, outcomes, foundPercent: tried === 0 ? null : 100 * found / tried };
}

/** The report as text; `texts` are the mutated files by path. */
export function printedReport(report: Report, texts: ReadonlyMap<string, string>): string {
  const unseen = report.verdicts.filter(({ outcome }) =>
    outcome === "survived" || outcome === "not covered"
  );
  return [
    ...unseen.map((verdict) => printedSurvivor(verdict, texts.get(verdict.path) ?? "")),
    printedTable("class of code", report.classes),
    printedTable("folder", [...report.folders, report.total]),
    ...report.staleEquivalents.map(({ id }) => `No mutant fits the equivalent ${id} any more`),
    `Seed ${report.seed}`,
  ].join("\n\n");
}

const COLUMNS: readonly Outcome[] = [
  "found",
  "timed out",
  "survived",
  "not covered",
  "equivalent",
  "found by the compiler",
  "not run",
];

/** Columns that are nothing but noughts are left out. */
function printedTable(title: string, counts: readonly Count[]): string {
  const columns = COLUMNS.filter((column) => counts.some(({ outcomes }) => outcomes[column] > 0));
  const rows = [
    [title, ...columns, "% found"],
    ...counts.map(({ name, outcomes, foundPercent }) => [
      name,
      ...columns.map((column) => String(outcomes[column])),
      foundPercent === null ? "–" : foundPercent.toFixed(1),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) =>
    row.map((cell, i) => i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))
      .join("  ")
  ).join("\n");
}

/** Tests named in full; the rest of a long row is counted. */
const NAMED_TESTS = 6;

function printedSurvivor(verdict: Report["verdicts"][number], text: string): string {
  const named = verdict.tests.slice(0, NAMED_TESTS).join(" ");
  const more = verdict.tests.length - NAMED_TESTS;
  return [
    `${verdict.outcome}  ${verdict.id}`,
    ...changedLines(verdict, text),
    verdict.tests.length === 0
      ? "  no test calls this function"
      : `  ran ${named}${more > 0 ? ` and ${more} more` : ""}`,
  ].join("\n");
}

/** The first line of what was changed, before and after. */
function changedLines(mutant: Mutant, text: string): string[] {
  const from = text.lastIndexOf("\n", mutant.start - 1) + 1;
  const end = text.indexOf("\n", mutant.end);
  const to = end < 0 ? text.length : end;
  const before = text.slice(from, to);
  const after = withMutant(text, mutant).slice(
    from,
    to - (mutant.end - mutant.start) + mutant.replacement.length,
  );
  return [`  - ${firstLine(before)}`, `  + ${firstLine(after)}`];
}

function firstLine(text: string): string {
  const [first = "", ...rest] = text.split("\n");
  return rest.length > 0 ? `${first.trim()} …` : first.trim();
}
