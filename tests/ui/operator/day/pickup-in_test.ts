import assert from "node:assert/strict";
import { attentionOf } from "../../../../lib/board/attention.ts";
import type { BookingStatus } from "../../../../lib/booking/booking.ts";
import { pickupIn } from "../../../../lib/ui/operator/day/pickup-in.ts";
import { aRow, BOARD_NOW_MS } from "../../../support/board.ts";

const said = (inMinutes: number, status: BookingStatus, nowMs: number | null = BOARD_NOW_MS) => {
  const row = aRow(inMinutes, { status });
  const pickup = pickupIn(row, nowMs === null ? null : attentionOf(row, nowMs), nowMs);
  return "minutes" in pickup ? `${pickup.kind} ${pickup.minutes} ${pickup.level}` : pickup.kind;
};

Deno.test("a pickup to come says in how many minutes, and stands out when nobody drives it", () => {
  assert.equal(said(10, "assigned"), "in 10 plain");
  assert.equal(said(100, "confirmed"), "in 100 plain");
  assert.equal(said(30, "confirmed"), "in 30 warn");
  assert.equal(said(15, "confirmed"), "in 15 bad");
});

Deno.test("a customer who should have been picked up is late, whether a driver is on the way or nobody is", () => {
  assert.equal(said(-10, "assigned"), "late 10 bad");
  assert.equal(said(-10, "en-route"), "late 10 bad");
  assert.equal(said(-3, "confirmed"), "late 3 bad");
  assert.equal(said(-3, "en-route"), "late 3 plain", "within the grace of a driver on the way");
});

Deno.test("a driver who is there, or on the ride, is under way", () => {
  assert.equal(said(-3, "arrived"), "going");
  assert.equal(said(4, "arrived"), "in 4 plain");
  assert.equal(said(-30, "on-board"), "going");
});

Deno.test("nothing is said of what is over, far away, or on another day", () => {
  for (const status of ["completed", "cancelled", "no-show", "expired"] as const) {
    assert.equal(said(-30, status), "none", status);
  }
  assert.equal(said(721, "assigned"), "none");
  assert.equal(said(10, "assigned", null), "none");
});
