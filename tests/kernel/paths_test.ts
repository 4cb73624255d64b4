// Every address there is, to the letter: links in mails and calendars outlive the code that wrote them.
import assert from "node:assert/strict";
import { paths } from "../../lib/kernel/paths.ts";

Deno.test("addresses without a name in them", () => {
  const fixed: [string, string][] = [
    [paths.home(), "/"],
    [paths.quotes(), "/quotes"],
    [paths.bookings(), "/bookings"],
    [paths.prices(), "/prices"],
    [paths.help(), "/help"],
    [paths.privacy(), "/privacy"],
    [paths.terms(), "/terms"],
    [paths.offline(), "/offline"],
    [paths.admin(), "/admin"],
    [paths.signedOut(), "/signed-out"],
    [paths.signOut(), "/sign-out"],
    [paths.api.places(), "/api/places"],
    [paths.api.quotes(), "/api/quotes"],
    [paths.api.bookings(), "/api/bookings"],
    [paths.api.adminBookings(), "/api/admin/bookings"],
    [paths.api.adminEvents(), "/api/admin/events"],
  ];
  for (const [path, expected] of fixed) assert.equal(path, expected);
});

Deno.test("addresses with a name in them write it so that it can be no other address", () => {
  const odd = "a/b?c#d";
  const safe = "a%2Fb%3Fc%23d";
  const named: [string, string][] = [
    [paths.quote(odd), `/quotes/${safe}`],
    [paths.booking(odd), `/bookings/${safe}`],
    [paths.bookingCalendar(odd), `/bookings/${safe}/calendar.ics`],
    [paths.cancelBooking(odd), `/bookings/${safe}/cancel`],
    [paths.rescheduleBooking(odd), `/bookings/${safe}/reschedule`],
    [paths.enter(odd), `/enter/${safe}`],
    [paths.adminBooking(odd), `/admin/bookings/${safe}`],
    [paths.adminBookingAction("B1", odd), `/admin/bookings/B1/${safe}`],
    [paths.adminBookingAction(odd, "cancel"), `/admin/bookings/${safe}/cancel`],
    [paths.api.quote(odd), `/api/quotes/${safe}`],
    [paths.api.booking(odd), `/api/bookings/${safe}`],
    [paths.api.cancelBooking(odd), `/api/bookings/${safe}/cancel`],
    [paths.api.rescheduleBooking(odd), `/api/bookings/${safe}/reschedule`],
    [paths.api.adminBooking(odd), `/api/admin/bookings/${safe}`],
    [paths.api.adminBookingCommands(odd), `/api/admin/bookings/${safe}/commands`],
  ];
  for (const [path, expected] of named) assert.equal(path, expected);
});

Deno.test("a query says what was given and leaves out what is empty", () => {
  assert.equal(paths.admin({}), "/admin");
  assert.equal(paths.admin({ q: "", date: "" }), "/admin");
  assert.equal(
    paths.admin({ date: "2026-11-23", booking: "B1", q: "å&b" }),
    "/admin?date=2026-11-23&booking=B1&q=%C3%A5%26b",
  );
  assert.equal(paths.api.places({ q: "got", locale: "en" }), "/api/places?q=got&locale=en");
  assert.equal(paths.api.adminBookings({ cursor: "c" }), "/api/admin/bookings?cursor=c");
});
