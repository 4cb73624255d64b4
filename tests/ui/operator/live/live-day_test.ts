import assert from "node:assert/strict";
import type { BookingSummary } from "../../../../lib/booking/booking.ts";
import { countOf, type DayData, dayFigures } from "../../../../lib/board/day.ts";
import {
  type DayHappening,
  type LiveDay,
  nextLiveDay,
} from "../../../../lib/ui/operator/live/live-day.ts";
import { aRow, BOARD_NOW_MS } from "../../../support/board.ts";

const DATE = "2026-11-23";

function aDay(bookings: BookingSummary[], part: Partial<DayData> = {}): DayData {
  return {
    ...{ date: DATE, bookings, cursor: "", nowMs: BOARD_NOW_MS, freeVehicles: 3 },
    ...{ page: null, earlier: null, later: null, needy: [] },
    ...{ figures: dayFigures(bookings), total: bookings.length },
    ...part,
  };
}

function after(first: BookingSummary[], ...happenings: DayHappening[]): LiveDay {
  const start: LiveDay = { day: aDay(first), fresh: new Set(), outside: 0 };
  return happenings.reduce(nextLiveDay, start);
}

const changed = (summary: BookingSummary): DayHappening => ({ type: "changed", summary });
const ids = ({ day }: LiveDay) => day.bookings.map((booking) => booking.id);

Deno.test("a new booking takes its place by pickup and is marked new", () => {
  const live = after([aRow(0), aRow(20)], changed(aRow(10)));
  assert.deepEqual(ids(live), ["B0", "B10", "B20"]);
  assert.deepEqual([...live.fresh], ["B10"]);
});

Deno.test("a change that comes twice, or late, changes nothing", () => {
  const newer = aRow(10, { version: 3, status: "en-route" });
  const live = after([aRow(10)], changed(newer), changed(newer), changed(aRow(10, { version: 2 })));
  assert.equal(live.day.bookings.length, 1);
  assert.equal(live.day.bookings[0]?.version, 3);
  assert.equal(live.fresh.size, 0);
});

Deno.test("changes in any order lead to the newest version of every booking", () => {
  const changes = [1, 2, 3, 4].map((version) => changed(aRow(10, { version })));
  for (const order of [[3, 1, 0, 2], [0, 1, 2, 3], [2, 3, 1, 0]]) {
    const live = after([], ...order.flatMap((i) => changes[i] ?? []));
    assert.deepEqual(live.day.bookings.map((booking) => booking.version), [4]);
  }
});

Deno.test("a booking moved to another day leaves, and one moved here comes in as new", () => {
  const away = aRow(10, { version: 2, wallTime: "2026-11-24T06:41" });
  assert.deepEqual(ids(after([aRow(10), aRow(20)], changed(away))), ["B20"]);
  assert.deepEqual([...after([aRow(20)], changed(aRow(10, { version: 2 }))).fresh], ["B10"]);
});

Deno.test("a booking moved within the day changes places and is not new", () => {
  const moved = { ...aRow(30), id: aRow(10).id, version: 2 };
  const live = after([aRow(10), aRow(20)], changed(moved));
  assert.deepEqual(ids(live), ["B20", "B10"]);
  assert.equal(live.fresh.size, 0);
});

Deno.test("a fresh read keeps what the stream brought while it was on its way", () => {
  const during = aRow(10);
  const newer = aRow(20, { version: 5 });
  const live = after(
    [aRow(20)],
    changed(during),
    changed(newer),
    { type: "loaded", day: aDay([aRow(20), aRow(30)]), since: [during, newer] },
  );
  assert.deepEqual(ids(live), ["B10", "B20", "B30"]);
  assert.equal(live.day.bookings[1]?.version, 5);
  assert.deepEqual(new Set(live.fresh), new Set([during.id, aRow(30).id]));
});

Deno.test("a fresh read lets go of bookings that left while nobody listened", () => {
  const live = after([aRow(10), aRow(20)], { type: "loaded", day: aDay([aRow(20)]), since: [] });
  assert.deepEqual(ids(live), ["B20"]);
});

Deno.test("beats and ticks move the clock and touch no booking", () => {
  const live = after(
    [aRow(10)],
    { type: "beat", beat: { nowMs: 5, freeVehicles: 9, days: {}, down: [] } },
    { type: "ticked", nowMs: 7 },
  );
  assert.deepEqual([live.day.nowMs, live.day.freeVehicles, ids(live)], [7, 9, ["B10"]]);
});

Deno.test("what has been looked at is no longer new", () => {
  const live = after([], changed(aRow(1)), changed(aRow(2)), { type: "seen", ids: [aRow(1).id] });
  assert.deepEqual([...live.fresh], ["B2"]);
});

Deno.test("the key figures leave cancelled and lapsed bookings out", () => {
  const rows = [
    aRow(1),
    aRow(2, { status: "cancelled" }),
    aRow(3, { status: "expired" }),
    aRow(4, { status: "en-route" }),
    aRow(5, { status: "on-board" }),
    aRow(6, { status: "completed" }),
    aRow(7, { status: "no-show" }),
  ];
  assert.deepEqual(dayFigures(rows), {
    bookings: 5,
    inProgress: 2,
    withoutDriver: 1,
    revenueOre: 5 * 54_000,
  });
});

Deno.test("what belongs among rows that are not shown is counted by the beat and drawn nowhere", () => {
  const start: LiveDay = {
    day: aDay([aRow(10), aRow(20)], { earlier: "e", later: "l", total: 900 }),
    fresh: new Set(),
    outside: 0,
  };
  const figures = { bookings: 902, inProgress: 1, withoutDriver: 2, revenueOre: 3 };
  const live = [
    changed(aRow(5)),
    changed(aRow(25)),
    changed(aRow(15)),
    {
      type: "beat",
      beat: { nowMs: 5, freeVehicles: 9, days: { [DATE]: { figures, total: 903 } }, down: [] },
    },
  ].reduce<LiveDay>((day, happening) => nextLiveDay(day, happening as DayHappening), start);
  assert.deepEqual(ids(live), ["B10", "B15", "B20"]);
  assert.deepEqual([...live.fresh], ["B15"]);
  assert.deepEqual(countOf(live.day), { figures, total: 903 });
});

Deno.test("a part that has moved on brings rows into view that are no news", () => {
  const part = { earlier: "e", later: "l" };
  const start: LiveDay = { day: aDay([aRow(10), aRow(20)], part), fresh: new Set(), outside: 0 };
  const day = aDay([aRow(15), aRow(20), aRow(30)], part);
  const live = nextLiveDay(start, { type: "loaded", day, since: [] });
  assert.deepEqual(ids(live), ["B15", "B20", "B30"]);
  assert.deepEqual([...live.fresh], ["B15"]);
});

Deno.test("a booking in need beside the rows is shown as it is now", () => {
  const needy = aRow(-90, { status: "assigned" });
  const start: LiveDay = {
    day: aDay([aRow(10)], { needy: [needy] }),
    fresh: new Set(),
    outside: 0,
  };
  const done = { ...needy, status: "completed" as const, version: 2 };
  assert.deepEqual(nextLiveDay(start, changed(done)).day.needy, [done]);
});
