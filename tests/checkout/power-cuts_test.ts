// Whatever moment a process dies in, money and rides go together: people book, pay, are refused, move, call off and are driven,
// while processes are cut before and after commits and questions, and events come in any order, twice, or never.
// `deno task bench checkout cuts 10000` makes ten thousand of them.
import assert from "node:assert/strict";
import { PEOPLE, runCheckouts } from "../support/power-cuts/checkout-runs.ts";
import { SEED } from "../support/random.ts";

/** Seconds of the gate. */
const WORLDS = 8;

Deno.test(`${WORLDS * PEOPLE} checkouts whose processes are cut: nobody pays twice, nothing is confirmed unpaid or kept that is not ours`, async () => {
  const cuts: string[] = [];
  const ends = new Set<string>();
  for (let world = 0; world < WORLDS; world++) {
    const report = await runCheckouts(SEED + world);
    cuts.push(...report.cuts);
    for (const end of Object.keys(report.ends)) ends.add(end);
  }
  assert(cuts.length >= WORLDS * PEOPLE, `only ${cuts.length} cuts`);
  const isAt = (words: RegExp) => cuts.some((cut) => words.test(cut));
  for (const at of [/^before POST/, /^after POST/, /^before commit of .*payment/]) {
    assert(isAt(at), `nothing was cut ${at}`);
  }
  assert(isAt(/^after commit of .*payment/), "nothing was cut after a commit of a payment");
  for (const end of ["completed", "cancelled", "lapsed"]) assert(ends.has(end), `none is ${end}`);
});
