import assert from "node:assert/strict";
import type { BookingSummary } from "../../../../lib/booking/booking.ts";
import { type DayData, dayFigures } from "../../../../lib/board/day.ts";
import type { Answer } from "../../../../lib/ui/operator/live/board-api.ts";
import { DayReader } from "../../../../lib/ui/operator/live/day-reader.ts";
import { type LiveDay, nextLiveDay } from "../../../../lib/ui/operator/live/live-day.ts";
import { aRow, BOARD_NOW_MS } from "../../../support/board.ts";

function aPart(bookings: BookingSummary[], part: Partial<DayData> = {}): DayData {
  return {
    ...{ date: "2026-11-23", bookings, cursor: "", nowMs: BOARD_NOW_MS, freeVehicles: 3 },
    ...{ page: null, earlier: null, later: null, needy: [] },
    ...{ figures: dayFigures(bookings), total: 4 },
    ...part,
  };
}

/** A board with a server of three pages; a question waits until it is answered. */
function aBoard() {
  const pages: Record<string, DayData> = {
    "": aPart([aRow(20)], { earlier: "e", later: "l" }),
    e: aPart([aRow(10)], { page: "e", later: "x" }),
    l: aPart([aRow(30)], { page: "l", earlier: "x" }),
  };
  const asked: string[] = [];
  const refused: number[] = [];
  const waiting: ((answer: Answer<DayData>) => void)[] = [];
  let live: LiveDay = { day: pages[""] ?? aPart([]), fresh: new Set(), outside: 0 };
  const reader = new DayReader({
    held: () => live.day,
    ask: (cursor) => {
      asked.push(cursor);
      return new Promise((resolve) => waiting.push(resolve));
    },
    happen: (happening) => live = nextLiveDay(live, happening),
    onRefused: (status) => refused.push(status),
  });
  const answer = async (instead?: Answer<DayData>) => {
    const value = pages[asked.at(-1) ?? ""] ?? aPart([]);
    waiting.shift()?.(instead ?? { ok: true, value });
    for (let turns = 0; turns < 10; turns++) await Promise.resolve();
  };
  const happen = (summary: BookingSummary) => {
    reader.heard(summary);
    live = nextLiveDay(live, { type: "changed", summary });
  };
  const rows = () => live.day.bookings.map(({ id, version }) => `${id} ${version}`);
  return { reader, asked, refused, answer, happen, rows };
}

Deno.test("a page asked for twice is read once, and its rows stay when the day is read anew", async () => {
  const { reader, asked, answer, rows } = aBoard();
  const more = [reader.more("later"), reader.more("later")];
  await answer();
  await Promise.all(more);
  assert.deepEqual([asked, rows()], [["l"], ["B20 1", "B30 1"]]);
  const again = reader.reread();
  await answer();
  await answer();
  await again;
  assert.deepEqual([asked, rows()], [["l", "", "l"], ["B20 1", "B30 1"]]);
});

Deno.test("a change that comes while its page is being read is not lost", async () => {
  const { reader, answer, happen, rows } = aBoard();
  const more = reader.more("later");
  happen(aRow(30, { version: 2 }));
  assert.deepEqual(rows(), ["B20 1"]);
  await answer();
  await more;
  assert.deepEqual(rows(), ["B20 1", "B30 2"]);
});

Deno.test("a day to be read anew while a page is being read is read behind it", async () => {
  const { reader, asked, answer } = aBoard();
  const more = reader.more("earlier");
  const again = reader.reread();
  await answer();
  assert.deepEqual(asked, ["e", ""]);
  await answer();
  await answer();
  await Promise.all([more, again]);
});

Deno.test("a refusal is told, changes no row, and the next question is asked", async () => {
  const { reader, asked, refused, answer, rows } = aBoard();
  const more = reader.more("later");
  await answer({ ok: false, status: 401, problem: "offline", since: [] });
  await more;
  assert.deepEqual([refused, rows()], [[401], ["B20 1"]]);
  void reader.more("later");
  assert.deepEqual(asked, ["l", "l"]);
  await answer();
});
