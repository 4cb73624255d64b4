// Which faults a test may run, by the lines it ran.
import assert from "node:assert/strict";
import { mayRun, parseLcov } from "../../../scripts/mutate/covered-lines.ts";

/** `guarded` was called, its guard let everything pass; `forgotten` was not called. */
const LCOV = `SF:/copy/lib/a.ts
FN:1,guarded
DA:1,3
DA:2,0
DA:3,0
DA:4,3
DA:6,0
DA:7,0
DA:8,0
end_of_record
SF:/elsewhere/lib/c.ts
DA:9,1
end_of_record
`;

const covered = parseLcov(LCOV, "/copy/");
const mayRunLines = (first: number, last: number, path = "lib/a.ts") =>
  mayRun(covered, { path, within: { first, last } });

Deno.test("what stands in a function that was called may have run, whatever is said of its line", () => {
  assert(mayRunLines(1, 4));
});

Deno.test("what stands in a function that was not called did not run", () => {
  assert(!mayRunLines(6, 8));
});

Deno.test("a function nothing is said of may have run; so may what stands in none", () => {
  assert(mayRunLines(20, 22));
  assert(mayRun(covered, { path: "lib/a.ts", within: null }));
});

Deno.test("a file that was never loaded did not run", () => {
  assert(!mayRunLines(9, 10, "lib/c.ts"));
  assert(!mayRun(covered, { path: "lib/c.ts", within: null }));
});
