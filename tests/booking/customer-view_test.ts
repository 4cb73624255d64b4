import assert from "node:assert/strict";
import { seenByOwner } from "../../lib/booking/seen-booking.ts";
import { customerView } from "../../lib/booking/customer-view.ts";
import { aBooking, aConfirmation, AT, DRIVER } from "../support/bookings.ts";

const DAY_BEFORE_MS = Date.parse("2026-11-23T09:00:00Z");
const HALF_HOUR_BEFORE_MS = Date.parse("2026-11-24T08:30:00Z");

Deno.test("customerView() says what cancelling costs now, and after it what it cost", () => {
  const booking = aBooking();
  const feeOf = (nowMs: number) => customerView(seenByOwner(booking), nowMs).cancellation.feeOre;
  assert.deepEqual([feeOf(DAY_BEFORE_MS), feeOf(HALF_HOUR_BEFORE_MS)], [0, 25_000]);
  assert.equal(
    customerView(seenByOwner(aBooking("cancelled")), HALF_HOUR_BEFORE_MS).cancellation.feeOre,
    0,
  );
});

Deno.test("customers learn that a driver is chosen, not who, and never an operator's name", () => {
  const events = [
    aConfirmation(),
    {
      type: "unassigned",
      at: AT,
      actor: { kind: "operator", id: null, name: "Karin" },
      reason: "sjuk",
    },
  ] as const;
  const view = customerView(seenByOwner(aBooking("assigned")), DAY_BEFORE_MS, events);
  assert.equal(view.hasDriver, true);
  assert.equal(customerView(seenByOwner(aBooking()), DAY_BEFORE_MS).hasDriver, false);
  assert.deepEqual(view.events, [{ type: "confirmed", at: AT }, { type: "unassigned", at: AT }]);
  const written = JSON.stringify(view);
  for (const inside of ["Karin", "sjuk", DRIVER, aBooking().id]) {
    assert(!written.includes(inside), inside);
  }
});
