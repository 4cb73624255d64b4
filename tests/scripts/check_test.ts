import assert from "node:assert/strict";
import { runSteps, type Step } from "../../scripts/check.ts";

/** A step that takes a second by the clock of the test. */
function step(name: string, problems: string[], clock: { ms: number }): Step {
  const run = () => {
    clock.ms += 1_000;
    return Promise.resolve(problems);
  };
  return { name, command: `mend ${name}`, run };
}

Deno.test("a check that fails shows its problems and the command, and the others still run", async () => {
  const clock = { ms: 0 };
  const lines: string[] = [];
  const steps = [step("lint", [], clock), step("types", ["a.ts:1\n"], clock)];
  const isWell = await runSteps(
    [...steps, step("docs", [], clock)],
    () => clock.ms,
    (line) => lines.push(line),
  );
  assert.equal(isWell, false);
  assert.deepEqual(lines, [
    "ok     lint (1.0 s)",
    "FAILED types (1.0 s)",
    "a.ts:1",
    "Run: mend types",
    "ok     docs (1.0 s)",
    "Failed: types (3.0 s)",
  ]);
});

Deno.test("a check that passes is one line a step and the total time", async () => {
  const clock = { ms: 0 };
  const lines: string[] = [];
  const isWell = await runSteps(
    [step("lint", [], clock)],
    () => clock.ms,
    (line) => lines.push(line),
  );
  assert.equal(isWell, true);
  assert.deepEqual(lines, ["ok     lint (1.0 s)", "All checks passed (1.0 s)"]);
});
