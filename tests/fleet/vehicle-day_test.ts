import assert from "node:assert/strict";
import { bookingId } from "../../lib/booking/booking.ts";
import {
  APPROACH_BUFFER_MS,
  CLEARANCE_BUFFER_MS,
  idleBefore,
  isFree,
  MAX_RESERVATION_MS,
  reservedTime,
  touchedDays,
  type VehicleDay,
  withoutBooking,
  withSpan,
} from "../../lib/fleet/vehicle-day.ts";
import { InvariantError } from "../../lib/kernel/invariant.ts";
import { fc } from "../support/property.ts";

const EMPTY: VehicleDay = { spans: [] };
const DAY_MS = 24 * 60 * 60_000;

Deno.test("reservedTime() is the ride with a quarter of an hour before and ten minutes after", () => {
  const { startMs, endMs } = reservedTime(1_000_000_000, 1_800);
  assert.equal(startMs, 1_000_000_000 - APPROACH_BUFFER_MS);
  assert.equal(endMs, 1_000_000_000 + 1_800_000 + CLEARANCE_BUFFER_MS);
});

Deno.test("touchedDays() are the UTC days of a stretch; midnight itself belongs to the next day only", () => {
  const midnight = Date.parse("2026-11-25T00:00:00Z");
  assert.deepEqual(touchedDays(midnight - 1, midnight), ["2026-11-24"]);
  assert.deepEqual(touchedDays(midnight - 1, midnight + 1), ["2026-11-24", "2026-11-25"]);
  assert.deepEqual(touchedDays(midnight, midnight + DAY_MS), ["2026-11-25"]);
});

Deno.test("touchedDays() never gives more than three days and refuses what would need more, or nothing", () => {
  const start = fc.integer({ min: 0, max: 2e12 });
  fc.assert(fc.property(start, fc.integer({ min: 1, max: MAX_RESERVATION_MS }), (from, length) => {
    const days = touchedDays(from, from + length);
    assert(days.length >= 1 && days.length <= 3);
    assert.equal(days[0], new Date(from).toISOString().slice(0, 10));
    assert.equal(days.at(-1), new Date(from + length - 1).toISOString().slice(0, 10));
  }));
  assert.throws(() => touchedDays(0, MAX_RESERVATION_MS + 1), InvariantError);
  assert.throws(() => touchedDays(5, 5), InvariantError);
  assert.throws(() => touchedDays(0, NaN), InvariantError);
});

Deno.test("withSpan() takes what isFree() promises and nothing else, in order of start", () => {
  const span = fc.tuple(fc.nat(1_000), fc.integer({ min: 1, max: 60 }));
  fc.assert(fc.property(fc.array(span, { maxLength: 30 }), (wishes) => {
    let day = EMPTY;
    const taken = new Set<number>();
    for (const [i, [startMs, length]] of wishes.entries()) {
      const wish = { bookingId: bookingId(`b${i}`), startMs, endMs: startMs + length };
      const minutes = Array.from({ length }, (_, at) => startMs + at);
      const isTaken = minutes.some((minute) => taken.has(minute));
      assert.equal(isFree(day, wish.startMs, wish.endMs), !isTaken);
      if (isTaken) {
        assert.throws(() => withSpan(day, wish), InvariantError);
        continue;
      }
      day = withSpan(day, wish);
      for (const minute of minutes) taken.add(minute);
    }
    const starts = day.spans.map((one) => one.startMs);
    assert.deepEqual(starts, starts.toSorted((a, b) => a - b));
    const removed = day.spans.reduce((rest, one) => withoutBooking(rest, one.bookingId), day);
    assert.deepEqual(removed, EMPTY);
  }));
});

Deno.test("idleBefore() is the wait since the last reservation, endless when there is none before", () => {
  const day = withSpan(EMPTY, { bookingId: bookingId("b"), startMs: 100, endMs: 200 });
  assert.equal(idleBefore(day, 250), 50);
  assert.equal(idleBefore(day, 200), 0);
  assert.equal(idleBefore(day, 50), Number.MAX_SAFE_INTEGER);
});
