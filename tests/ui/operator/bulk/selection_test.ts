import assert from "node:assert/strict";
import type { BookingSummary } from "../../../../lib/booking/booking.ts";
import { MAX_ASSIGNED_AT_ONCE } from "../../../../lib/dispatch/assign-trips.ts";
import {
  MOST_SELECTED,
  nextSelection,
  NO_SELECTION,
  selectedNow,
  type Selection,
  type SelectionHappening,
} from "../../../../lib/ui/operator/bulk/selection.ts";
import { aRow } from "../../../support/board.ts";

const ROWS = [1, 2, 3, 4, 5].map((hour) => aRow(hour));
const [A, B, C, D, E] = ROWS as [
  BookingSummary,
  BookingSummary,
  BookingSummary,
  BookingSummary,
  BookingSummary,
];
const after = (...happenings: SelectionHappening[]) =>
  happenings.reduce(nextSelection, NO_SELECTION);
const toggled = (trip: BookingSummary): SelectionHappening => ({ type: "toggled", trip });
const extended = (from: BookingSummary, to: BookingSummary, rows = ROWS): SelectionHappening => ({
  ...{ type: "extended", from: from.id, to: to.id, rows },
});
const chosen = ({ trips }: Selection) => [...trips.keys()].toSorted();
const ids = (...trips: BookingSummary[]) => trips.map(({ id }) => id).toSorted();

Deno.test("a row is chosen, and let go again", () => {
  assert.deepEqual(chosen(after(toggled(B), toggled(D))), ids(B, D));
  assert.deepEqual(chosen(after(toggled(B), toggled(D), toggled(B))), ids(D));
});

Deno.test("a range grows from where it began, and gives back what it took when it shrinks", () => {
  const grown = [toggled(B), extended(B, C), extended(C, D), extended(D, E)];
  assert.deepEqual(chosen(after(...grown)), ids(B, C, D, E));
  assert.deepEqual(chosen(after(...grown, extended(E, D), extended(D, C))), ids(B, C));
  assert.deepEqual(chosen(after(...grown, extended(E, A))), ids(A, B), "and over its beginning");
});

Deno.test("a range takes nothing away from what was chosen before it", () => {
  const happenings = [toggled(A), toggled(D), extended(D, E), extended(E, D)];
  assert.deepEqual(chosen(after(...happenings)), ids(A, D));
});

Deno.test("a range begins where the focus is when nothing was chosen, or when its beginning is gone", () => {
  assert.deepEqual(chosen(after(extended(C, D))), ids(C, D));
  const without = ROWS.filter((row) => row !== B);
  assert.deepEqual(chosen(after(toggled(B), extended(D, E, without))), ids(B, D, E));
  assert.deepEqual(chosen(after(toggled(B), toggled(B), extended(D, E))), ids(D, E));
});

Deno.test("a row that is not listed begins and ends no range", () => {
  assert.deepEqual(chosen(after(toggled(A), extended(A, E, [A, B]))), ids(A));
});

Deno.test("no more are chosen than can be planned at once, and it is said", () => {
  const many = Array.from({ length: MOST_SELECTED + 5 }, (_, i) => aRow(i));
  const [first, last] = [many[0], many.at(-1)] as [BookingSummary, BookingSummary];
  const full = after(extended(first, last, many));
  assert.equal(full.trips.size, MOST_SELECTED);
  assert.equal(MOST_SELECTED, MAX_ASSIGNED_AT_ONCE);
  assert.equal(full.isFull, true);
  const more = nextSelection(full, toggled(last));
  assert.equal(more.trips.size, MOST_SELECTED);
  assert.equal(more.isFull, true);
  assert.equal(nextSelection(more, toggled(first)).isFull, false);
});

Deno.test("chosen trips are as they are now, and those nobody lists any more as they last were", () => {
  const selection = after(toggled(D), toggled(B));
  const newer = { ...B, customer: "Nytt namn", version: 9 };
  const known = new Map([[B.id, newer]]);
  assert.deepEqual(selectedNow(selection, known), [newer, D]);
});

Deno.test("some are let go, or all", () => {
  const three = [toggled(A), toggled(B), toggled(C)];
  const dropped: SelectionHappening = { type: "dropped", ids: new Set([A.id, C.id]) };
  assert.deepEqual(chosen(after(...three, dropped)), ids(B));
  assert.deepEqual(after(...three, { type: "cleared" }), NO_SELECTION);
});
