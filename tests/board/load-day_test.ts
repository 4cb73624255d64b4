// The pages of a day: each continues where the one before ended, and a page's cursor opens no other list.
import assert from "node:assert/strict";
import { MAX_ROWS } from "../../lib/board/day-window.ts";
import { loadDay } from "../../lib/board/load-day.ts";
import type { DayData } from "../../lib/board/day.ts";
import { bookingId, type BookingSummary } from "../../lib/booking/booking.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { signCursor } from "../../lib/kv/cursor.ts";
import { aRow } from "../support/board.ts";
import { refusal } from "../support/refusal.ts";
import { type TestServices, testServices } from "../support/services.ts";

const DATE = "2026-11-23";
/** A day that is not today: it has no now. */
const TODAY = "2026-11-24T05:00:00Z";

Deno.test("a day with more bookings than are sent at once is listed whole, without a gap or a repetition", async () => {
  await using test = await testServices({ now: TODAY });
  await fill(test, 1_001);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: DayData = await loadDay(test.services, DATE, cursor);
    assert(page.bookings.length > 0 && page.bookings.length <= MAX_ROWS);
    assert.equal(page.total, 1_001);
    seen.push(...page.bookings.map(({ id }) => id));
    cursor = page.later;
  } while (cursor !== null && seen.length <= 1_001);
  assert.deepEqual(seen, Array.from({ length: 1_001 }, (_, i) => idOf(i)));
});

Deno.test("today begins around now, and its pages lead both ways to every booking of the day", async () => {
  await using test = await testServices({ now: new Date(aRow(700).pickupMs).toISOString() });
  await fill(test, 1_001);
  const first = await loadDay(test.services, DATE, null);
  assert(first.bookings.length <= MAX_ROWS);
  assert(first.bookings.some(({ id }) => id === idOf(700)));
  const seen = first.bookings.map(({ id }) => id);
  for (let { earlier } = first; earlier !== null;) {
    const page: DayData = await loadDay(test.services, DATE, earlier);
    seen.unshift(...page.bookings.map(({ id }) => id));
    earlier = page.earlier;
  }
  for (let { later } = first; later !== null;) {
    const page: DayData = await loadDay(test.services, DATE, later);
    seen.push(...page.bookings.map(({ id }) => id));
    later = page.later;
  }
  assert.deepEqual(seen, Array.from({ length: 1_001 }, (_, i) => idOf(i)));
});

Deno.test("whatever is sent of a day, its figures are those of the whole day, and so are its needs", async () => {
  await using test = await testServices({ now: new Date(aRow(900).pickupMs).toISOString() });
  const late = aRow(3, { id: idOf(3), status: "assigned" });
  await fill(test, 1_001, { status: "completed" });
  await test.services.db.write.set(bookingKeys.bookingByDay(DATE, late.pickupMs, late.id), late);
  const day = await loadDay(test.services, DATE, null);
  assert.deepEqual(day.figures, {
    ...{ bookings: 1_001, inProgress: 0, withoutDriver: 0, revenueOre: 1_001 * 54_000 },
  });
  assert.deepEqual(day.needy, [late]);
});

Deno.test("a day that fits is sent whole; one booking more makes it two pages", async () => {
  for (const [count, rest] of [[MAX_ROWS, 0], [MAX_ROWS + 1, 1]] as const) {
    await using test = await testServices({ now: TODAY });
    await fill(test, count);
    const { bookings, earlier, later } = await loadDay(test.services, DATE, null);
    assert.deepEqual([bookings.length, earlier, later === null], [MAX_ROWS, null, rest === 0]);
    if (later === null) continue;
    assert.equal((await loadDay(test.services, DATE, later)).bookings.length, rest);
  }
});

Deno.test("a page's cursor is refused on another day, changed, signed by another key, and of another list", async () => {
  await using test = await testServices({ now: TODAY });
  await fill(test, MAX_ROWS + 1);
  const { later } = await loadDay(test.services, DATE, null);
  assert(later !== null);
  const list = (cursor: string, date = DATE) => loadDay(test.services, date, cursor);
  await refusal(list(later, "2026-11-24"), "link-invalid");
  const [payload = "", mac = ""] = later.split(".");
  const aimed = new TextEncoder().encode(JSON.stringify([`admin-bookings/${DATE}`, [0, "0"]]));
  const aimedText = aimed.toBase64({ alphabet: "base64url", omitPadding: true });
  const { linkKey, quoteKey, cursorKey } = test.services;
  const scope = `admin-bookings/${DATE}`;
  const forged = [
    `${aimedText}.${mac}`,
    `${payload}.${mac.slice(0, -1)}`,
    `${payload}.`,
    payload,
    await signCursor(linkKey, scope, [0, "0"]),
    await signCursor(quoteKey, scope, [0, "0"]),
    await signCursor(cursorKey, "admin-bookings", [0, "0"]),
    await signCursor(cursorKey, `bookings/${DATE}`, [0, "0"]),
  ];
  for (const cursor of forged) await refusal(list(cursor), "link-invalid");
  assert.equal((await list(later)).bookings.length, 1);
});

Deno.test("a cursor of ours that names no row begins the day anew", async () => {
  await using test = await testServices({ now: TODAY });
  await fill(test, 3);
  const { cursorKey } = test.services;
  const all = await loadDay(test.services, DATE, null);
  for (const named of [["x", 1, idOf(1)], [1, idOf(1)], ["later", "1", idOf(1)], []]) {
    const cursor = await signCursor(cursorKey, `admin-bookings/${DATE}`, named);
    assert.deepEqual(await loadDay(test.services, DATE, cursor), { ...all, page: cursor });
  }
});

function idOf(i: number) {
  return bookingId(`01KAMZ8N00AVANT1B00K1N${String(i).padStart(4, "0")}`);
}

/** Rows of a day alone: what lists read. */
async function fill(
  { services: { db } }: TestServices,
  count: number,
  part: Partial<BookingSummary> = {},
): Promise<void> {
  for (let i = 0; i < count; i++) {
    const row = aRow(i, { id: idOf(i), ...part });
    await db.write.set(bookingKeys.bookingByDay(DATE, row.pickupMs, row.id), row);
  }
}
