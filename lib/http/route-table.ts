// Who may call each route, how fast, and who may keep its answer: one row a route. A route without a row fails
// tests/http/route-table_test.ts; tests/http/route-matrix_test.ts asks every one of them as everybody there is, and
// tests/http/cache-table_test.ts looks at what caches are told.
import type { Right } from "../accounts/right.ts";
import { type CacheClass, SHARED_CLASSES } from "./cache-classes.ts";
import { KEPT_BY_NOBODY, KEPT_BY_READER } from "./cache-classes.ts";
import type { CallClass } from "./call-classes.ts";

/** Who may call a route. */
export type MayCall =
  /** Anybody. */
  | "everybody"
  /** Whoever has the secret in the address: a ticket's link, a price, a one-time link. */
  | "link"
  /** Whoever is signed in. */
  | "person"
  /** Whoever drives for a permit holder. */
  | "driver"
  /** Whoever has a right: to look, and to send. */
  | { see: Right; act: Right };

/** The rule of a route. */
export interface RouteRule {
  who: MayCall;
  /** What a look counts as, and what is sent. */
  look: CallClass;
  send: CallClass;
  /** Who may keep what a look is answered with; what is sent is kept by nobody else than who sent it. */
  kept: CacheClass;
}

const OWN = { kept: KEPT_BY_READER } as const;
const UNKEPT = { kept: KEPT_BY_NOBODY } as const;

const PAGE = { who: "everybody", look: "page", send: "page", ...OWN } as const;
const HEALTH = { who: "everybody", look: "health", send: "health", ...UNKEPT } as const;
const SIGN_IN = { who: "everybody", look: "page", send: "sign-in", ...UNKEPT } as const;
/** Looking sends somebody to a provider, which costs a row, or brings them back. */
const WAY_IN = { who: "everybody", look: "sign-in", send: "sign-in", ...UNKEPT } as const;
const SECURITY = { who: "person", look: "page", send: "sign-in", ...UNKEPT } as const;
const CODE = { who: "everybody", look: "page", send: "code", ...UNKEPT } as const;
const FIND = { ...CODE, ...OWN } as const;
const TICKET = { who: "link", look: "page", send: "book", ...OWN } as const;
const QUOTE = { who: "link", look: "page", send: "quote", ...OWN } as const;
const ASK_PRICE = { who: "everybody", look: "page", send: "quote", ...OWN } as const;
const BUY = { who: "everybody", look: "page", send: "book", ...OWN } as const;
const SEARCH = { who: "everybody", look: "search", send: "search", ...UNKEPT } as const;
const OPEN_TEXT = { ...PAGE, kept: SHARED_CLASSES.text } as const;

/** What operators look at by one right and change by another. */
function operators(see: Right, act: Right): RouteRule {
  return { who: { see, act }, look: "operator", send: "operator-act", ...UNKEPT };
}
const DAY = operators("see-day", "dispatch");
const LOOKED_AT = operators("see-day", "see-day");
const ORDER = operators("dispatch", "dispatch");
const SETUP = operators("see-setup", "edit-setup");
const NEW = operators("edit-setup", "edit-setup");
const TARIFFS = operators("see-tariffs", "draft-tariffs");
const FAULTS = operators("see-faults", "mend-faults");
const MESSAGES = operators("see-messages", "send-messages");
const WEBHOOKS = operators("see-webhooks", "manage-webhooks");
const COMPLIANCE = operators("see-compliance", "see-compliance");
const KEYS = operators("see-compliance", "handle-data-requests");
const BREACHES = operators("see-compliance", "handle-breaches");
const BOOKS = operators("see-books", "close-books");
const MONEY = operators("see-day", "give-back");
const AUDIT = operators("read-audit", "read-audit");
const AUDIT_FILE: RouteRule = { ...AUDIT, look: "export" };
const COMPLIANCE_FILE: RouteRule = { ...COMPLIANCE, look: "export" };
const DATA_REQUESTS = operators("see-data-requests", "handle-data-requests");
const PROTECTED = operators("veil-identities", "veil-identities");
const EXTRACT: RouteRule = { ...operators("extract-register", "extract-register"), send: "export" };
const STAFF = operators("see-staff", "manage-staff");
const DAY_FILE: RouteRule = { ...operators("export-day", "export-day"), look: "export" };
const BOARD_STREAM: RouteRule = { ...LOOKED_AT, look: "stream" };

/** Every route, by its pattern. */
export const ROUTE_RULES: Readonly<Record<string, RouteRule>> = {
  "/": { ...PAGE, kept: SHARED_CLASSES.home },
  "/account/places": { ...SECURITY, send: "book" },
  "/account/privacy": SECURITY,
  "/account/privacy/download": SECURITY,
  "/account/rides": { ...SECURITY, send: "book" },
  "/account/security": SECURITY,
  "/account/security/:act": SECURITY,
  "/account/security/unlink": SECURITY,
  "/admin": LOOKED_AT,
  "/admin/:unknown*": LOOKED_AT,
  "/admin/access-review": BREACHES,
  "/admin/acts/:actId": DAY,
  "/admin/bookings/:bookingId": DAY,
  "/admin/bookings/:bookingId/:action": DAY,
  "/admin/bookings/:bookingId/sheets/:kind": DAY,
  ...{ "/admin/bookkeeping": BOOKS, "/admin/bookkeeping/day": BOOKS },
  ...{ "/admin/bookkeeping/connect-fortnox": BOOKS, "/admin/bookkeeping/fortnox": BOOKS },
  "/admin/bookkeeping": BOOKS,
  "/admin/bookkeeping/day": BOOKS,
  "/admin/bookkeeping/document.pdf": { ...BOOKS, look: "export" },
  "/admin/bookkeeping/invoices": BOOKS,
  "/admin/bookkeeping/vouchers.si": { ...BOOKS, look: "export" },
  ...{ "/admin/money": MONEY, "/admin/money/:bookingId": MONEY },
  ...{ "/admin/reconciliation": BOOKS, "/admin/reconciliation/:date": BOOKS },
  "/admin/reconciliation/:date/export.csv": { ...BOOKS, look: "export" },
  "/admin/differences/:id": BOOKS,
  "/admin/payment-files": BOOKS,
  "/admin/payment-files/:id": { ...BOOKS, look: "export" },
  "/admin/settlements": BOOKS,
  "/admin/settlements/:id": BOOKS,
  "/admin/settlements/:id/:item": BOOKS,
  ...{ "/admin/breaches": BREACHES, "/admin/breaches/:id": BREACHES },
  "/admin/settlements/:id/:item/statement.pdf": { ...BOOKS, look: "export" },
  "/admin/breaches/:id/notification.json": { ...BREACHES, look: "export" },
  ...{ "/admin/audit": AUDIT, "/admin/audit/:id": AUDIT },
  "/admin/audit/:id/proof": AUDIT,
  "/admin/audit/export.csv": AUDIT_FILE,
  "/admin/audit/export.json": AUDIT_FILE,
  "/admin/cache": FAULTS,
  ...{ "/admin/cars": DAY, "/admin/cars/:vehicleId": DAY },
  "/admin/compliance": COMPLIANCE,
  "/admin/compliance/register": COMPLIANCE,
  "/admin/compliance/register.csv": COMPLIANCE_FILE,
  "/admin/compliance/register.json": COMPLIANCE_FILE,
  "/admin/compliance/report.csv": COMPLIANCE_FILE,
  "/admin/compliance/report.json": COMPLIANCE_FILE,
  "/admin/day.csv": DAY_FILE,
  "/admin/driver-register": EXTRACT,
  "/admin/drivers": SETUP,
  "/admin/drivers/:id": SETUP,
  "/admin/drivers/:id/checks": SETUP,
  ...{ "/admin/incidents": FAULTS, "/admin/incidents/:fingerprint": FAULTS },
  ...{ "/admin/fee-rules": TARIFFS, "/admin/fee-rules/:id": TARIFFS },
  "/admin/fee-reviews/:id": operators("see-tariffs", "review-tariffs"),
  ...{ "/admin/jobs": FAULTS, "/admin/jobs/:jobId": FAULTS },
  "/admin/message-templates": MESSAGES,
  "/admin/keys": KEYS,
  ...{ "/admin/messages": MESSAGES, "/admin/messages/:id": MESSAGES },
  "/admin/new": ORDER,
  "/admin/new-driver": NEW,
  "/admin/new-permit-holder": NEW,
  "/admin/new-place": NEW,
  "/admin/new-vehicle": NEW,
  "/admin/permit-holders": SETUP,
  "/admin/permit-holders/:id": SETUP,
  ...{ "/admin/places": SETUP, "/admin/places/:slug": SETUP },
  "/admin/data-requests": DATA_REQUESTS,
  "/admin/data-requests/:id": DATA_REQUESTS,
  "/admin/data-requests/export.csv": { ...DATA_REQUESTS, look: "export" },
  "/admin/protected": PROTECTED,
  "/admin/protected/:bookingId": PROTECTED,
  "/admin/retention": DATA_REQUESTS,
  "/admin/security": COMPLIANCE,
  "/admin/staff": STAFF,
  "/admin/staff/:personId": STAFF,
  "/admin/tariff-drafts/:id": TARIFFS,
  "/admin/tariff-drafts/:id/:kind": TARIFFS,
  "/admin/tariff-drafts/:id/:kind/:item": TARIFFS,
  "/admin/tariff-reviews/:id": operators("see-tariffs", "review-tariffs"),
  "/admin/tariffs": TARIFFS,
  "/admin/tariffs/:version": TARIFFS,
  "/admin/vehicles": SETUP,
  "/admin/vehicles/:id": SETUP,
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
  "/api/admin/cache": FAULTS,
  "/api/admin/cache/purges": FAULTS,
  "/api/admin/counts": LOOKED_AT,
  "/api/admin/events": BOARD_STREAM,
  "/api/admin/jobs": FAULTS,
  "/api/admin/jobs/:jobId": FAULTS,
  "/api/admin/outages": LOOKED_AT,
  "/api/admin/vehicles/:vehicleId/outages": DAY,
  "/api/bookings": { ...BUY, ...UNKEPT },
  "/api/bookings/:link": { ...TICKET, ...UNKEPT },
  "/api/bookings/:link/cancel": { ...TICKET, ...UNKEPT },
  "/api/bookings/:link/events": { ...TICKET, look: "stream", ...UNKEPT },
  "/api/bookings/:link/push": { ...TICKET, ...UNKEPT },
  "/api/bookings/:link/reschedule": { ...TICKET, ...UNKEPT },
  "/api/faults": { who: "everybody", look: "report", send: "report", ...UNKEPT },
  "/api/openapi.json": { ...PAGE, kept: SHARED_CLASSES.document },
  "/api/pins": SEARCH,
  "/api/places": { ...SEARCH, kept: SHARED_CLASSES.places },
  "/api/quotes": { ...ASK_PRICE, ...UNKEPT },
  "/api/quotes/:quoteId": { ...QUOTE, ...UNKEPT },
  "/api/sms/:token": { who: "link", look: "page", send: "page", ...UNKEPT },
  // Stripe comes again after a refusal, and what is lost is found by the comparison of the day.
  "/api/stripe/events": { who: "everybody", look: "page", send: "page", ...UNKEPT },
  "/bookings": BUY,
  "/bookings/:link": TICKET,
  "/bookings/:link/calendar.ics": TICKET,
  "/bookings/:link/cancel": TICKET,
  "/bookings/:link/decisions": TICKET,
  "/bookings/:link/details": TICKET,
  "/bookings/:link/receipt": TICKET,
  "/bookings/:link/receipt.pdf": TICKET,
  "/bookings/:link/receipt.xml": TICKET,
  "/bookings/:link/pay": { ...TICKET, ...UNKEPT },
  "/bookings/:link/reschedule": TICKET,
  "/bookings/send-link": FIND,
  "/bookings/find": FIND,
  "/bookings/mine": PAGE,
  "/bookings/paid": { ...PAGE, ...UNKEPT },
  "/driver": { who: "driver", look: "page", send: "page", ...UNKEPT },
  "/enter/:token": { who: "link", look: "code", send: "code", ...UNKEPT },
  "/help": OPEN_TEXT,
  "/livez": HEALTH,
  // What it shows is of who came back, and of one code.
  "/fortnox-return": { ...PAGE, ...UNKEPT },
  "/offline": OPEN_TEXT,
  "/outbox": PAGE,
  "/prices": { ...PAGE, kept: SHARED_CLASSES.prices },
  "/privacy": OPEN_TEXT,
  "/privacy/requests/download": CODE,
  "/privacy/requests": CODE,
  "/quotes": ASK_PRICE,
  "/quotes/:id": QUOTE,
  "/readyz": HEALTH,
  "/register": CODE,
  "/sign-in": SIGN_IN,
  "/sign-in/code": CODE,
  "/sign-in/confirm": SECURITY,
  "/sign-in/passkey": SIGN_IN,
  "/sign-in/passkey-options": { ...SIGN_IN, ...UNKEPT },
  "/sign-in/recover": CODE,
  "/sign-in/recover/:token": { who: "link", look: "code", send: "code", ...UNKEPT },
  "/sign-in/send": CODE,
  "/sign-in/sent": CODE,
  "/sign-out": { ...SECURITY, send: "page" },
  "/sign-in/with/:provider": WAY_IN,
  "/sign-in/with/:provider/callback": WAY_IN,
  "/sign-in/with/link": SECURITY,
  "/sign-in/with/staff": PAGE,
  "/signed-out": { ...PAGE, ...UNKEPT },
  "/sw.js": { who: "everybody", look: "static", send: "static", kept: SHARED_CLASSES.worker },
  "/terms": OPEN_TEXT,
};

/** What an address counts as that leads nowhere. */
export const NOWHERE: RouteRule = PAGE;
