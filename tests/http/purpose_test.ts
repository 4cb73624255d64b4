// What a request is for, as the door sees it.
import assert from "node:assert/strict";
import { purposeOf } from "../../lib/http/purpose.ts";
import { paths } from "../../lib/kernel/paths.ts";
import type { Priority } from "../../lib/resilience/load-shedder.ts";
import { ORIGIN } from "../support/app.ts";

const WANTED: Readonly<Record<string, Priority | null>> = {
  [paths.livez()]: null,
  [paths.readyz()]: null,
  [`${paths.livez()}?from=proxy`]: null,
  "/api/admin/events": null,
  "/api/bookings/x/events?after=1": null,
  "/_fresh/js/boot-Y4K7UMOZ.js": null,
  "/styles.css?__frsh_c=1": null,
  "/fonts/hanken-grotesk.woff2": null,
  [paths.bookings()]: "book",
  "/api/bookings": "book",
  [paths.booking("abc")]: "book",
  [paths.bookingCalendar("abc")]: "book",
  [paths.cancelBooking("abc")]: "book",
  "/api/bookings/abc/reschedule": "book",
  [paths.admin()]: "book",
  "/api/admin/bookings": "book",
  [paths.enter("x")]: "book",
  [paths.signIn()]: "quote",
  [paths.quote("x")]: "quote",
  [paths.quotes()]: "quote",
  "/api/quotes": "quote",
  [paths.api.places({ q: "landvetter/bookings" })]: "search",
  "/api/pins?at=1": "search",
  [paths.home()]: "rest",
  "": "rest",
  "?lang=en": "rest",
  [paths.prices()]: "rest",
  "/places": "rest",
  "/bookingsx": "rest",
  "/constructor": "rest",
  "/api/toString": "rest",
  "/livez/x": "rest",
  "/nowhere?/bookings": "rest",
};

Deno.test("what an address is for: who watches, open streams and parts of pages always come in", () => {
  for (const [path, priority] of Object.entries(WANTED)) {
    assert.equal(purposeOf(new Request(ORIGIN + path)).priority, priority, path);
  }
});

Deno.test("an operator with a session always comes in; the cookie says nothing of other pages", () => {
  const headers = { cookie: "avanti-locale=en; avanti-session=abc" };
  const of = (path: string) => purposeOf(new Request(ORIGIN + path, { headers })).priority;
  assert.deepEqual([paths.admin(), "/api/admin/acts/1", paths.prices()].map(of), [
    null,
    null,
    "rest",
  ]);
  const encrypted = { headers: { cookie: "__Host-avanti-session=abc" } };
  assert.equal(purposeOf(new Request(ORIGIN + paths.admin(), encrypted)).priority, null);
});

Deno.test("what changes something waits for the disk, what reads does not", () => {
  const writes = (method: string) =>
    purposeOf(new Request(ORIGIN + paths.quotes(), { method })).writes;
  assert.deepEqual(["POST", "PUT", "DELETE"].map(writes), [true, true, true]);
  assert.deepEqual(["GET", "HEAD", "OPTIONS"].map(writes), [false, false, false]);
});
