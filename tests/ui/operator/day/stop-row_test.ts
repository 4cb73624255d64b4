import assert from "node:assert/strict";
import { bookingId } from "../../../../lib/booking/booking.ts";
import type { DayRow } from "../../../../lib/ui/operator/day/rows.ts";
import {
  firstStop,
  stepFrom,
  stopNear,
  tripIds,
} from "../../../../lib/ui/operator/day/stop-row.ts";
import { aRow } from "../../../support/board.ts";

const trip = (minutes: number): DayRow => ({
  kind: "trip",
  booking: aRow(minutes),
  attention: null,
});
const NOW: DayRow = { kind: "now", going: 0, ahead: 0 };
const rows = [trip(-9), trip(-5), NOW, trip(5), trip(9)];
const ids = tripIds(rows);
const [first, second, third] = ids;

Deno.test("a list begins at the chosen trip, else at the first one to come, else at its last", () => {
  assert.equal(firstStop(rows, bookingId("B9")), "B9");
  assert.equal(firstStop(rows, bookingId("elsewhere")), "B5");
  assert.equal(firstStop([trip(-9), trip(-5), NOW], null), "B-5");
  assert.equal(firstStop([trip(1), trip(2)], null), "B1");
  assert.equal(firstStop([], null), null);
});

Deno.test("steps stop at the ends", () => {
  assert.equal(stepFrom(ids, first ?? null, "next"), second);
  assert.equal(stepFrom(ids, third ?? null, "previous"), second);
  assert.equal(stepFrom(ids, first ?? null, "previous"), first);
  assert.equal(stepFrom(ids, bookingId("B9"), "next"), "B9");
  assert.equal(stepFrom(ids, second ?? null, "first"), first);
  assert.equal(stepFrom(ids, second ?? null, "last"), "B9");
  assert.equal(stepFrom([], null, "next"), null);
});

Deno.test("when the row has left the list its place is taken by the one that stands there now", () => {
  assert.equal(stopNear(ids, 1), second);
  assert.equal(stopNear(ids, 99), "B9");
  assert.equal(stopNear(ids, -1), first);
  assert.equal(stopNear([], 0), null);
});
