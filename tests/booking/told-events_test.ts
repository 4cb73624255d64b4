import assert from "node:assert/strict";
import type { BookingEvent } from "../../lib/booking/booking.ts";
import { decide, evolve } from "../../lib/booking/booking-rules.ts";
import { undoneEvent } from "../../lib/booking/act-rules.ts";
import { toldEvents } from "../../lib/booking/told-events.ts";
import { aBooking, aCommand, aConfirmation, AT } from "../support/bookings.ts";

const META = { at: AT, actor: { kind: "operator", id: null, name: "Sara" } } as const;

Deno.test("customers are told what happened to them: nothing that was taken back at once, nothing of the office", () => {
  const confirmed = aConfirmation();
  const now = aBooking();
  const cancelled = decide(now, aCommand("cancel"), META);
  const off = cancelled.reduce(evolve, now);
  const undid = { type: "cancelled", at: AT };
  const undone = undoneEvent(off, now, { act: "A", from: 1, to: 2, undid }, META);
  const inside: BookingEvent[] = [
    { ...META, type: "overrode", refusals: ["lower-class"], reason: "bråttom" },
    ...decide(now, aCommand("link"), META),
    ...decide(now, aCommand("move"), META),
  ];
  const changed = decide(now, aCommand("change"), META);
  const events = [confirmed, ...cancelled, undone, ...inside, ...changed];
  assert.deepEqual(toldEvents(events).map(({ type }) => type), ["confirmed", "changed"]);
});

Deno.test("a booking that was made and taken back at once tells that it was made, and no more", () => {
  const confirmed = aConfirmation();
  const undid = { type: "confirmed", at: AT };
  const undone = undoneEvent(aBooking(), null, { act: "A", from: 0, to: 1, undid }, META);
  assert.deepEqual(toldEvents([confirmed, undone]), [confirmed]);
});
