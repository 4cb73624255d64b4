// A booking as a calendar entry, iCalendar (RFC 5545). It has no METHOD: with one it would be a message of
// RFC 5546, which names an organizer by an e-mail address, and strict readers refuse it without.
import type { Booking } from "./booking.ts";
import { holdsVehicle } from "./booking-rules.ts";

/** Longest line in octets before it is folded, RFC 5545 section 3.1. */
const MAX_LINE_BYTES = 75;

/** Words of the entry, in the customer's language. */
export interface CalendarWords {
  title: string;
  description: string;
  location: string;
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
    `UID:${booking.id}@avanti`,
    `SEQUENCE:${booking.version - 1}`,
    `DTSTAMP:${utc(Date.parse(booking.changedAt))}`,
    `DTSTART:${utc(startMs)}`,
    `DTEND:${utc(endMs)}`,
    `SUMMARY:${escapeText(words.title)}`,
    `LOCATION:${escapeText(words.location)}`,
    `DESCRIPTION:${escapeText(words.description)}`,
    `STATUS:${isOff ? "CANCELLED" : "CONFIRMED"}`,
    // Who looks for a free hour finds this one free again.
    `TRANSP:${isOff ? "TRANSPARENT" : "OPAQUE"}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map(fold).join("\r\n") + "\r\n";
}

/** `20261123T054000Z`. */
function utc(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/[-:]|\.\d{3}/g, "");
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (char) => `\\${char}`).replaceAll("\n", "\\n");
}

/** Breaks a long line between characters; the rest begins with a space that belongs to its length. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = "";
  let bytes = 0;
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (bytes + size > MAX_LINE_BYTES) {
      folded += "\r\n ";
      bytes = 1;
    }
    folded += char;
    bytes += size;
  }
  return folded;
}
