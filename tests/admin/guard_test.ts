// Who may enter what: every route under /admin and /api/admin, with no session, a dead one and a live one.
import assert from "node:assert/strict";
import { WRONG_METHOD_STATUS } from "../support/framework.ts";
import { anOperator, testProduct } from "../support/operator.ts";
import { operatorRoutes, pathOf } from "../support/operator-routes.ts";
import { aStoredBooking } from "../support/trips.ts";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const;
/** What a signed-in operator gets from GET; a route that is missing here fails the test. */
const SIGNED_IN_GET: Readonly<Record<string, number>> = {
  "/admin": 200,
  "/admin/:unknown*": 404,
  "/admin/acts/:actId": 303,
  "/admin/bookings/:bookingId": 303,
  "/admin/bookings/:bookingId/:action": 303,
  "/admin/bookings/:bookingId/sheets/:kind": 200,
  "/admin/breaches": 200,
  "/admin/breaches/:id": 404,
  "/admin/breaches/:id/notification.json": 404,
  "/admin/audit": 200,
  "/admin/audit/:id": 404,
  "/admin/audit/:id/proof": 404,
  "/admin/audit/export.csv": 200,
  "/admin/audit/export.json": 200,
  "/admin/cars": 200,
  "/admin/cars/:vehicleId": 200,
  "/admin/access-review": 200,
  "/admin/compliance": 200,
  "/admin/compliance/report.csv": 200,
  "/admin/compliance/report.json": 200,
  "/admin/compliance/register": 200,
  "/admin/compliance/register.csv": 200,
  "/admin/compliance/register.json": 200,
  // An administrator's right to everything ends before everybody's names in a file.
  "/admin/driver-register": 403,
  "/admin/drivers": 200,
  "/admin/drivers/:id": 200,
  "/admin/drivers/:id/checks": 200,
  "/admin/day.csv": 200,
  "/admin/jobs": 200,
  "/admin/jobs/:jobId": 303,
  "/admin/incidents": 200,
  "/admin/incidents/:fingerprint": 404,
  "/admin/message-templates": 200,
  "/admin/messages": 200,
  "/admin/messages/:id": 404,
  "/admin/new": 200,
  "/admin/new-driver": 200,
  "/admin/new-permit-holder": 200,
  "/admin/new-place": 200,
  "/admin/new-vehicle": 200,
  "/admin/permit-holders": 200,
  "/admin/permit-holders/:id": 200,
  "/admin/places": 200,
  "/admin/places/:slug": 200,
  "/admin/cache": 200,
  "/admin/keys": 200,
  "/admin/security": 200,
  "/admin/staff": 200,
  "/admin/staff/:personId": 404,
  "/admin/tariff-drafts/:id": 404,
  "/admin/tariff-drafts/:id/:kind": 404,
  "/admin/tariff-drafts/:id/:kind/:item": 404,
  "/admin/tariff-reviews/:id": 404,
  "/admin/tariffs": 200,
  "/admin/fee-rules": 200,
  "/admin/fee-rules/:id": 404,
  "/admin/fee-reviews/:id": 404,
  "/admin/tariffs/:version": 404,
  "/admin/vehicles": 200,
  "/admin/vehicles/:id": 200,
  "/admin/data-requests": 200,
  "/admin/data-requests/:id": 404,
  "/admin/data-requests/export.csv": 200,
  "/admin/protected": 200,
  "/admin/protected/:bookingId": 200,
  "/admin/retention": 200,
  "/admin/money": 200,
  "/admin/money/:bookingId": 200,
  "/admin/reconciliation": 200,
  "/admin/reconciliation/:date": 404,
  "/admin/reconciliation/:date/export.csv": 404,
  "/admin/differences/:id": 404,
  "/admin/payment-files": 200,
  "/admin/payment-files/:id": 404,
  "/admin/settlements": 200,
  "/admin/settlements/:id": 404,
  "/admin/settlements/:id/:item": 404,
  "/admin/settlements/:id/:item/statement.pdf": 404,
  "/admin/bookkeeping": 200,
  "/admin/bookkeeping/document.pdf": 404,
  "/admin/bookkeeping/invoices": 200,
  "/admin/bookkeeping/day": 200,
  "/admin/bookkeeping/connect-fortnox": 404,
  "/admin/bookkeeping/fortnox": 200,
  "/admin/bookkeeping/vouchers.si": 200,
  "/admin/webhooks": 200,
  "/admin/webhooks/:id": 404,
  "/api/admin/:unknown*": 404,
  "/api/admin/acts/:actId": WRONG_METHOD_STATUS,
  "/api/admin/assignments": WRONG_METHOD_STATUS,
  "/api/admin/bookings": 200,
  "/api/admin/bookings/:bookingId/candidates": 200,
  "/api/admin/bookings/:bookingId": 200,
  "/api/admin/bookings/:bookingId/changes": WRONG_METHOD_STATUS,
  "/api/admin/bookings/:bookingId/commands": WRONG_METHOD_STATUS,
  "/api/admin/bookings/:bookingId/copies": WRONG_METHOD_STATUS,
  "/api/admin/bookings/:bookingId/revival": WRONG_METHOD_STATUS,
  "/api/admin/counts": 200,
  "/api/admin/events": 200,
  "/api/admin/cache": 200,
  "/api/admin/cache/purges": WRONG_METHOD_STATUS,
  "/api/admin/jobs": 200,
  "/api/admin/jobs/:jobId": WRONG_METHOD_STATUS,
  "/api/admin/outages": 200,
  "/api/admin/vehicles/:vehicleId/outages": WRONG_METHOD_STATUS,
};
/** Addresses that do not exist are behind the guard as well: nobody learns from outside what does. */
const UNKNOWN = {
  "/admin/no/such/page": 404,
  "/admin/bookings": 404,
  "/admin/places/none": 404,
  "/api/admin/no/such/page": 404,
};
const EXPECTED: Readonly<Record<string, number>> = { ...SIGNED_IN_GET, ...UNKNOWN };

Deno.test("every operator route has an expected answer", async () => {
  assert.deepEqual((await operatorRoutes()).sort(), Object.keys(SIGNED_IN_GET).sort());
});

Deno.test("no operator route answers without a live session, whatever the method", async () => {
  await using product = await testProduct();
  const { booking } = await aStoredBooking(product.services);
  const expired = await anOperator(product.services);
  product.test.clock.advance({ minutes: 30 });
  for (const cookie of ["", expired.cookie, "avanti-session=" + "x".repeat(43)]) {
    for (const pattern of Object.keys(EXPECTED)) {
      for (const method of METHODS) {
        const url = product.origin + pathOf(pattern, booking.id);
        const headers = { cookie, "sec-fetch-site": "same-origin" };
        const response = await fetch(url, { method, headers, redirect: "manual" });
        const body = await response.text();
        assert.equal(response.status, 401, `${method} ${pattern}`);
        assert.equal(response.headers.get("cache-control"), "no-store", `${method} ${pattern}`);
        assert.equal(body.includes(booking.contact.name), false);
        if (method === "HEAD") continue;
        const type = pattern.startsWith("/api") ? /^application\/problem\+json/ : /^text\/html/;
        assert.match(response.headers.get("content-type") ?? "", type, `${method} ${pattern}`);
      }
    }
  }
});

Deno.test("a signed-in operator gets the expected answer from every route", async () => {
  await using product = await testProduct();
  const { booking } = await aStoredBooking(product.services);
  const { cookie } = await anOperator(product.services);
  for (const [pattern, status] of Object.entries(EXPECTED)) {
    const url = product.origin + pathOf(pattern, booking.id);
    const response = await fetch(url, { headers: { cookie }, redirect: "manual" });
    assert.equal(response.status, status, pattern);
    await response.body?.cancel();
  }
});

Deno.test("the way in and the way out are open to all and kept by no cache", async () => {
  await using product = await testProduct();
  const open = { ["/enter/" + "A".repeat(43)]: 410, "/enter/short": 410, "/signed-out": 200 };
  for (const [path, status] of Object.entries(open)) {
    const response = await fetch(product.origin + path);
    assert.equal(response.status, status, path);
    assert.equal(response.headers.get("cache-control"), "no-store", path);
    await response.body?.cancel();
  }
});

Deno.test("what lies below a link's address, or where it used to be, lets nobody in", async () => {
  await using product = await testProduct();
  const closed = {
    "/admin/enter/x": 401,
    "/admin/enter/x/y": 401,
    "/enter/x/y": 404,
    "/enter": 404,
  };
  for (const [path, status] of Object.entries(closed)) {
    const response = await fetch(product.origin + path);
    assert.equal(response.status, status, path);
    await response.body?.cancel();
  }
});

Deno.test("the page that says one must sign in says how, in the language of the reader", async () => {
  await using product = await testProduct();
  for (const [lang, words] of [["sv", "Du behöver logga in"], ["en", "You need to sign in"]]) {
    const response = await fetch(`${product.origin}/admin?lang=${lang}`);
    const html = await response.text();
    assert.equal(html.includes(words ?? ""), true, lang);
    assert.match(html, /USR2/);
  }
});
