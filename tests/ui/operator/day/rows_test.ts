import assert from "node:assert/strict";
import { bookingId } from "../../../../lib/booking/booking.ts";
import { dayRows, foldedCount } from "../../../../lib/ui/operator/day/rows.ts";
import { aRow, BOARD_NOW_MS } from "../../../support/board.ts";

const outline = (minutes: number[], nowMs: number | null = BOARD_NOW_MS) =>
  dayRows(minutes.map((m) => aRow(m)), { nowMs, chosen: null })
    .map((row) => row.kind === "now" ? "now" : row.booking.id);

Deno.test("the now line stands between what was due and what is to come", () => {
  assert.deepEqual(outline([-20, -6, 9, 24]), ["B-20", "B-6", "now", "B9", "B24"]);
});

Deno.test("the now line stands first before the day's first trip and last after its last one", () => {
  assert.deepEqual(outline([5, 9]), ["now", "B5", "B9"]);
  assert.deepEqual(outline([-9, -5]), ["B-9", "B-5", "now"]);
});

Deno.test("a pickup exactly now is due", () => {
  assert.deepEqual(outline([0]), ["B0", "now"]);
});

Deno.test("other days and empty days have no now line", () => {
  assert.deepEqual(outline([-5, 5], null), ["B-5", "B5"]);
  assert.deepEqual(outline([]), []);
});

const done = (minutes: number) => aRow(minutes, { status: "completed" });
const manyDone = [-300, -200, -120, -60].map(done);

Deno.test("finished trips fold away half an hour after their pickup, when there are at least four", () => {
  const input = { nowMs: BOARD_NOW_MS, chosen: null };
  assert.equal(foldedCount(dayRows([...manyDone, done(-20), aRow(10)], input)), 4);
  assert.equal(foldedCount(dayRows([...manyDone.slice(1), aRow(10)], input)), 0);
});

Deno.test("the chosen trip and trips that need a person never fold away", () => {
  const rows = [...manyDone, done(-50), aRow(-45, { status: "expired" }), aRow(-40)];
  const input = { nowMs: BOARD_NOW_MS, chosen: bookingId("B-60") };
  const folded = dayRows(rows, input)
    .flatMap((row) => row.kind === "trip" && row.folded ? [row.booking.id] : []);
  assert.deepEqual(folded, ["B-300", "B-200", "B-120", "B-50"]);
});
