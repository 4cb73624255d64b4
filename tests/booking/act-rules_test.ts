import assert from "node:assert/strict";
import { undoneEvent } from "../../lib/booking/act-rules.ts";
import { BOOKING_STATUSES } from "../../lib/booking/booking.ts";
import { decide, evolve } from "../../lib/booking/booking-rules.ts";
import { InvariantError } from "../../lib/kernel/invariant.ts";
import { driverId, vehicleId } from "../../lib/fleet/vehicle.ts";
import { aBookedTrip, aBooking, aChange, aCommand, AT } from "../support/bookings.ts";

const LATER = "2026-11-23T05:00:09Z";
const META = { at: LATER, actor: { kind: "operator", id: null, name: "Sara" } } as const;

Deno.test("a change keeps the ride where it is, and with another car its driver is free", () => {
  const booking = aBooking("en-route");
  const change = aChange(aBookedTrip({ passengers: 1 }));
  const [event, ...none] = decide(booking, change, META);
  assert.deepEqual(none, []);
  assert(event?.type === "changed");
  const after = evolve(booking, event);
  assert.equal(after.status, "en-route");
  assert.equal(after.trip.passengers, 1);
  assert.equal(after.contact.phone, "+46709999999");
  const reservation = { ...change.reservation, vehicleId: vehicleId("V02") };
  const moved = decide(booking, { ...change, reservation }, META);
  assert.deepEqual(moved.map(({ type }) => type), ["unassigned", "changed"]);
  assert.equal(moved.reduce(evolve, booking).status, "confirmed");
});

Deno.test("a trip moves with the driver of its new car, or without one; what was overridden is said first", () => {
  const { reservation } = aBooking();
  const override = { refusals: ["lower-class"], reason: "bråttom" };
  const types = (status: "confirmed" | "assigned", id: string | null) =>
    decide(aBooking(status), {
      ...{ type: "move", reservation, override, driverId: id === null ? null : driverId(id) },
    }, META).map(({ type }) => type);
  assert.deepEqual(types("assigned", "D02"), ["overrode", "assigned"]);
  assert.deepEqual(types("assigned", null), ["overrode", "unassigned", "moved"]);
  assert.deepEqual(types("confirmed", null), ["overrode", "moved"]);
});

Deno.test("undoing gives back facts and state of whatever it was before, with a version of its own", () => {
  for (const status of BOOKING_STATUSES) {
    const before = aBooking(status);
    const events = decide(before, aCommand("link"), META);
    const now = events.reduce(evolve, before);
    const undoes = { act: "A", from: before.version, to: now.version };
    const undid = { type: "linked", at: LATER };
    const after = evolve(now, undoneEvent(now, before, { ...undoes, undid }, META));
    assert.deepEqual(after, { ...before, changedAt: LATER, version: before.version + 2 });
  }
});

Deno.test("what an act made and gave up again is cancelled free of charge; only the last act is taken back", () => {
  const made = aBooking();
  const undid = { type: "confirmed", at: AT };
  const after = evolve(made, undoneEvent(made, null, { act: "A", from: 0, to: 1, undid }, META));
  assert(after.status === "cancelled");
  const { by, feeOre, feeVat, at } = after.cancellation;
  assert.deepEqual([by, feeOre, feeVat, at], ["operator", 0, "none", LATER]);
  const stale = { act: "A", from: 1, to: 2, undid };
  assert.throws(() => undoneEvent(made, made, stale, META), InvariantError);
});
