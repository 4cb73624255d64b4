import assert from "node:assert/strict";
import ICAL from "npm:ical.js@2.2.1";
import { BOOKING_STATUSES } from "../../lib/booking/booking.ts";
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

Deno.test("bookingCalendar() is this file, to the octet", () => {
  const booking = aBooking("confirmed", aBookedTrip({ instant: "2026-11-23T05:40:00Z" }));
  assert.equal(
    bookingCalendar(booking, WORDS),
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Avanti//Booking//SV",
      "BEGIN:VEVENT",
      "UID:01KAMZ8N00AVANT1B00K1NG001@avanti",
      "SEQUENCE:0",
      "DTSTAMP:20261123T050000Z",
      "DTSTART:20261123T054000Z",
      "DTEND:20261123T055500Z",
      "SUMMARY:Taxi Landvetter till Östra Hamngatan 24",
      "LOCATION:Göteborg Landvetter flygplats\\, Härryda",
      "DESCRIPTION:Bokningskod K4Q 7RM\\; pris 540\\,00 kr\\nBetalas i bilen",
      "STATUS:CONFIRMED",
      "TRANSP:OPAQUE",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ].join("\r\n"),
  );
});

Deno.test("bookingCalendar() has, once each, what RFC 5545 requires of a calendar and of an entry without a method", () => {
  for (const status of BOOKING_STATUSES) {
    const names = lines(bookingCalendar(aBooking(status), WORDS)).map((line) => line.split(":")[0]);
    // 3.6: PRODID, VERSION; 3.6.1: UID and DTSTAMP, and without a method DTSTART.
    const required = ["PRODID", "VERSION", "UID", "DTSTAMP", "DTSTART", "SUMMARY"];
    for (const name of required) {
      assert.equal(names.filter((other) => other === name).length, 1, `${status}: ${name}`);
    }
    assert.equal(new Set(names.slice(3, -2)).size, names.slice(3, -2).length, "no property twice");
    assert.deepEqual(names.slice(0, 4), ["BEGIN", "VERSION", "PRODID", "BEGIN"]);
    assert.deepEqual(names.slice(-2), ["END", "END"]);
  }
});

Deno.test("bookingCalendar() escapes a backslash first, so that no text can end a value or begin a line", () => {
  const title = "a\\b;c,d\ne\\n";
  const file = lines(bookingCalendar(aBooking(), { ...WORDS, title }));
  assert.ok(file.includes("SUMMARY:a\\\\b\\;c\\,d\\ne\\\\n"));
});

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

Deno.test("a calendar program reads every file, and sees the same entry move and be off", () => {
  const sequences: number[] = [];
  for (const status of BOOKING_STATUSES) {
    const booking = aBooking(status);
    const calendar = new ICAL.Component(ICAL.parse(bookingCalendar(booking, WORDS)));
    assert.equal(calendar.getFirstPropertyValue("method"), null);
    const [entry, ...others] = calendar.getAllSubcomponents("vevent");
    assert(entry !== undefined && others.length === 0);
    const event = new ICAL.Event(entry, { strictExceptions: true });
    assert.equal(event.uid, `${booking.id}@avanti`);
    assert.equal(event.summary, WORDS.title);
    assert.equal(event.description, WORDS.description);
    assert.equal(event.location, WORDS.location);
    assert.equal(event.startDate.toJSDate().getTime(), Date.parse(booking.trip.pickup.instant));
    assert(event.endDate.compare(event.startDate) > 0);
    const isOff = ["cancelled", "expired", "no-show", "lapsed"].includes(status);
    assert.equal(entry.getFirstPropertyValue("status"), isOff ? "CANCELLED" : "CONFIRMED", status);
    assert.equal(entry.getFirstPropertyValue("transp"), isOff ? "TRANSPARENT" : "OPAQUE", status);
    sequences.push(Number(event.sequence));
  }
  const cancelled = sequences[BOOKING_STATUSES.indexOf("cancelled")] ?? 0;
  assert(cancelled > (sequences[BOOKING_STATUSES.indexOf("confirmed")] ?? 0));
});

Deno.test("a ride of no length still ends after it begins", () => {
  const route = { ...aBookedTrip().route, durationSeconds: 0 };
  const file = lines(bookingCalendar(aBooking("confirmed", aBookedTrip({ route })), WORDS));
  const at = (name: string) =>
    file.find((line) => line.startsWith(`${name}:`))?.split(":")[1] ?? "";
  assert(at("DTEND") > at("DTSTART"));
});
