// A rush is told once a minute, however many are turned away.
import assert from "node:assert/strict";
import { secureRandomBytes } from "../../lib/kernel/ids.ts";
import type { LoadShedder } from "../../lib/resilience/load-shedder.ts";
import { RushReport } from "../../lib/resilience/rush-report.ts";
import { keptLog } from "../support/kept-log.ts";

/** A report of a door that turns away as many as the test says. */
function aReport() {
  const { log, records } = keptLog();
  const clock = { ms: 0 };
  const shed = { book: 0, quote: 0, search: 0, rest: 0 };
  const noted: string[] = [];
  const shedder: Pick<LoadShedder, "state"> = {
    state: () => ({ underWay: 0, isRush: false, shed }),
  };
  const rush = new RushReport({
    ...{ shedder, log, randomBytes: secureRandomBytes, now: () => clock.ms },
    incidents: { note: (_error, { operation }) => noted.push(operation) },
  });
  const seconds = (count: number, refusals: number) => {
    for (let i = 0; i < count; i++) {
      clock.ms += 1_000;
      shed.rest += refusals;
      rush.look();
    }
  };
  return { rush, records, noted, seconds };
}

Deno.test("nobody turned away, nothing told", () => {
  const { records, seconds } = aReport();
  seconds(300, 0);
  assert.deepEqual(records, []);
});

Deno.test("the first refusals are told at once, those of the next minute in one line, under one reference", () => {
  const { rush, records, noted, seconds } = aReport();
  const { reference } = rush;
  seconds(1, 7);
  assert.deepEqual(records.map(({ level, count }) => [level, count]), [["warn", 7]]);
  seconds(59, 1_000);
  assert.equal(records.length, 1);
  seconds(1, 1_000);
  assert.equal(records.at(-1)?.count, 60_000);
  assert.equal(records.length, 2);
  assert.deepEqual(new Set(records.map(({ requestId }) => requestId)), new Set([reference]));
  assert.equal(rush.reference, reference);
  assert.deepEqual(noted, ["rush", "rush"]);
});

Deno.test("a minute without a refusal ends a rush, and the next one has another reference", () => {
  const { rush, records, seconds } = aReport();
  const { reference } = rush;
  seconds(1, 7);
  seconds(60, 0);
  assert.deepEqual(records.map(({ event, requestId }) => [event, requestId]), [
    ["people were told to come back", reference],
    ["the rush is over", reference],
  ]);
  assert.notEqual(rush.reference, reference);
  seconds(200, 0);
  assert.equal(records.length, 2);
  seconds(1, 3);
  assert.deepEqual([records.at(-1)?.count, records.at(-1)?.requestId], [3, rush.reference]);
});
