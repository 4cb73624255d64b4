import assert from "node:assert/strict";
import { gapsOf } from "../../../../lib/ui/operator/cars/gaps.ts";
import { at } from "../../../support/cars.ts";

const taken = (...minutes: [number, number][]) =>
  minutes.map(([from, to]) => ({ startMs: at(from), endMs: at(to) }));
const gap = (from: number, to: number, fromNow = false) => ({
  startMs: at(from),
  endMs: at(to),
  fromNow,
});

Deno.test("a gap lies between two trips, and between now and the next", () => {
  assert.deepEqual(gapsOf(taken([30, 60], [120, 150]), at(0)), [gap(0, 30, true), gap(60, 120)]);
});

Deno.test("a gap that is over is none, and one that lasts begins now", () => {
  assert.deepEqual(gapsOf(taken([-120, -90], [-60, -30], [40, 60]), at(0)), [gap(0, 40, true)]);
});

Deno.test("a gap begins where the trip that lasts longest ends", () => {
  assert.deepEqual(gapsOf(taken([-10, 90], [10, 30], [120, 150]), at(0)), [gap(90, 120)]);
});

Deno.test("less than ten minutes is no gap, and what follows the last trip has no end", () => {
  assert.deepEqual(gapsOf(taken([9, 20], [29, 40]), at(0)), []);
  assert.deepEqual(gapsOf(taken([10, 20], [30, 40]), at(0)), [gap(0, 10, true), gap(20, 30)]);
});

Deno.test("another day has the gaps between its trips alone, whatever their order", () => {
  assert.deepEqual(gapsOf(taken([120, 150], [30, 60]), null), [gap(60, 120)]);
  assert.deepEqual(gapsOf([], null), []);
});
