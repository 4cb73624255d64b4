import assert from "node:assert/strict";
import type { TakenTime } from "../../../../lib/dispatch/candidate.ts";
import {
  blocksOf,
  hoursOf,
  placeOf,
  timesInWords,
} from "../../../../lib/ui/operator/pane/car-times.ts";

const at = (time: string) => Date.parse(`2026-11-24T${time}:00+01:00`);
const stretch = (from: string, to: string) => ({ startMs: at(from), endMs: at(to) });
const trip = stretch("16:05", "16:40");
const shown = stretch("14:00", "19:00");
const taken = (from: string, to: string): TakenTime => ({ kind: "trip", ...stretch(from, to) });

Deno.test("a moment stands where its share of the time shown says, and what lies outside at the edge", () => {
  assert.deepEqual(placeOf(stretch("15:00", "16:30"), shown), { x: 20, width: 30 });
  assert.deepEqual(placeOf(stretch("13:00", "14:30"), shown), { x: 0, width: 10 });
  assert.deepEqual(placeOf(stretch("18:00", "20:00"), shown), { x: 80, width: 20 });
});

Deno.test("a block is wide enough to be seen, and an outage without an end goes on to the edge", () => {
  const blocks = blocksOf(
    [taken("15:00", "15:01"), { kind: "out", startMs: at("17:00"), endMs: null }],
    shown,
  );
  assert.deepEqual(blocks, [{ kind: "trip", x: 20, width: 0.8 }, {
    kind: "out",
    x: 60,
    width: 40,
  }]);
});

Deno.test("full hours are named where there is room", () => {
  assert.deepEqual(hoursOf("sv", stretch("13:58", "18:01")), [
    { x: 25.51, time: "15.00" },
    { x: 50.21, time: "16.00" },
    { x: 74.9, time: "17.00" },
  ]);
});

Deno.test("the words name every block and the trip itself in the order of the clock, in both languages", () => {
  const around: TakenTime[] = [
    taken("15:10", "15:40"),
    taken("17:00", "17:20"),
    { kind: "out", startMs: at("18:00"), endMs: null },
  ];
  assert.equal(
    timesInWords("sv", { trip, shown }, around),
    "resa 15.10–15.40, den här resan 16.05–16.40, resa 17.00–17.20, ur trafik från 18.00",
  );
  assert.equal(
    timesInWords("en", { trip, shown }, around.slice(0, 1)),
    "trip 15:10–15:40, this trip 16:05–16:40",
  );
});

Deno.test("an outage is said by the ends that lie in the time shown", () => {
  const out = (startMs: number, endMs: number | null) =>
    timesInWords("sv", { trip, shown }, [{ kind: "out", startMs, endMs }])
      .replace("den här resan 16.05–16.40", "").replace(/^, |, $/g, "");
  assert.equal(out(at("09:00"), null), "ur trafik hela tiden");
  assert.equal(out(at("09:00"), at("15:00")), "ur trafik till 15.00");
  assert.equal(out(at("15:00"), at("17:30")), "ur trafik 15.00–17.30");
});
