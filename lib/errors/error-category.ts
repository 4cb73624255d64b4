// Why something failed, in few words: what HTTP, the log, recovery and alarms decide on instead of single codes.
import type { ErrorCode } from "./error-code.ts";

/** Every reason something can fail for. */
export const ErrorCategory = {
  /** What was sent cannot be read, or does not fit its shape. */
  VALIDATION: "validation",
  /** Nobody has said who they are. */
  AUTHENTICATION: "authentication",
  /** Whoever it is may not do this from here. */
  AUTHORIZATION: "authorization",
  /** It was understood, and a rule of the business says no. */
  BUSINESS_RULE: "business-rule",
  NOT_FOUND: "not-found",
  /** It was possible once, and what has happened since forbids it. */
  CONFLICT: "conflict",
  /** Too often, too fast. */
  RATE_LIMIT: "rate-limit",
  /** Something the product relies on answered badly. */
  EXTERNAL_SERVICE: "external-service",
  /** The database does not store or does not answer. */
  DATABASE: "database",
  /** Something the product relies on could not be reached. */
  NETWORK: "network",
  /** A fault of the product's. */
  INTERNAL: "internal",
} as const;

/** One of the reasons. */
export type ErrorCategory = typeof ErrorCategory[keyof typeof ErrorCategory];

/** All of them. */
export const ERROR_CATEGORIES: readonly ErrorCategory[] = Object.values(ErrorCategory);

/** The category of each code. */
export const ERROR_CATEGORY: Readonly<Record<ErrorCode, ErrorCategory>> = {
  "bad-request": "validation",
  "body-unreadable": "validation",
  "body-too-slow": "validation",
  "json-malformed": "validation",
  "json-too-deep": "validation",
  "too-many-fields": "validation",
  "name-repeated": "validation",
  "name-forbidden": "validation",
  "too-many-headers": "validation",
  "unsupported-media-type": "validation",
  "host-unknown": "validation",
  "method-not-allowed": "validation",
  "idempotency-key-missing": "validation",
  "idempotency-key-too-long": "validation",
  "too-large": "validation",
  "address-too-long": "validation",
  "cross-origin": "authorization",
  "not-found": "not-found",
  invalid: "validation",
  "quote-not-found": "not-found",
  "quote-expired": "business-rule",
  "quote-used": "conflict",
  "quote-altered": "validation",
  "quote-for-other-booking": "conflict",
  "class-not-offered": "business-rule",
  "no-route-same-point": "business-rule",
  "no-route-abroad": "business-rule",
  "no-route-no-road": "business-rule",
  "no-route-no-crossing": "business-rule",
  "pickup-too-soon": "business-rule",
  "pickup-too-late": "business-rule",
  "no-class-fits": "business-rule",
  "no-tariff": "business-rule",
  "tariff-unreadable": "database",
  "no-vehicle-free": "conflict",
  "vehicle-not-free": "conflict",
  "vehicle-not-found": "validation",
  "driver-not-found": "validation",
  "booking-not-found": "not-found",
  "booking-state": "conflict",
  "invoice-refused": "conflict",
  "booking-changed": "conflict",
  "field-fixed": "business-rule",
  "nothing-changed": "business-rule",
  "price-changed": "conflict",
  "car-unfit": "business-rule",
  "outage-not-found": "not-found",
  "act-unlikely": "business-rule",
  "no-show-too-soon": "business-rule",
  "act-not-found": "not-found",
  "undo-too-late": "business-rule",
  "undo-overtaken": "conflict",
  "reschedule-too-late": "business-rule",
  "moved-too-often": "business-rule",
  "cancellation-fee-changed": "conflict",
  "idempotency-key-reused": "validation",
  "link-invalid": "not-found",
  "booking-erased": "not-found",
  "not-signed-in": "authentication",
  "token-invalid": "authorization",
  "not-allowed": "authorization",
  "person-not-found": "not-found",
  "address-taken": "conflict",
  "own-rights": "business-rule",
  "last-admin": "business-rule",
  "too-many-grants": "business-rule",
  "request-state": "business-rule",
  "request-too-late": "business-rule",
  "four-eyes": "authorization",
  "payment-state": "conflict",
  "payment-amount": "business-rule",
  "consent-unknown": "business-rule",
  "too-many-tries": "rate-limit",
  "too-many-bookings": "business-rule",
  "too-many-requests": "rate-limit",
  overloaded: "rate-limit",
  busy: "database",
  "database-unavailable": "database",
  "network-unavailable": "network",
  "service-unavailable": "external-service",
  internal: "internal",
};
