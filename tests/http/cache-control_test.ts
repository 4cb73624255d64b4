// Who may keep an answer: nobody what operators and programs see, the browser alone what a customer sees.
import assert from "node:assert/strict";
import { PLAIN_COOKIE } from "../../lib/accounts/session-cookie.ts";
import { cacheControl, SHARED_CLASSES } from "../../lib/http/cache-classes.ts";
import { quoteReschedule } from "../../lib/booking/reschedule-booking.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { pickupTimeAt } from "../../lib/kernel/wall-time.ts";
import { apiCases, validRequest } from "../support/api-routes.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { testServices } from "../support/services.ts";
import { aLink, useLink } from "../support/operator.ts";
import { aQuote, aStoredBooking } from "../support/trips.ts";

/** Routes of the API that say themselves what caches may do; all others are given `no-store`. */
const SAY_OTHERWISE: Readonly<Record<string, string>> = {
  // Asked in no language, so that it is in the cookie's.
  "places.ts": "private, max-age=60",
  "openapi.json.ts": cacheControl(SHARED_CLASSES.document),
  "admin/events.ts": "no-store, no-transform",
  "bookings/[link]/events.ts": "no-store, no-transform",
};

Deno.test("no answer of the API is kept by any cache, but for the search of places and what the API is", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  for (const one of await apiCases(test.services)) {
    const response = await app(validRequest(one));
    await response.body?.cancel();
    assert.equal(response.status, one.accepts, one.file);
    const expected = SAY_OTHERWISE[one.file] ?? "no-store";
    assert.equal(response.headers.get("cache-control"), expected, one.file);
    const refused = await app(new Request(ORIGIN + one.path, { method: "DELETE" }));
    await refused.body?.cancel();
    assert.equal(refused.headers.get("cache-control"), "no-store", one.file);
  }
});

Deno.test("no page an operator sees is kept by any cache, whatever it answers", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const { booking } = await aStoredBooking(test.services);
  const token = await aLink(test.services, "Karin");
  const answer = await useLink(test.services, token);
  assert(answer.ok);
  const headers = {
    cookie: `${PLAIN_COOKIE}=${answer.begun.secret}`,
    "sec-fetch-site": "same-origin",
  };
  const date = "2026-11-24";
  const asked: [string, number, RequestInit?][] = [
    [paths.admin(), 200],
    [paths.admin({ date, booking: booking.id }), 200],
    [paths.admin({ date, q: "Maja" }), 200],
    [paths.adminBooking(booking.id), 303],
    [paths.adminBooking("nobody"), 404],
    [paths.adminBookingAction(booking.id, "cancel"), 403, {
      method: "POST",
      body: new URLSearchParams(),
    }],
    [paths.signOut(), 405],
    [paths.enter(await aLink(test.services, "Karin")), 200],
    [paths.enter(token), 410],
    [paths.signedOut(), 200],
  ];
  for (const [path, status, init] of asked) {
    const response = await app(new Request(ORIGIN + path, { ...init, headers }));
    await response.body?.cancel();
    assert.equal(response.status, status, path);
    assert.equal(response.headers.get("cache-control"), "no-store", path);
  }
});

Deno.test("every page of a price and of a ticket is the browser's own and in no search engine, refused or not", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const { link } = await aStoredBooking(test.services);
  const quote = await aQuote(test.services);
  const sold = await aQuote(test.services);
  await aStoredBooking(test.services, { quote: sold });
  const pickup = pickupTimeAt(Temporal.Instant.from("2026-11-24T14:00:00Z"));
  const move = await quoteReschedule(test.services, { link, pickup });
  const form = (fields: Record<string, string>): RequestInit => ({
    method: "POST",
    body: new URLSearchParams(fields),
  });
  const asked: [string, number, RequestInit?][] = [
    [paths.quote(quote.id), 200],
    [paths.quote(sold.id), 409],
    [paths.quotes(), 422, form({ from: "", to: "" })],
    [paths.bookings(), 200],
    [paths.bookings(), 422, form({ quoteId: quote.id, vehicleClass: "standard", name: "" })],
    [paths.booking(link), 200],
    [paths.bookingCalendar(link), 200],
    [paths.cancelBooking(link), 200],
    [paths.cancelBooking(link), 409, form({ expectedFeeOre: "1" })],
    [paths.rescheduleBooking(link), 200],
    [paths.rescheduleBooking(link), 422, form({ date: "x", time: "" })],
    [paths.rescheduleBooking(link), 303, form({ quoteId: move.id })],
    [paths.cancelBooking(link), 303, form({ expectedFeeOre: "0" })],
  ];
  for (const [path, status, init] of asked) {
    const response = await app(new Request(ORIGIN + path, init));
    await response.body?.cancel();
    const name = `${init?.method ?? "GET"} ${path} ${status}`;
    assert.equal(response.status, status, name);
    assert.equal(response.headers.get("cache-control"), "private, no-cache", name);
    assert.equal(response.headers.get("x-robots-tag"), "noindex", name);
  }
});

Deno.test("no page that says what went wrong is kept by any cache", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const { link } = await aStoredBooking(test.services);
  const post = (body: BodyInit): RequestInit => ({ method: "POST", body });
  const asked: [string, number, RequestInit?][] = [
    ["/nowhere", 404],
    [paths.quote("nobody"), 404],
    [paths.booking("nobody"), 404],
    [paths.cancelBooking("nobody"), 404],
    [paths.cancelBooking(link), 415, post("x")],
    [paths.home(), 405, post(new URLSearchParams())],
  ];
  for (const [path, status, init] of asked) {
    const response = await app(new Request(ORIGIN + path, init));
    await response.body?.cancel();
    assert.equal(response.status, status, path);
    assert.equal(response.headers.get("cache-control"), "no-store", path);
  }
});

Deno.test("an open page is its reader's own and depends on their cookie and on what they take", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const open = [paths.home(), paths.prices(), paths.help(), paths.terms(), paths.privacy()];
  for (const path of [...open, paths.offline()]) {
    const response = await app(new Request(ORIGIN + path));
    await response.body?.cancel();
    assert.equal(response.headers.get("cache-control"), "private, no-cache", path);
    assert.equal(response.headers.get("vary"), "Cookie, Accept-Encoding", path);
  }
});

Deno.test("what depends on the language in the cookie says so, refused or not", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const { link } = await aStoredBooking(test.services);
  const quote = await aQuote(test.services);
  const asked: [string, string][] = [
    [paths.quote(quote.id), "Cookie, Accept-Encoding"],
    [paths.booking(link), "Cookie, Accept-Encoding"],
    [paths.bookingCalendar(link), "Cookie, Accept-Encoding"],
    [paths.api.places({ q: "g" }), "Cookie, Accept-Encoding"],
    // The language is in the address.
    [paths.api.places({ q: "g", locale: "sv" }), "Accept-Encoding"],
    // Kept by nobody, so that the coding is all a cache on the way need know.
    [paths.api.booking(link), "Accept-Encoding"],
    [paths.booking("nobody"), "Accept-Encoding"],
    ["/livez", "Accept-Encoding"],
  ];
  for (const [path, vary] of asked) {
    for (const method of ["GET", "HEAD"]) {
      const response = await app(new Request(ORIGIN + path, { method }));
      await response.body?.cancel();
      assert.equal(response.headers.get("vary"), vary, `${method} ${path}`);
    }
  }
});

Deno.test("what a cache may give to others chooses nobody's language", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  for (const path of ["/api/places?q=g&locale=en&lang=en", "/map/goteborg-roads.json?lang=en"]) {
    const response = await app(new Request(ORIGIN + path));
    await response.body?.cancel();
    const isPublic = response.headers.get("cache-control")?.startsWith("public");
    assert.equal(response.headers.has("set-cookie"), !isPublic, path);
  }
});

Deno.test("a private folder keeps its errors to itself too: wrong methods, wrong names, broken escapes", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const folders = [paths.bookings(), paths.quotes(), paths.admin(), "/admin/jobs"];
  for (const folder of folders) {
    for (const path of [`${folder}/none`, `${folder}/none/none`, `${folder}/%zz`, folder]) {
      for (const method of ["GET", "HEAD", "PUT", "BREW"]) {
        const response = await app(new Request(ORIGIN + path, { method }));
        await response.body?.cancel();
        if (response.status < 400) continue;
        assert.equal(response.headers.get("cache-control"), "no-store", `${method} ${path}`);
      }
    }
  }
});
