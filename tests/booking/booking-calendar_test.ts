import assert from "node:assert/strict";
import { bookingCalendar } from "../../lib/booking/booking-calendar.ts";
import { aBookedTrip, aBooking } from "../support/bookings.ts";

const WORDS = {
  title: "Taxi Landvetter till Östra Hamngatan 24",
  description: "Bokningskod K4Q 7RM; pris 540,00 kr\nBetalas i bilen",
  location: "Göteborg Landvetter flygplats, Härryda",
};

/** The file's lines, folded ones joined again. */
function lines(file: string): string[] {
  assert.ok(file.endsWith("\r\n"));
  return file.slice(0, -2).replaceAll("\r\n ", "").split("\r\n");
}

Deno.test("bookingCalendar() gives pickup and arrival as instants", () => {
  const booking = aBooking("confirmed", aBookedTrip({ instant: "2026-11-23T05:40:00Z" }));
  const file = lines(bookingCalendar(booking, WORDS));
  assert.equal(file[0], "BEGIN:VCALENDAR");
  assert.equal(file.at(-1), "END:VCALENDAR");
  assert.ok(file.includes("DTSTART:20261123T054000Z"));
  const endMs = Date.parse("2026-11-23T05:40:00Z") + booking.trip.route.durationSeconds * 1000;
  const end = new Date(endMs).toISOString().replace(/[-:]|\.\d{3}/g, "");
  assert.ok(file.includes(`DTEND:${end}`));
  assert.ok(file.includes("STATUS:CONFIRMED"));
});

Deno.test("bookingCalendar() escapes what would end a value", () => {
  const file = lines(bookingCalendar(aBooking(), WORDS));
  assert.ok(file.includes("LOCATION:Göteborg Landvetter flygplats\\, Härryda"));
  assert.ok(
    file.includes("DESCRIPTION:Bokningskod K4Q 7RM\\; pris 540\\,00 kr\\nBetalas i bilen"),
  );
});

Deno.test("bookingCalendar() folds lines at 75 octets without breaking a letter", () => {
  const title = "Å".repeat(120);
  const file = bookingCalendar(aBooking(), { ...WORDS, title });
  const encoder = new TextEncoder();
  for (const line of file.split("\r\n")) assert.ok(encoder.encode(line).length <= 75, line);
  assert.ok(lines(file).includes(`SUMMARY:${title}`));
});

Deno.test("bookingCalendar() takes a cancelled ride out of the calendar with a later sequence", () => {
  const cancelled = aBooking("cancelled");
  const file = lines(bookingCalendar(cancelled, WORDS));
  assert.ok(file.includes("STATUS:CANCELLED"));
  assert.ok(file.includes(`SEQUENCE:${cancelled.version - 1}`));
  assert.ok(cancelled.version > 1);
});
