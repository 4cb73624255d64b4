// A booking as a calendar entry, iCalendar (RFC 5545). It has no METHOD: with one it would be a message of
// RFC 5546, which names an organizer by an e-mail address, and strict readers refuse it without.
import { calendarFile, calendarInstant, calendarText } from "../kernel/icalendar.ts";
import type { Booking, BookingId } from "./booking.ts";
import { holdsVehicle } from "./booking-rules.ts";

/** Words of the entry, in the customer's language. */
export interface CalendarWords {
  title: string;
  description: string;
  location: string;
}

/** What the entry of a booking is called in every calendar, whichever way it came there. */
export function calendarUid(id: BookingId): string {
  return `${id}@avanti`;
}

/** The calendar file of a booking. After a change it is the same entry with a later SEQUENCE: it moves, or is off. */
export function bookingCalendar(booking: Booking, words: CalendarWords): string {
  const startMs = Date.parse(booking.trip.pickup.instant);
  // An entry ends after it begins, RFC 5545 section 3.8.2.2.
  const endMs = startMs + Math.max(60, booking.trip.route.durationSeconds) * 1000;
  const isOff = !holdsVehicle(booking);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Avanti//Booking//SV",
    "BEGIN:VEVENT",
    `UID:${calendarUid(booking.id)}`,
    `SEQUENCE:${booking.version - 1}`,
    `DTSTAMP:${calendarInstant(Date.parse(booking.changedAt))}`,
    `DTSTART:${calendarInstant(startMs)}`,
    `DTEND:${calendarInstant(endMs)}`,
    `SUMMARY:${calendarText(words.title)}`,
    `LOCATION:${calendarText(words.location)}`,
    `DESCRIPTION:${calendarText(words.description)}`,
    `STATUS:${isOff ? "CANCELLED" : "CONFIRMED"}`,
    // Who looks for a free hour finds this one free again.
    `TRANSP:${isOff ? "TRANSPARENT" : "OPAQUE"}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return calendarFile(lines);
}
