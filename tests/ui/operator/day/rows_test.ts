import assert from "node:assert/strict";
import { bookingId } from "../../../../lib/booking/booking.ts";
import { dayList, type RowsInput } from "../../../../lib/ui/operator/day/rows.ts";
import { USUAL_VIEW } from "../../../../lib/ui/operator/view/board-view.ts";
import { aRow, BOARD_NOW_MS } from "../../../support/board.ts";

const names = { fleet: { drivers: [], vehicles: [] }, locale: "sv" as const };

const input = (overrides: Partial<RowsInput> = {}): RowsInput => ({
  nowMs: BOARD_NOW_MS,
  chosen: null,
  view: USUAL_VIEW,
  names,
  ...overrides,
});
const outline = (minutes: number[], overrides: Partial<RowsInput> = {}) =>
  dayList(minutes.map((m) => aRow(m)), input(overrides)).rows
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
  assert.deepEqual(outline([-5, 5], { nowMs: null }), ["B-5", "B5"]);
  assert.deepEqual(outline([]), []);
});

Deno.test("the latest first turns the now line round as well; another order has none", () => {
  const descending = { ...USUAL_VIEW, isDescending: true };
  assert.deepEqual(outline([-6, 9, 24], { view: descending }), ["B24", "B9", "now", "B-6"]);
  assert.deepEqual(outline([-6, 9], { view: { ...USUAL_VIEW, sort: "price" } }), ["B-6", "B9"]);
});

Deno.test("the now line counts what is under way and what is to come", () => {
  const rows = [aRow(-20, { status: "on-board" }), aRow(-5), aRow(10), aRow(20)];
  const now = dayList(rows, input()).rows.find((row) => row.kind === "now");
  assert.deepEqual(now, { kind: "now", going: 1, ahead: 2 });
});

const done = (minutes: number) => aRow(minutes, { status: "completed" });
const manyDone = [-300, -200, -120, -60].map(done);

Deno.test("finished trips are hidden half an hour after their pickup, when there are at least four", () => {
  const many = dayList([...manyDone, done(-20), aRow(10)], input());
  assert.deepEqual([many.shown, many.total, many.hiddenDone], [2, 6, 4]);
  const few = dayList([...manyDone.slice(1), aRow(10)], input());
  assert.deepEqual([few.shown, few.total, few.hiddenDone], [4, 4, 0]);
});

Deno.test("finished trips are shown when somebody asks for them, and on other days", () => {
  const view = { ...USUAL_VIEW, isDoneShown: true };
  assert.equal(dayList(manyDone, input({ view })).shown, 4);
  assert.equal(dayList(manyDone, input({ nowMs: null })).shown, 4);
});

Deno.test("the chosen trip and trips that need a person are never hidden", () => {
  const rows = [...manyDone, done(-50), aRow(-45, { status: "expired" }), aRow(-40)];
  const { rows: shown } = dayList(rows, input({ chosen: bookingId("B-60") }));
  const ids = shown.flatMap((row) => row.kind === "trip" ? [row.booking.id] : []);
  assert.deepEqual(ids, ["B-60", "B-45", "B-40"]);
});

Deno.test("what a filter leaves out is counted in the whole day, not among the hidden", () => {
  const view = { ...USUAL_VIEW, show: ["flight"] as const };
  const rows = [...manyDone, aRow(10, { flightNumber: "SK1436" }), aRow(20)];
  const list = dayList(rows, input({ view }));
  assert.deepEqual([list.shown, list.total, list.hiddenDone], [1, 6, 0]);
});
