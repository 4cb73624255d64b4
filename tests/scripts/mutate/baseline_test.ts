// What is known of the tests before any fault is planted, and the order it gives them.
import assert from "node:assert/strict";
import { maySee, quickFirst, type TestBaseline } from "../../../scripts/mutate/baseline.ts";

function measured(path: string, lines: Record<number, boolean>): TestBaseline {
  const ran = new Map(Object.entries(lines).map(([line, hit]) => [Number(line), hit]));
  return { path, milliseconds: 300, covered: new Map([["lib/a.ts", ran]]) };
}

function slow(path: string): TestBaseline {
  return { path, milliseconds: 30_000, covered: null };
}

Deno.test("a measured test sees what it called, one that was too slow to measure may see anything", () => {
  const mutant = { path: "lib/a.ts", within: { first: 3, last: 4 } };
  assert(maySee(measured("tests/a_test.ts", { 3: true, 4: false }), mutant));
  assert(!maySee(measured("tests/a_test.ts", { 3: false, 4: false }), mutant));
  assert(maySee(slow("tests/b_test.ts"), mutant));
});

Deno.test("tests stay nearest first, but slow ones that do not import the file come last", () => {
  const all = [
    slow("tests/near_test.ts"),
    slow("tests/far_test.ts"),
    measured("tests/quick_test.ts", {}),
  ];
  const near = [
    { path: "tests/near_test.ts", hops: 1 },
    { path: "tests/far_test.ts", hops: 2 },
    { path: "tests/quick_test.ts", hops: 5 },
    { path: "tests/stopped_before_it_ran_test.ts", hops: 5 },
  ];
  const ordered = quickFirst(near, new Map(all.map((test) => [test.path, test])));
  assert.deepEqual(ordered.map(({ path }) => path), [
    "tests/near_test.ts",
    "tests/quick_test.ts",
    "tests/far_test.ts",
  ]);
});
