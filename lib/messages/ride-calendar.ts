// The entry a mail puts into a customer's calendar, moves in it, or takes out of it: iTIP (RFC 5546) in an iCalendar file.
import type { BookingId } from "../booking/booking.ts";
import { calendarUid } from "../booking/booking-calendar.ts";
import { calendarFile, calendarInstant, calendarText } from "../kernel/icalendar.ts";
import { HOME_ZONE } from "../kernel/wall-time.ts";
import type { CalendarPart } from "./channel.ts";
import type { RideFacts } from "./message.ts";

/** What an entry says beside the ride. */
export interface RideEntry {
  bookingId: BookingId;
  method: CalendarPart["method"];
  /** Addresses of whoever sends it, and of whom it is sent to. */
  organizer: string;
  attendee: string;
  title: string;
  description: string;
  location: string;
}

/** Swedish clocks as all files since 1996 have them: one rule into summer, one out of it. */
const HOME_CLOCKS = [
  "BEGIN:VTIMEZONE",
  `TZID:${HOME_ZONE}`,
  "BEGIN:STANDARD",
  "DTSTART:19961027T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "TZNAME:CET",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:19960331T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "TZNAME:CEST",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
];

/** The file. A later version of the same ride has the same UID and a higher SEQUENCE: the entry moves, or goes. */
export function rideCalendar(ride: RideFacts, entry: RideEntry): string {
  const startMs = Date.parse(ride.pickup.instant);
  // An entry ends after it begins, RFC 5545 section 3.8.2.2.
  const endMs = startMs + Math.max(60, ride.durationSeconds) * 1_000;
  const isOff = entry.method === "CANCEL";
  return calendarFile([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Avanti//Messages//SV",
    "CALSCALE:GREGORIAN",
    `METHOD:${entry.method}`,
    ...HOME_CLOCKS,
    "BEGIN:VEVENT",
    `UID:${calendarUid(entry.bookingId)}`,
    `SEQUENCE:${ride.version - 1}`,
    `DTSTAMP:${calendarInstant(Date.parse(ride.changedAt))}`,
    ...times(startMs, endMs),
    `SUMMARY:${calendarText(entry.title)}`,
    `LOCATION:${calendarText(entry.location)}`,
    `DESCRIPTION:${calendarText(entry.description)}`,
    `ORGANIZER;CN=Avanti:mailto:${entry.organizer}`,
    `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${entry.attendee}`,
    `STATUS:${isOff ? "CANCELLED" : "CONFIRMED"}`,
    `TRANSP:${isOff ? "TRANSPARENT" : "OPAQUE"}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ]);
}

/** On the clocks at home; in UTC where they show a time twice: calendars do not agree on which of the two is meant. */
function times(startMs: number, endMs: number): string[] {
  const start = onHomeClock(startMs);
  const end = onHomeClock(endMs);
  if (start === null || end === null) {
    return [`DTSTART:${calendarInstant(startMs)}`, `DTEND:${calendarInstant(endMs)}`];
  }
  return [`DTSTART;TZID=${HOME_ZONE}:${start}`, `DTEND;TZID=${HOME_ZONE}:${end}`];
}

/** `20261123T064000`, or null when those clocks show it twice. */
function onHomeClock(epochMs: number): string | null {
  const local = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(HOME_ZONE);
  const plain = local.toPlainDateTime();
  const [first, second] = (["earlier", "later"] as const)
    .map((disambiguation) =>
      plain.toZonedDateTime(HOME_ZONE, { disambiguation }).epochMilliseconds
    );
  if (first !== second) return null;
  return plain.toString({ smallestUnit: "second" }).replace(/[-:]/g, "");
}
