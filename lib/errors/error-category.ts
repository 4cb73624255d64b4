// Why something failed, in few words: what HTTP, the log and alarms decide on instead of single codes.
import type { ErrorCode } from "./error-code.ts";

/** Every reason a request can fail for. */
export const ERROR_CATEGORIES = [
  /** The request could not be read as what it says it is. */
  "malformed",
  /** It was read, and something in it does not fit the rules. */
  "validation",
  /** Nobody has said who they are. */
  "authentication",
  /** Whoever it is may not do this from here. */
  "authorization",
  "not-found",
  /** It was possible once, and what has happened since forbids it. */
  "conflict",
  /** It was there and has run out. */
  "gone",
  "too-large",
  /** The product cannot do it right now; the same request may succeed soon. */
  "unavailable",
  /** Something the product relies on did not answer. */
  "external-service",
  /** A fault of the product's. */
  "internal",
] as const;

/** One of the reasons. */
export type ErrorCategory = typeof ERROR_CATEGORIES[number];

/** The category of each code. */
export const ERROR_CATEGORY: Readonly<Record<ErrorCode, ErrorCategory>> = {
  "bad-request": "malformed",
  "body-unreadable": "malformed",
  "body-too-slow": "malformed",
  "json-malformed": "malformed",
  "json-too-deep": "malformed",
  "unsupported-media-type": "malformed",
  "host-unknown": "malformed",
  "method-not-allowed": "malformed",
  "idempotency-key-missing": "malformed",
  "idempotency-key-too-long": "malformed",
  "too-large": "too-large",
  "address-too-long": "too-large",
  "cross-origin": "authorization",
  "not-found": "not-found",
  invalid: "validation",
  "quote-not-found": "not-found",
  "quote-expired": "gone",
  "quote-used": "conflict",
  "quote-altered": "validation",
  "quote-for-other-booking": "conflict",
  "class-not-offered": "validation",
  "no-route-same-point": "validation",
  "no-route-abroad": "validation",
  "no-route-no-road": "validation",
  "no-route-no-crossing": "validation",
  "pickup-too-soon": "validation",
  "pickup-too-late": "validation",
  "no-class-fits": "validation",
  "no-tariff": "validation",
  "no-vehicle-free": "conflict",
  "vehicle-not-free": "conflict",
  "vehicle-not-found": "validation",
  "driver-not-found": "validation",
  "booking-not-found": "not-found",
  "booking-state": "conflict",
  "booking-changed": "conflict",
  "field-fixed": "conflict",
  "nothing-changed": "validation",
  "price-changed": "conflict",
  "car-unfit": "conflict",
  "outage-not-found": "not-found",
  "act-unlikely": "conflict",
  "no-show-too-soon": "conflict",
  "act-not-found": "not-found",
  "undo-too-late": "conflict",
  "undo-overtaken": "conflict",
  "reschedule-too-late": "conflict",
  "moved-too-often": "conflict",
  "cancellation-fee-changed": "conflict",
  "idempotency-key-reused": "validation",
  "link-invalid": "not-found",
  "not-signed-in": "authentication",
  "token-invalid": "authorization",
  "too-many-tries": "unavailable",
  busy: "unavailable",
  "service-unavailable": "external-service",
  internal: "internal",
};
