import assert from "node:assert/strict";
import { BOOKING_STATUSES, type BookingStatus } from "../../../../lib/booking/booking.ts";
import { type Doing, doingsOf } from "../../../../lib/ui/customer/booking/ticket-doings.ts";

const FACTS = { canMove: false, carHasPhone: false, feeOre: 0 };

/** What comes first and what is listed while moving is free. */
const DOINGS: Readonly<Record<BookingStatus, readonly [first: Doing, ...rows: Doing[]]>> = {
  "awaiting-payment": ["pay", "call"],
  confirmed: ["calendar", "details", "move", "call", "back", "cancel"],
  assigned: ["call-car", "details", "move", "calendar", "back", "cancel"],
  "en-route": ["call-car", "details", "move", "calendar", "back", "cancel"],
  arrived: ["call-car", "details", "move", "calendar", "back", "cancel"],
  "on-board": ["call-car", "move", "calendar", "back"],
  completed: ["back", "receipt", "again", "call"],
  cancelled: ["again", "calendar-off", "call"],
  "no-show": ["again", "calendar-off", "call"],
  expired: ["again", "calendar-off", "call"],
  lapsed: ["again", "call"],
};

Deno.test("each state has one thing to do first, and lists what is allowed besides", () => {
  for (const status of BOOKING_STATUSES) {
    const { first, rows } = doingsOf(status, { ...FACTS, canMove: true });
    assert.deepEqual([first, ...rows], DOINGS[status], status);
    const expected = DOINGS[status].filter((doing) => doing !== "move");
    const late = doingsOf(status, FACTS);
    assert.deepEqual([late.first, ...late.rows], expected, `${status}, too late to move`);
  }
});

Deno.test("when the car is called on its own number, the company's stands in the list", () => {
  for (const carHasPhone of [false, true]) {
    const { first, rows } = doingsOf("assigned", { ...FACTS, canMove: true, carHasPhone });
    assert.deepEqual([first, rows.includes("call")], ["call-car", carHasPhone]);
  }
});

Deno.test("who has paid for a ride, or for not taking it, finds the receipt", () => {
  for (const status of BOOKING_STATUSES) {
    const { rows } = doingsOf(status, { ...FACTS, feeOre: 24_750 });
    const isPaid = ["completed", "cancelled", "no-show"].includes(status);
    if (status !== "expired") assert.equal(rows.includes("receipt"), isPaid, status);
  }
});
