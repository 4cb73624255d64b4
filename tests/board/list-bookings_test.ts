// The pages of a day: each continues where the one before ended, and a page's cursor opens no other list.
import assert from "node:assert/strict";
import { listBookings } from "../../lib/board/board-data.ts";
import { bookingId } from "../../lib/booking/booking.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { signCursor } from "../../lib/kv/cursor.ts";
import { aRow } from "../support/board.ts";
import { refusal } from "../support/refusal.ts";
import { type TestServices, testServices } from "../support/services.ts";

const DATE = "2026-11-23";
const QUERY = { date: DATE, bookingId: null, q: "" };

Deno.test("a day with more bookings than fit a page is listed whole, without a gap or a repetition", async () => {
  await using test = await testServices();
  await fill(test, 1_001);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listBookings>> = await listBookings(
      test.services,
      QUERY,
      cursor,
    );
    assert(page.bookings.length > 0);
    seen.push(...page.bookings.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null && seen.length <= 1_001);
  assert.deepEqual(seen, Array.from({ length: 1_001 }, (_, i) => idOf(i)));
});

Deno.test("a day that fills its page exactly has no next page; one booking more has one", async () => {
  await using test = await testServices();
  await fill(test, 500);
  assert.equal((await listBookings(test.services, QUERY, null)).next, null);
  await fill(test, 501);
  const { bookings, next } = await listBookings(test.services, QUERY, null);
  assert.equal(bookings.length, 500);
  assert.equal((await listBookings(test.services, QUERY, next)).bookings.length, 1);
});

Deno.test("a page's cursor is refused on another day, changed, signed by another key, and of another list", async () => {
  await using test = await testServices();
  await fill(test, 1_001);
  const { next } = await listBookings(test.services, QUERY, null);
  assert(next !== null);
  const list = (cursor: string, date = DATE) =>
    listBookings(test.services, { ...QUERY, date }, cursor);
  await refusal(list(next, "2026-11-24"), "link-invalid");
  const [payload = "", mac = ""] = next.split(".");
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
  assert.equal((await list(next)).bookings.length > 0, true);
});

Deno.test("a cursor of ours that names no row begins the day anew", async () => {
  await using test = await testServices();
  await fill(test, 3);
  const { cursorKey } = test.services;
  const all = await listBookings(test.services, QUERY, null);
  for (const named of [["x", idOf(1)], [1, 2], []]) {
    const cursor = await signCursor(cursorKey, `admin-bookings/${DATE}`, named);
    assert.deepEqual(await listBookings(test.services, QUERY, cursor), all);
  }
});

function idOf(i: number) {
  return bookingId(`01KAMZ8N00AVANT1B00K1N${String(i).padStart(4, "0")}`);
}

/** Rows of a day alone: what lists read. */
async function fill({ services: { db } }: TestServices, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const row = aRow(i, { id: idOf(i) });
    await db.write.set(bookingKeys.bookingByDay(DATE, row.pickupMs, row.id), row);
  }
}
