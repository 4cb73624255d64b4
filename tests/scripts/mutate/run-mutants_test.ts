// A whole run on a repository of two files: real tests, real faults.
import assert from "node:assert/strict";
import { RedBaseline } from "../../../scripts/mutate/baseline.ts";
import { findMutants } from "../../../scripts/mutate/find-mutants.ts";
import type { Mutant } from "../../../scripts/mutate/mutant.ts";
import { runMutants } from "../../../scripts/mutate/run-mutants.ts";

const FARE = `export function fareOre(meters: number): number {
  if (meters < 0) return 0;
  return meters > 1_000 ? meters * 2 : 500;
}
export function forgotten(meters: number): boolean {
  return meters < 3;
}
`;

const FARE_TEST = `import assert from "node:assert/strict";
import { fareOre } from "../lib/fare.ts";
Deno.test("a long trip costs by its length", () => assert.equal(fareOre(2_000), 4_000));
Deno.test("a short trip costs the minimum", () => assert.equal(fareOre(10), 500));
`;

/** A repository in a temporary folder. */
async function repository(tests: Record<string, string> = { "tests/fare_test.ts": FARE_TEST }) {
  const root = `${await Deno.realPath(await Deno.makeTempDir())}/`;
  const files: Record<string, string> = {
    "deno.json": "{}",
    "tests/deno.lock": '{ "version": "5" }',
    "lib/fare.ts": FARE,
    ...tests,
  };
  for (const [path, text] of Object.entries(files)) {
    await Deno.mkdir(root + path.slice(0, path.lastIndexOf("/") + 1), { recursive: true });
    await Deno.writeTextFile(root + path, text);
  }
  return {
    root,
    files: Object.keys(files),
    async [Symbol.asyncDispose]() {
      await Deno.remove(root, { recursive: true });
    },
  };
}

/** The only mutant of the fare that puts `replacement` on that line. */
function fault(line: number, operator: string, original: string): Mutant {
  const found = findMutants("lib/fare.ts", FARE).filter((mutant) =>
    mutant.line === line && mutant.operator === operator && mutant.original === original
  );
  assert.equal(found.length, 1);
  return found[0] ?? assert.fail();
}

const FOUND = fault(3, "arithmetic", "*");
const SURVIVES = fault(3, "boundary", ">");
const UNSEEN = fault(6, "boundary", "<");
const HARMLESS = fault(3, "number-more", "1_000");
/** In a guard that lets everything pass: part of its line does not run. */
const GUARD = fault(2, "condition-true", "meters < 0");
const MISTYPED = fault(3, "return-emptied", "meters > 1_000 ? meters * 2 : 500");

function options(stop = new AbortController().signal) {
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  return { equivalents: new Map<string, string>(), workers: 2, types: false, stop, say, said };
}

Deno.test("each mutant is found, survives or is not covered; the checkout stays as it was", async () => {
  await using made = await repository();
  const mutants = [FOUND, SURVIVES, UNSEEN, HARMLESS, MISTYPED, GUARD];
  const equivalents = new Map([[HARMLESS.id, "nobody rides that far"]]);
  const run = { ...options(), equivalents, root: made.root, files: made.files, mutants };
  const verdicts = await runMutants(run);
  assert.deepEqual(verdicts.map(({ outcome }) => outcome), [
    "found",
    "survived",
    "not covered",
    "equivalent",
    "found",
    "found",
  ]);
  assert.deepEqual(verdicts.map(({ mutant }) => mutant), mutants);
  assert.match(verdicts[0]?.foundBy ?? "", /^a long trip costs by its length => /);
  assert.deepEqual(verdicts[1]?.tests, ["tests/fare_test.ts"]);
  assert.deepEqual(verdicts[2]?.tests, []);
  assert.equal(verdicts[3]?.reason, "nobody rides that far");
  assert.equal(await Deno.readTextFile(`${made.root}lib/fare.ts`), FARE);
});

Deno.test("a fault is taken out before the next one is planted", async () => {
  await using made = await repository();
  const run = { ...options(), workers: 1, root: made.root, files: made.files };
  const verdicts = await runMutants({ ...run, mutants: [FOUND, SURVIVES] });
  assert.deepEqual(verdicts.map(({ outcome }) => outcome), ["found", "survived"]);
});

Deno.test("where every mutant is equivalent, no test runs", async () => {
  await using made = await repository();
  const equivalents = new Map([[HARMLESS.id, "nobody rides that far"]]);
  const run = { ...options(), equivalents, root: made.root, files: made.files };
  const verdicts = await runMutants({ ...run, mutants: [HARMLESS] });
  assert.deepEqual(verdicts.map(({ outcome }) => outcome), ["equivalent"]);
  assert.deepEqual(run.said, ["Running 0 test files without any fault"]);
});

Deno.test("with types asked for, what the compiler finds is not counted for the tests", async () => {
  await using made = await repository();
  const run = { ...options(), types: true, root: made.root, files: made.files };
  const verdicts = await runMutants({ ...run, mutants: [MISTYPED, FOUND] });
  assert.deepEqual(verdicts.map(({ outcome }) => outcome), ["found by the compiler", "found"]);
});

Deno.test("nothing is tried while a test fails without any fault, and the test is named", async () => {
  await using made = await repository({
    "tests/fare_test.ts": FARE_TEST.replace("500)", "501)"),
  });
  const run = { ...options(), root: made.root, files: made.files, mutants: [FOUND] };
  await assert.rejects(
    runMutants(run),
    (error) => error instanceof RedBaseline && error.test === "tests/fare_test.ts",
  );
});

Deno.test("tests stop at the first file that fails", async () => {
  await using made = await repository({
    "tests/fare_test.ts": FARE_TEST,
    "tests/later_test.ts": FARE_TEST,
  });
  const run = { ...options(), root: made.root, files: made.files, mutants: [FOUND, SURVIVES] };
  const verdicts = await runMutants(run);
  assert.deepEqual(verdicts[0]?.tests, ["tests/fare_test.ts"]);
  assert.deepEqual(verdicts[1]?.tests, ["tests/fare_test.ts", "tests/later_test.ts"]);
});

Deno.test("a run that is stopped says what it has; the rest is not run and no copy is left", async () => {
  await using made = await repository();
  const stopping = new AbortController();
  const run = options(stopping.signal);
  const say = (line: string) => {
    if (line.includes(FOUND.id)) stopping.abort();
  };
  await using copies = await repository();
  const verdicts = await runMutants({
    ...run,
    say,
    workers: 1,
    root: made.root,
    files: made.files,
    mutants: [FOUND, SURVIVES],
    copiesIn: `${copies.root}lib`,
  });
  assert.deepEqual(verdicts.map(({ outcome }) => outcome), ["found", "not run"]);
  assert.deepEqual([...Deno.readDirSync(`${copies.root}lib`)].map(({ name }) => name), ["fare.ts"]);
});
