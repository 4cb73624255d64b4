import assert from "node:assert/strict";
import { seenByOwner } from "../../../../lib/booking/seen-booking.ts";
import { renderToString } from "preact-render-to-string";
import type { Booking, BookingEvent } from "../../../../lib/booking/booking.ts";
import { BookingHistory } from "../../../../lib/ui/customer/booking/BookingHistory.tsx";
import { aBooking, aConfirmation } from "../../../support/bookings.ts";

const TODAY = "2026-11-23";
const CONFIRMED = aConfirmation();
const META = { at: "2026-11-23T05:10:00Z", actor: { kind: "system" } } as const;

/** Titles of the line's stops; those still ahead in brackets. */
function stops(booking: Booking, events: BookingEvent[]): string[] {
  const html = renderToString(
    <BookingHistory locale="sv" booking={seenByOwner(booking)} events={events} today={TODAY} />,
  );
  const items = html.matchAll(/<li class="(\w+)"><span class="route-title">([^<]*)/g);
  return [...items].map(([, reach, title]) => reach === "ahead" ? `(${title})` : `${title}`);
}

Deno.test("BookingHistory shows what has happened and what is ahead", () => {
  assert.deepEqual(stops(aBooking("confirmed"), [CONFIRMED]), [
    "Bekräftad",
    "(Förare utsedd)",
    "(Bilen på väg till dig)",
    "(Bilen framme hos dig)",
    "(Ombord)",
    "(Framme)",
  ]);
});

Deno.test("BookingHistory has nothing ahead of a cancelled ride", () => {
  const cancelled: BookingEvent = {
    ...META,
    type: "cancelled",
    by: "customer",
    reason: "",
    feeOre: 0,
    feeVat: "none",
    fault: "customer",
  };
  assert.deepEqual(stops(aBooking("cancelled"), [CONFIRMED, cancelled]), ["Bekräftad", "Avbokad"]);
});

Deno.test("BookingHistory leaves out that a new time freed the driver", () => {
  const { trip, reservation } = CONFIRMED;
  const events: BookingEvent[] = [
    CONFIRMED,
    { ...META, type: "unassigned", reason: "rescheduled" },
    { ...META, type: "rescheduled", trip, reservation },
  ];
  assert.deepEqual(stops(aBooking("confirmed"), events).slice(0, 3), [
    "Bekräftad",
    "Ny tid: i morgon 10.00",
    "(Förare utsedd)",
  ]);
});
