import assert from "node:assert/strict";
import { installLastResort, LastResort, MANY_FAULTS } from "../../lib/resilience/last-resort.ts";
import { keptLog } from "../support/kept-log.ts";

/** A last resort under a clock one can turn. */
function aLastResort() {
  const { log, records } = keptLog();
  const clock = { ms: 0 };
  let count = 0;
  const noted: string[] = [];
  const lastResort = new LastResort({
    ...{ log, now: () => clock.ms, reference: () => `R${++count}` },
    incidents: { note: (_error, { operation, reference }) => noted.push(operation, reference) },
  });
  return { lastResort, records, clock, noted };
}

Deno.test("a fault nobody caught is told under a reference with its stack, and counted by its kind", () => {
  const { lastResort, records, noted } = aLastResort();
  lastResort.take("error", new TypeError("broken timer"));
  lastResort.take("unhandledrejection", "only a text");
  assert.deepEqual(lastResort.counts, { error: 1, unhandledrejection: 1 });
  assert.deepEqual(records.map(({ level, code, requestId }) => [level, code, requestId]), [
    ["error", "error", "R1"],
    ["error", "unhandledrejection", "R2"],
  ]);
  assert.deepEqual(noted, ["error", "R1", "unhandledrejection", "R2"]);
  assert.match(records[0]?.stack ?? "", /TypeError: broken timer[\s\S]*last-resort_test/);
});

Deno.test("many faults within a minute are said once, fill no disk, and are over a minute later", () => {
  const { lastResort, records, clock } = aLastResort();
  for (let i = 0; i < MANY_FAULTS; i++) lastResort.take("error", new Error("again"));
  assert.equal(lastResort.areMany(), false);
  for (let i = 0; i < 1_000; i++) lastResort.take("error", new Error("again"));
  assert.equal(lastResort.areMany(), true);
  assert.equal(records.length, MANY_FAULTS + 1);
  assert.match(records.at(-1)?.event ?? "", /^many faults/);
  assert.equal(lastResort.counts.error, MANY_FAULTS + 1_000);
  clock.ms = 60_000;
  assert.equal(lastResort.areMany(), false);
  lastResort.take("error", new Error("later"));
  assert.equal(records.at(-1)?.event, "nobody caught a fault");
});

Deno.test("what a source tells of is taken, and does not end the process", () => {
  const { lastResort } = aLastResort();
  const source = new EventTarget();
  installLastResort(lastResort, source);
  for (const kind of ["error", "unhandledrejection"]) {
    assert.equal(source.dispatchEvent(new Event(kind, { cancelable: true })), false, kind);
  }
  assert.deepEqual(lastResort.counts, { error: 1, unhandledrejection: 1 });
});
