// Who may call each route, and how fast: one row a route. A route without a row fails tests/http/route-table_test.ts, and
// tests/http/route-matrix_test.ts asks every one of them as everybody there is.
import type { Right } from "../accounts/right.ts";
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
}

const PAGE = { who: "everybody", look: "page", send: "page" } as const;
const HEALTH = { who: "everybody", look: "health", send: "health" } as const;
const SIGN_IN = { who: "everybody", look: "page", send: "sign-in" } as const;
/** Looking sends somebody to a provider, which costs a row, or brings them back. */
const WAY_IN = { who: "everybody", look: "sign-in", send: "sign-in" } as const;
const SECURITY = { who: "person", look: "page", send: "sign-in" } as const;
const TICKET = { who: "link", look: "page", send: "book" } as const;
const QUOTE = { who: "link", look: "page", send: "quote" } as const;
const ASK_PRICE = { who: "everybody", look: "page", send: "quote" } as const;
const BUY = { who: "everybody", look: "page", send: "book" } as const;
const SEARCH = { who: "everybody", look: "search", send: "search" } as const;

/** What operators look at by one right and change by another. */
function operators(see: Right, act: Right): RouteRule {
  return { who: { see, act }, look: "operator", send: "operator-act" };
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
const BREACHES = operators("see-compliance", "handle-breaches");
const COMPLIANCE_FILE: RouteRule = { ...COMPLIANCE, look: "export" };
const DATA_REQUESTS = operators("see-data-requests", "handle-data-requests");
const STAFF = operators("see-staff", "manage-staff");
const DAY_FILE: RouteRule = { ...operators("export-day", "export-day"), look: "export" };
const BOARD_STREAM: RouteRule = { ...LOOKED_AT, look: "stream" };

/** Every route, by its pattern. */
export const ROUTE_RULES: Readonly<Record<string, RouteRule>> = {
  "/": PAGE,
  "/account/places": { who: "person", look: "page", send: "book" },
  "/account/privacy": SECURITY,
  "/account/privacy/download": SECURITY,
  "/account/rides": { who: "person", look: "page", send: "book" },
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
  "/admin/breaches": BREACHES,
  "/admin/breaches/:id": BREACHES,
  "/admin/breaches/:id/notification.json": { ...BREACHES, look: "export" },
  "/admin/cars": DAY,
  "/admin/cars/:vehicleId": DAY,
  "/admin/compliance": COMPLIANCE,
  "/admin/compliance/register": COMPLIANCE,
  "/admin/compliance/register.csv": COMPLIANCE_FILE,
  "/admin/compliance/register.json": COMPLIANCE_FILE,
  "/admin/compliance/report.csv": COMPLIANCE_FILE,
  "/admin/compliance/report.json": COMPLIANCE_FILE,
  "/admin/day.csv": DAY_FILE,
  "/admin/drivers": SETUP,
  "/admin/drivers/:id": SETUP,
  "/admin/incidents": FAULTS,
  "/admin/incidents/:fingerprint": FAULTS,
  "/admin/jobs": FAULTS,
  "/admin/jobs/:jobId": FAULTS,
  "/admin/message-templates": MESSAGES,
  "/admin/messages": MESSAGES,
  "/admin/messages/:id": MESSAGES,
  "/admin/new": ORDER,
  "/admin/new-driver": NEW,
  "/admin/new-permit-holder": NEW,
  "/admin/new-place": NEW,
  "/admin/new-vehicle": NEW,
  "/admin/permit-holders": SETUP,
  "/admin/permit-holders/:id": SETUP,
  "/admin/places": SETUP,
  "/admin/places/:slug": SETUP,
  "/admin/data-requests": DATA_REQUESTS,
  "/admin/data-requests/:id": DATA_REQUESTS,
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
  "/api/admin/counts": LOOKED_AT,
  "/api/admin/events": BOARD_STREAM,
  "/api/admin/jobs": FAULTS,
  "/api/admin/jobs/:jobId": FAULTS,
  "/api/admin/outages": LOOKED_AT,
  "/api/admin/vehicles/:vehicleId/outages": DAY,
  "/api/bookings": BUY,
  "/api/bookings/:link": TICKET,
  "/api/bookings/:link/cancel": TICKET,
  "/api/bookings/:link/events": { ...TICKET, look: "stream" },
  "/api/bookings/:link/push": TICKET,
  "/api/bookings/:link/reschedule": TICKET,
  "/api/faults": { who: "everybody", look: "report", send: "report" },
  "/api/openapi.json": PAGE,
  "/api/pins": SEARCH,
  "/api/places": SEARCH,
  "/api/quotes": ASK_PRICE,
  "/api/quotes/:quoteId": QUOTE,
  "/api/sms/:token": { who: "link", look: "page", send: "page" },
  "/bookings": BUY,
  "/bookings/:link": TICKET,
  "/bookings/:link/calendar.ics": TICKET,
  "/bookings/:link/cancel": TICKET,
  "/bookings/:link/details": TICKET,
  "/bookings/:link/reschedule": TICKET,
  "/bookings/send-link": { who: "everybody", look: "page", send: "code" },
  "/bookings/find": { who: "everybody", look: "page", send: "code" },
  "/bookings/mine": PAGE,
  "/driver": { who: "driver", look: "page", send: "page" },
  "/enter/:token": { who: "link", look: "code", send: "code" },
  "/help": PAGE,
  "/livez": HEALTH,
  "/offline": PAGE,
  "/outbox": PAGE,
  "/prices": PAGE,
  "/privacy": PAGE,
  "/privacy/requests/download": { who: "everybody", look: "page", send: "code" },
  "/privacy/requests": { who: "everybody", look: "page", send: "code" },
  "/quotes": ASK_PRICE,
  "/quotes/:id": QUOTE,
  "/readyz": HEALTH,
  "/register": { who: "everybody", look: "page", send: "code" },
  "/sign-in": SIGN_IN,
  "/sign-in/code": { who: "everybody", look: "page", send: "code" },
  "/sign-in/confirm": SECURITY,
  "/sign-in/passkey": { who: "everybody", look: "page", send: "sign-in" },
  "/sign-in/passkey-options": { who: "everybody", look: "page", send: "sign-in" },
  "/sign-in/recover": { who: "everybody", look: "page", send: "code" },
  "/sign-in/recover/:token": { who: "link", look: "code", send: "code" },
  "/sign-in/send": { who: "everybody", look: "page", send: "code" },
  "/sign-in/sent": { who: "everybody", look: "page", send: "code" },
  "/sign-out": { who: "person", look: "page", send: "page" },
  "/sign-in/with/:provider": WAY_IN,
  "/sign-in/with/:provider/callback": WAY_IN,
  "/sign-in/with/link": SECURITY,
  "/sign-in/with/staff": PAGE,
  "/signed-out": PAGE,
  "/sw.js": { who: "everybody", look: "static", send: "static" },
  "/terms": PAGE,
};

/** What an address counts as that leads nowhere. */
export const NOWHERE: RouteRule = PAGE;
