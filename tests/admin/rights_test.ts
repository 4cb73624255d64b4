// Who may do what: every route of the operators, by every role, looked at and sent to. A route without a row fails.
import assert from "node:assert/strict";
import { FORM_TOKEN_FIELD, FORM_TOKEN_HEADER } from "../../lib/accounts/form-token-names.ts";
import { makeFormToken } from "../../lib/accounts/form-token.ts";
import { type Right, rightsOf } from "../../lib/accounts/right.ts";
import { CENTRAL, type Role, ROLES } from "../../lib/accounts/role.ts";
import { PLAIN_COOKIE } from "../../lib/accounts/session-cookie.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { aLink, aPerson, type TestProduct, testProduct, useLink } from "../support/operator.ts";
import { aStoredBooking } from "../support/trips.ts";
import { operatorRoutes, pathOf } from "../support/operator-routes.ts";

type Asked = readonly [see: Right, act: Right];
const DAY: Asked = ["see-day", "dispatch"];
const ORDER: Asked = ["dispatch", "dispatch"];
const SETUP: Asked = ["see-setup", "edit-setup"];
const NEW: Asked = ["edit-setup", "edit-setup"];
const TARIFFS: Asked = ["see-tariffs", "draft-tariffs"];
const FAULTS: Asked = ["see-faults", "mend-faults"];
const MESSAGES: Asked = ["see-messages", "send-messages"];
const BREACHES: Asked = ["see-compliance", "handle-breaches"];
const AUDIT: Asked = ["read-audit", "read-audit"];
const COMPLIANCE: Asked = ["see-compliance", "see-compliance"];
const STAFF: Asked = ["see-staff", "manage-staff"];
const WEBHOOKS: Asked = ["see-webhooks", "manage-webhooks"];
const DATA_REQUESTS: Asked = ["see-data-requests", "handle-data-requests"];
const MONEY: Asked = ["see-day", "give-back"];
const BOOKS: Asked = ["see-books", "close-books"];
/** Read alone: what is sent there is no method of theirs. */
const LOOKED_AT: Asked = ["see-day", "see-day"];

/** What each route asks for, written down a second time. */
const ASKED: Readonly<Record<string, Asked>> = {
  "/admin": LOOKED_AT,
  "/admin/:unknown*": LOOKED_AT,
  "/admin/access-review": BREACHES,
  "/admin/acts/:actId": DAY,
  "/admin/bookings/:bookingId": DAY,
  "/admin/bookings/:bookingId/:action": DAY,
  "/admin/bookings/:bookingId/sheets/:kind": DAY,
  "/admin/bookkeeping": BOOKS,
  "/admin/bookkeeping/day": BOOKS,
  "/admin/bookkeeping/connect-fortnox": BOOKS,
  "/admin/bookkeeping/fortnox": BOOKS,
  "/admin/bookkeeping/document.pdf": BOOKS,
  "/admin/bookkeeping/invoices": BOOKS,
  "/admin/bookkeeping/vouchers.si": BOOKS,
  "/admin/money": MONEY,
  "/admin/money/:bookingId": MONEY,
  "/admin/reconciliation": BOOKS,
  "/admin/reconciliation/:date": BOOKS,
  "/admin/reconciliation/:date/export.csv": BOOKS,
  "/admin/differences/:id": BOOKS,
  "/admin/payment-files": BOOKS,
  "/admin/payment-files/:id": BOOKS,
  "/admin/settlements": BOOKS,
  "/admin/settlements/:id": BOOKS,
  "/admin/settlements/:id/:item": BOOKS,
  "/admin/settlements/:id/:item/statement.pdf": BOOKS,
  "/admin/breaches": BREACHES,
  "/admin/breaches/:id": BREACHES,
  "/admin/breaches/:id/notification.json": BREACHES,
  "/admin/audit": AUDIT,
  "/admin/audit/:id": AUDIT,
  "/admin/audit/:id/proof": AUDIT,
  "/admin/audit/export.csv": AUDIT,
  "/admin/audit/export.json": AUDIT,
  "/admin/cars": DAY,
  "/admin/cars/:vehicleId": DAY,
  "/admin/compliance": COMPLIANCE,
  "/admin/compliance/report.csv": COMPLIANCE,
  "/admin/compliance/report.json": COMPLIANCE,
  "/admin/compliance/register": COMPLIANCE,
  "/admin/compliance/register.csv": COMPLIANCE,
  "/admin/compliance/register.json": COMPLIANCE,
  "/admin/day.csv": ["export-day", "export-day"],
  "/admin/driver-register": ["extract-register", "extract-register"],
  "/admin/drivers": SETUP,
  "/admin/drivers/:id": SETUP,
  "/admin/drivers/:id/checks": SETUP,
  "/admin/incidents": FAULTS,
  "/admin/incidents/:fingerprint": FAULTS,
  "/admin/message-templates": MESSAGES,
  "/admin/messages": MESSAGES,
  "/admin/messages/:id": MESSAGES,
  "/admin/cache": FAULTS,
  "/admin/jobs": FAULTS,
  "/admin/jobs/:jobId": FAULTS,
  "/admin/new": ORDER,
  "/admin/new-driver": NEW,
  "/admin/new-permit-holder": NEW,
  "/admin/new-place": NEW,
  "/admin/new-vehicle": NEW,
  "/admin/permit-holders": SETUP,
  "/admin/permit-holders/:id": SETUP,
  "/admin/places": SETUP,
  "/admin/places/:slug": SETUP,
  "/admin/keys": ["see-compliance", "handle-data-requests"],
  "/admin/security": COMPLIANCE,
  "/admin/staff": STAFF,
  "/admin/staff/:personId": STAFF,
  "/admin/tariff-drafts/:id": TARIFFS,
  "/admin/tariff-reviews/:id": ["see-tariffs", "review-tariffs"],
  "/admin/tariff-drafts/:id/:kind": TARIFFS,
  "/admin/tariff-drafts/:id/:kind/:item": TARIFFS,
  "/admin/tariffs": TARIFFS,
  "/admin/fee-rules": TARIFFS,
  "/admin/fee-rules/:id": TARIFFS,
  "/admin/fee-reviews/:id": ["see-tariffs", "review-tariffs"],
  "/admin/tariffs/:version": TARIFFS,
  "/admin/vehicles": SETUP,
  "/admin/vehicles/:id": SETUP,
  "/admin/data-requests": DATA_REQUESTS,
  "/admin/data-requests/:id": DATA_REQUESTS,
  "/admin/data-requests/export.csv": DATA_REQUESTS,
  "/admin/protected": ["veil-identities", "veil-identities"],
  "/admin/protected/:bookingId": ["veil-identities", "veil-identities"],
  "/admin/retention": DATA_REQUESTS,
  "/admin/webhooks": WEBHOOKS,
  "/admin/webhooks/:id": WEBHOOKS,
  "/api/admin/:unknown*": LOOKED_AT,
  "/api/admin/acts/:actId": DAY,
  "/api/admin/assignments": ORDER,
  "/api/admin/bookings": DAY,
  "/api/admin/bookings/:bookingId": DAY,
  "/api/admin/bookings/:bookingId/candidates": DAY,
  "/api/admin/bookings/:bookingId/changes": DAY,
  "/api/admin/bookings/:bookingId/commands": DAY,
  "/api/admin/bookings/:bookingId/copies": DAY,
  "/api/admin/bookings/:bookingId/revival": DAY,
  "/api/admin/counts": LOOKED_AT,
  "/api/admin/events": LOOKED_AT,
  "/api/admin/cache": FAULTS,
  "/api/admin/cache/purges": FAULTS,
  "/api/admin/jobs": FAULTS,
  "/api/admin/jobs/:jobId": FAULTS,
  "/api/admin/outages": LOOKED_AT,
  "/api/admin/vehicles/:vehicleId/outages": DAY,
};

Deno.test("every route of the operators has a row that says what it asks for", async () => {
  assert.deepEqual((await operatorRoutes()).sort(), Object.keys(ASKED).sort());
});

for (const role of ROLES) {
  Deno.test(`${role}: every route, looked at and sent to, is open or closed as its rights say`, async () => {
    await using product = await testProduct();
    const { booking } = await aStoredBooking(product.services);
    const rights = rightsOf([{ role, entity: CENTRAL }]);
    const headers = await entered(product, role);
    for (const [pattern, [see, act]] of Object.entries(ASKED)) {
      for (const [method, right] of [["GET", see], ["POST", act]] as const) {
        const isClosed = await isRefused(product, headers, method, pathOf(pattern, booking.id));
        assert.equal(isClosed, !rights.includes(right), `${method} ${pattern}`);
      }
    }
  });
}

Deno.test("whoever is refused by their role is told so, in both languages, on a page and in a document", async () => {
  await using product = await testProduct();
  const headers = await entered(product, "accountant");
  for (const lang of ["sv", "en"] as const) {
    const { problems } = textsFor(lang);
    const page = await fetch(`${product.origin}/admin/jobs?lang=${lang}`, { headers });
    assert.equal(page.status, 403);
    assert.match(
      await page.text(),
      lang === "sv" ? /Sidan är inte öppen för dig/ : /not open to you/,
    );
    const api = await fetch(`${product.origin}/api/admin/jobs?lang=${lang}`, { headers });
    const document = await api.json();
    assert.deepEqual([api.status, document.code], [403, "not-allowed"]);
    assert.equal(document.detail, problems["not-allowed"]);
  }
});

Deno.test("pages and acts that would refuse somebody are not offered to them", async () => {
  await using product = await testProduct();
  const board = async (role: Role) => {
    const headers = await entered(product, role);
    return await (await fetch(`${product.origin}/admin`, { headers })).text();
  };
  const [accountant, dispatcher] = [await board("accountant"), await board("dispatcher")];
  for (const path of [paths.adminJobs(), paths.adminIncidents()]) {
    assert.equal(accountant.includes(`href="${path}"`), false, path);
    assert.equal(dispatcher.includes(`href="${path}"`), true, path);
  }
  assert.match(accountant, /class="operator" data-looks="only"/);
  assert.doesNotMatch(dispatcher, /data-looks/);
});

async function entered({ services }: TestProduct, role: Role): Promise<Record<string, string>> {
  const name = `Kim, ${role}`;
  await aPerson(services, name, role);
  const answer = await useLink(services, await aLink(services, name));
  assert(answer.ok);
  const { secret, session } = answer.begun;
  return {
    cookie: `${PLAIN_COOKIE}=${secret}`,
    "sec-fetch-site": "same-origin",
    [FORM_TOKEN_HEADER]: await makeFormToken(session, services.randomBytes),
  };
}

/** True when the role is what it was refused for: whatever else is wrong with what is sent has another answer. */
async function isRefused(
  { origin }: TestProduct,
  headers: Record<string, string>,
  method: "GET" | "POST",
  path: string,
): Promise<boolean> {
  const isApi = path.startsWith("/api/");
  const token = headers[FORM_TOKEN_HEADER] ?? "";
  const json = { "content-type": "application/json" };
  const sent = isApi
    ? { headers: { ...headers, ...json }, body: "{}" }
    : { headers, body: new URLSearchParams({ [FORM_TOKEN_FIELD]: token }) };
  const init = method === "GET" ? { headers } : { ...sent, method };
  const response = await fetch(origin + path, { ...init, redirect: "manual" });
  if (response.headers.get("content-type")?.startsWith("text/event-stream")) {
    await response.body?.cancel();
    return false;
  }
  await response.text();
  return response.status === 403;
}
