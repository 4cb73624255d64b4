// Reading which lines a test ran.
import assert from "node:assert/strict";
import { mayRun, parseLcov } from "../../../scripts/mutate/covered-lines.ts";

const LCOV = `SF:/copy/lib/a.ts
FN:1,a
DA:1,3
DA:2,0
end_of_record
SF:/copy/lib/b.ts
DA:1,1
end_of_record
SF:/elsewhere/lib/c.ts
DA:9,1
end_of_record
`;

const covered = parseLcov(LCOV, "/copy/");

Deno.test("a line that ran may show a fault, one that did not cannot", () => {
  assert(mayRun(covered, "lib/a.ts", 1));
  assert(!mayRun(covered, "lib/a.ts", 2));
});

Deno.test("a line nothing is said of may have run; a file that was never loaded did not", () => {
  assert(mayRun(covered, "lib/a.ts", 7));
  assert(!mayRun(covered, "lib/c.ts", 9));
});
