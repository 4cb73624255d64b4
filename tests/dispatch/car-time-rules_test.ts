import assert from "node:assert/strict";
import { takenIn, timeAround } from "../../lib/dispatch/car-time-rules.ts";

const PICKUP_MS = Date.parse("2026-11-24T09:00:00Z");
const MINUTE = 60_000;

Deno.test("what a car does is shown two hours to each side of the trip, as it is driven, by start", () => {
  const minutes = (from: number, to: number) => {
    return { startMs: PICKUP_MS + from * MINUTE, endMs: PICKUP_MS + to * MINUTE };
  };
  const shown = timeAround(minutes(0, 20));
  assert.deepEqual(shown, minutes(-120, 140));
  // A reservation begins fifteen minutes before its pickup and ends ten after its drop-off.
  const trips = [minutes(125, 200), minutes(-60, -20), minutes(-160, -110), minutes(124, 164)];
  const out = { id: "A", reason: "service", by: "Sara" };
  const outages = [
    { ...out, ...minutes(-300, -120) },
    { ...out, startMs: shown.startMs - MINUTE, endMs: null },
    { ...out, startMs: shown.endMs, endMs: null },
  ];
  assert.deepEqual(takenIn(shown, trips, outages), [
    { kind: "out", startMs: shown.startMs - MINUTE, endMs: null },
    { kind: "trip", ...minutes(-45, -30) },
    { kind: "trip", ...minutes(139, 154) },
  ]);
});
