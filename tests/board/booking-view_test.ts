import assert from "node:assert/strict";
import { bookingView } from "../../lib/board/booking-view.ts";
import { aBookedTrip, aBooking, aConfirmation, AT, DRIVER } from "../support/bookings.ts";

const FEES = { cancellationFeeOre: 0, noShowFeeOre: 50_000 };
const KARIN = { kind: "operator", name: "Karin" } as const;

Deno.test("bookingView() shows the customer's words, and the place only when it says more", () => {
  const view = bookingView(aBooking(), [], FEES);
  assert.deepEqual(view.from, {
    label: "Landvetter",
    place: "Göteborg Landvetter flygplats, Härryda",
    words: "Landvetter",
  });
  assert.equal(view.wallTime, "2026-11-24T10:00");
  assert.equal(view.pickupMs, Date.parse("2026-11-24T09:00:00Z"));
  assert.equal(view.noShowFeeOre, 50_000);
});

Deno.test("bookingView() names a driver from the moment there is one", () => {
  assert.equal(bookingView(aBooking("confirmed"), [], FEES).driverId, null);
  assert.equal(bookingView(aBooking("en-route"), [], FEES).driverId, DRIVER);
});

Deno.test("each event of the history carries its own facts and no others", () => {
  const meta = { at: AT, actor: KARIN };
  const trip = aBookedTrip({ instant: "2026-11-24T15:00:00Z" });
  const { reservation } = aConfirmation(trip);
  const history = bookingView(aBooking(), [
    aConfirmation(),
    { ...meta, type: "assigned", driverId: DRIVER, reservation },
    { ...meta, type: "rescheduled", trip, reservation },
    { ...meta, type: "unassigned", reason: "sjuk" },
    { ...meta, type: "cancelled", by: "operator", reason: "bilen", feeOre: 700 },
    { ...meta, type: "no-show", feeOre: 900 },
  ], FEES).history;
  const bare = { driverId: null, vehicleId: null, wallTime: "", reason: "", feeOre: null };
  assert.deepEqual(history, [
    { ...bare, type: "confirmed", at: AT, actor: { kind: "customer" } },
    { ...bare, ...meta, type: "assigned", driverId: DRIVER, vehicleId: reservation.vehicleId },
    { ...bare, ...meta, type: "rescheduled", wallTime: "2026-11-24T16:00" },
    { ...bare, ...meta, type: "unassigned", reason: "sjuk" },
    { ...bare, ...meta, type: "cancelled", reason: "bilen", feeOre: 700 },
    { ...bare, ...meta, type: "no-show", feeOre: 900 },
  ]);
});
