import assert from "node:assert/strict";
import type { BookingSummary } from "../../../../lib/booking/booking.ts";
import { type DayData, dayFigures } from "../../../../lib/board/day.ts";
import { joinedDay, sideMissing } from "../../../../lib/ui/operator/live/join-day.ts";
import { aRow, BOARD_NOW_MS } from "../../../support/board.ts";

function aPart(bookings: BookingSummary[], part: Partial<DayData> = {}): DayData {
  return {
    ...{ date: "2026-11-23", bookings, cursor: "", nowMs: BOARD_NOW_MS, freeVehicles: 3 },
    ...{ page: null, earlier: null, later: null, needy: [] },
    ...{ figures: dayFigures(bookings), total: 6 },
    ...part,
  };
}

const ids = ({ bookings }: DayData) => bookings.map(({ id }) => id);

Deno.test("a page joins on its side, and leads on from there", () => {
  const day = aPart([aRow(20), aRow(30)], { earlier: "e", later: "l" });
  const later = joinedDay(day, aPart([aRow(40)], { page: "l", earlier: "x", later: "m" }));
  assert.deepEqual([ids(later), later.earlier, later.later], [["B20", "B30", "B40"], "e", "m"]);
  const whole = joinedDay(later, aPart([aRow(10)], { page: "e", later: "y" }));
  assert.deepEqual([ids(whole)[0], whole.earlier, whole.later], ["B10", null, "m"]);
});

Deno.test("a page that continues no side of the rows changes nothing", () => {
  const day = aPart([aRow(20)], { later: "l" });
  assert.equal(joinedDay(day, aPart([aRow(90)], { page: "other" })), day);
  assert.equal(joinedDay(day, aPart([aRow(90)])), day);
});

Deno.test("what both know is shown by its newer version, and counts are those read last", () => {
  const day = aPart([aRow(20, { version: 3 })], { later: "l", total: 6 });
  const page = aPart([aRow(20, { version: 2 }), aRow(30)], { page: "l", total: 7 });
  const joined = joinedDay(day, page);
  assert.deepEqual([joined.bookings.map(({ version }) => version), joined.total], [[3, 1], 7]);
});

Deno.test("a day read anew misses the sides that were held beyond it", () => {
  const held = aPart([aRow(10), aRow(20), aRow(30)]);
  assert.equal(sideMissing(aPart([aRow(20)], { earlier: "e", later: "l" }), held), "later");
  assert.equal(
    sideMissing(aPart([aRow(20), aRow(30)], { earlier: "e", later: "l" }), held),
    "earlier",
  );
  assert.equal(sideMissing(aPart([aRow(10), aRow(30)], { earlier: "e", later: "l" }), held), null);
  assert.equal(sideMissing(aPart([aRow(20)]), held), null);
});
