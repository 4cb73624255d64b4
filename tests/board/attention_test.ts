import assert from "node:assert/strict";
import { BOOKING_STATUSES, bookingId } from "../../lib/booking/booking.ts";
import { attentionOf, isLate, needyBookings } from "../../lib/board/attention.ts";
import { aRow, BOARD_NOW_MS } from "../support/board.ts";

const need = (inMinutes: number, status: typeof BOOKING_STATUSES[number]) => {
  const found = attentionOf(aRow(inMinutes, { status }), BOARD_NOW_MS);
  return found === null ? null : `${found.kind} ${found.level}`;
};

Deno.test("a booking without driver needs a person from three hours before, urgently from 15", () => {
  assert.deepEqual(
    [181, 180, 16, 15, 0, -30].map((minutes) => need(minutes, "confirmed")),
    [null, "no-driver warn", "no-driver warn", "no-driver bad", "no-driver bad", "no-driver bad"],
  );
});

Deno.test("a driver who has not left by the pickup is late, and urgently so after ten minutes", () => {
  assert.deepEqual(
    [1, 0, -9, -10].map((minutes) => need(minutes, "assigned")),
    [null, "late warn", "late warn", "late bad"],
  );
});

Deno.test("a driver on the way gets five minutes of grace", () => {
  assert.deepEqual(
    [0, -4, -5, -10].map((minutes) => need(minutes, "en-route")),
    [null, null, "late warn", "late bad"],
  );
});

Deno.test("a driver who waits ten minutes past the pickup needs a decision", () => {
  assert.deepEqual(
    [-9, -10].map((minutes) => need(minutes, "arrived")),
    [null, "waiting warn"],
  );
});

Deno.test("a trip nobody drove needs a person; rides under way and over need none", () => {
  assert.equal(need(-20, "expired"), "failed bad");
  assert.equal(need(-121, "expired"), null);
  assert.equal(need(-39, "on-board"), null);
  for (const status of ["completed", "cancelled", "no-show"] as const) {
    assert.equal(need(-60, status), null, status);
  }
});

Deno.test("a ride is overdue a quarter of an hour past its planned end, until it is history", () => {
  // The row's ride takes 25 minutes.
  assert.deepEqual([-40, -41, -264, -265].map((minutes) => need(minutes, "on-board")), [
    null,
    "overdue warn",
    "overdue warn",
    null,
  ]);
  const unknown = aRow(-90, { status: "on-board", durationSeconds: 0 });
  assert.equal(attentionOf(unknown, BOARD_NOW_MS), null, "nobody knows how long it takes");
});

Deno.test("late is who should have been picked up or be there; who waits or has time is not", () => {
  const late = (inMinutes: number, status: typeof BOOKING_STATUSES[number]) =>
    isLate(attentionOf(aRow(inMinutes, { status }), BOARD_NOW_MS));
  assert.deepEqual(
    [late(-1, "confirmed"), late(-1, "assigned"), late(-5, "en-route"), late(-60, "on-board")],
    [true, true, true, true],
  );
  assert.deepEqual(
    [late(0, "confirmed"), late(1, "assigned"), late(-4, "en-route"), late(-30, "arrived")],
    [false, false, false, false],
  );
  assert.equal(isLate(null), false);
});

Deno.test("every status has an answer at every distance", () => {
  for (const status of BOOKING_STATUSES) {
    for (const minutes of [-600, -1, 0, 1, 600]) assert.doesNotThrow(() => need(minutes, status));
  }
});

Deno.test("a pickup seen within its minute counts whole minutes, without a minus zero", () => {
  const row = aRow(0, { status: "assigned" });
  assert.equal(Object.is(attentionOf(row, BOARD_NOW_MS + 30_000)?.minutesToPickup, 0), true);
});

Deno.test("needyBookings() puts the urgent first, then the earliest, and is stable", () => {
  const rows = [aRow(40), aRow(-5, { status: "assigned" }), aRow(10), aRow(12), aRow(300)];
  const ids = (list: typeof rows) =>
    needyBookings(list, BOARD_NOW_MS).map(({ booking }) => booking.id);
  assert.deepEqual(ids(rows), ["B10", "B12", "B-5", "B40"]);
  assert.deepEqual(ids(rows.toReversed()), ids(rows));
});

Deno.test("a trip nobody drove is shown for two hours, and each need says how far the pickup is", () => {
  assert.equal(need(-120, "expired"), "failed bad");
  assert.deepEqual(attentionOf(aRow(15), BOARD_NOW_MS), {
    kind: "no-driver",
    level: "bad",
    minutesToPickup: 15,
  });
  assert.equal(attentionOf(aRow(15), BOARD_NOW_MS + 59_999)?.minutesToPickup, 15);
  assert.equal(attentionOf(aRow(15), BOARD_NOW_MS + 60_000)?.minutesToPickup, 14);
});

Deno.test("bookings of one minute and one urgency stand by their ids", () => {
  const twins = ["c", "a", "b"].map((id) => aRow(10, { id: bookingId(id) }));
  const ids = needyBookings(twins, BOARD_NOW_MS).map(({ booking }) => booking.id);
  assert.deepEqual(ids, ["a", "b", "c"]);
});
