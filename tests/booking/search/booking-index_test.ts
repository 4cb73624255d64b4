import assert from "node:assert/strict";
import { type Booking, bookingId } from "../../../lib/booking/booking.ts";
import { BookingIndex } from "../../../lib/booking/search/booking-index.ts";
import { readQuestion } from "../../../lib/booking/search/search-question.ts";
import { aBookedTrip, aBooking } from "../../support/bookings.ts";

const NOW_MS = Date.parse("2026-11-24T09:00:00Z");
const NO_FLEET = { vehicles: [], drivers: [] };

Deno.test("trips ahead come first, the next one on top, then those behind us, the latest on top", () => {
  const index = new BookingIndex();
  for (const hours of [-30, 5, -1, 90, 1]) index.put(aTrip(hours, "confirmed"));
  index.put(aTrip(-50, "completed"));
  index.put(aTrip(-2, "completed"));
  index.put(aTrip(2, "cancelled"));
  assert.deepEqual(found(index, "maja"), ["-30", "-1", "1", "2", "5", "90", "-2", "-50"]);
});

Deno.test("a row that was emptied holds the next booking whole, whatever stood in it", () => {
  const index = new BookingIndex();
  const gone = {
    ...aTrip(1, "completed"),
    note: "hund",
    contact: { ...NINA, phone: "+46700000000" },
  };
  index.put(gone);
  index.drop(gone.id);
  assert.deepEqual([index.size, index.wordCount], [0, 0], "no word of it is left");
  index.put(aTrip(2, "confirmed"));
  assert.deepEqual(found(index, "maja"), ["2"]);
  for (const query of ["nina", "hund", "0700000000"]) assert.deepEqual(found(index, query), []);
});

Deno.test("an older version changes nothing, a newer one takes the place of all its words", () => {
  const index = new BookingIndex();
  const booking = aTrip(1, "assigned");
  index.put({ ...booking, contact: NINA });
  index.put({ ...booking, version: booking.version - 1 });
  assert.deepEqual([found(index, "nina"), found(index, "maja")], [["1"], []]);
  index.put({ ...booking, version: booking.version + 1 });
  assert.deepEqual([found(index, "nina"), found(index, "maja")], [[], ["1"]]);
});

Deno.test("columns grow with the bookings, and pages of any size hold each once", () => {
  const index = new BookingIndex();
  for (let hours = 0; hours < 2_500; hours++) index.put(aTrip(hours, "confirmed"));
  const readings = readQuestion("maja 0701");
  const seen: string[] = [];
  let after = null;
  do {
    const page = index.find(readings, NO_FLEET, { nowMs: NOW_MS, after, limit: 400 });
    assert.deepEqual([page.total, page.before], [2_500, seen.length]);
    seen.push(...page.rows.map(({ id }) => hoursOf(id)));
    const last = page.rows.at(-1);
    after = last === undefined ? null : { ...last, nowMs: NOW_MS };
  } while (after !== null);
  assert.deepEqual(seen, Array.from({ length: 2_500 }, (_, i) => String(i)));
});

Deno.test("vehicles and drivers are found by what they are called today", () => {
  const index = new BookingIndex();
  index.put(aTrip(1, "assigned"));
  index.put(aTrip(2, "confirmed"));
  const fleet = { vehicles: [["V01", ["bil", "01", "1"]]], drivers: [["D01", ["kim"]]] } as const;
  const find = (query: string) =>
    index.find(readQuestion(query), fleet, { nowMs: NOW_MS, after: null, limit: 9 }).rows
      .map(({ id }) => hoursOf(id));
  assert.deepEqual(find("bil 1"), ["1", "2"]);
  assert.deepEqual(find("kim"), ["1"]);
  assert.deepEqual(find("kim maja"), ["1"]);
  assert.deepEqual(find("bil 7"), []);
});

const NINA = { name: "Nina Ny", phone: "+46311111111", email: "" };

/** A booking whose pickup is so many hours from now; its id says how many. */
function aTrip(hours: number, status: Booking["status"]): Booking {
  const instant = new Date(NOW_MS + hours * 3_600_000).toISOString();
  const id = bookingId(`B${String(hours + 100).padStart(5, "0")}`);
  return { ...aBooking(status, aBookedTrip({ instant })), id };
}

function hoursOf(id: string): string {
  return String(Number(id.slice(1)) - 100);
}

function found(index: BookingIndex, query: string): string[] {
  const wanted = { nowMs: NOW_MS, after: null, limit: 100 };
  return index.find(readQuestion(query), NO_FLEET, wanted).rows.map(({ id }) => hoursOf(id));
}
