// What a run says at its end.
import assert from "node:assert/strict";
import { findMutants } from "../../../scripts/mutate/find-mutants.ts";
import type { Outcome, Verdict } from "../../../scripts/mutate/judge-mutant.ts";
import { printedReport, reportOf } from "../../../scripts/mutate/report.ts";

const TEXT = "export function isLate(a: number) {\n  return a >\n    60;\n}\n";

/** One verdict for each outcome, on mutants of the file in turn. */
function verdicts(path: string, outcomes: readonly Outcome[]): Verdict[] {
  const mutants = findMutants(path, TEXT);
  return outcomes.flatMap((outcome, i) => {
    const mutant = mutants[i % mutants.length];
    return mutant ? [{ mutant, outcome, tests: ["tests/a_test.ts"], milliseconds: 5 }] : [];
  });
}

Deno.test("a mutant that ran out of time is found; equivalents and what was not tried count neither way", () => {
  const { total } = reportOf(
    verdicts("lib/kv/a.ts", [
      "found",
      "found",
      "timed out",
      "survived",
      "not covered",
      "equivalent",
      "found by the compiler",
      "not run",
    ]),
    7,
    [],
  );
  assert.equal(total.foundPercent, 60);
  assert.equal(total.outcomes.survived, 1);
  assert.equal(reportOf(verdicts("lib/kv/a.ts", ["not run"]), 7, []).total.foundPercent, null);
});

Deno.test("mutants are counted by folder and by class of code", () => {
  const report = reportOf(
    [
      ...verdicts("lib/kv/a.ts", ["found", "survived"]),
      ...verdicts("lib/pricing/a.ts", ["found"]),
      ...verdicts("lib/ui/day/a.ts", ["survived"]),
    ],
    7,
    [],
  );
  const percents = (counts: typeof report.classes) =>
    counts.map(({ name, foundPercent }) => [name, foundPercent]);
  assert.deepEqual(percents(report.classes), [["atomicity", 50], ["else", 0], ["money", 100]]);
  assert.deepEqual(percents(report.folders), [
    ["lib/kv", 50],
    ["lib/pricing", 100],
    ["lib/ui/day", 0],
  ]);
});

Deno.test("a survivor is shown with its id, the line before and after, and the tests that ran", () => {
  const mutant = findMutants("lib/kv/a.ts", TEXT).find(({ operator }) => operator === "boundary");
  assert(mutant);
  const tests = Array.from({ length: 8 }, (_, i) => `tests/${i}_test.ts`);
  const report = reportOf([{ mutant, outcome: "survived", tests, milliseconds: 5 }], 7, []);
  const printed = printedReport(report, new Map([["lib/kv/a.ts", TEXT]]));
  assert.equal(
    printed.split("\n\n")[0],
    [
      `survived  ${mutant.id}`,
      "  - return a >",
      "  + return a >=",
      `  ran ${tests.slice(0, 6).join(" ")} and 2 more`,
    ].join("\n"),
  );
});

Deno.test("a change over several lines shows the first of them; a last line without an end is a line", () => {
  const text = "f(\n  a,\n  b,\n);";
  const mutants = findMutants("lib/kv/a.ts", text);
  const report = reportOf(
    mutants.map((mutant) => ({ mutant, outcome: "not covered", tests: [], milliseconds: 0 })),
    7,
    [],
  );
  assert.match(
    printedReport(report, new Map([["lib/kv/a.ts", text]])),
    /^not covered .*\n {2}- f\( …\n {2}\+ ;\n {2}no test calls this function\n/,
  );
});

Deno.test("tables leave out columns of noughts and are aligned", () => {
  const report = reportOf(verdicts("lib/kv/a.ts", ["found", "found", "survived"]), 7, []);
  assert(
    printedReport(report, new Map()).includes(
      [
        "folder  found  survived  % found",
        "lib/kv      2         1     66.7",
        "all         2         1     66.7",
      ].join("\n"),
    ),
  );
});

Deno.test("the seed and the equivalents that fit nothing any more are told", () => {
  const printed = printedReport(
    reportOf([], 7, [{ id: "lib/a.ts:1:1:x#0", reason: "" }]),
    new Map(),
  );
  assert.match(printed, /No mutant fits the equivalent lib\/a\.ts:1:1:x#0 any more/);
  assert.match(printed, /Seed 7$/);
});

Deno.test("a program reads each verdict with its mutant in one record", () => {
  const report = reportOf(verdicts("lib/kv/a.ts", ["found"]), 7, []);
  const [record] = JSON.parse(JSON.stringify(report)).verdicts;
  assert.equal(record.outcome, "found");
  assert.equal(record.path, "lib/kv/a.ts");
  assert.deepEqual(record.tests, ["tests/a_test.ts"]);
});
