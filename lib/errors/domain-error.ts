// A business rule said no. The codes are a closed union: texts and HTTP statuses hang on them elsewhere.

/** Every rule that can refuse a request. */
export type DomainErrorCode =
  | "quote-not-found"
  | "quote-expired"
  | "quote-used"
  | "quote-altered"
  | "quote-for-other-booking"
  | "class-not-offered"
  | "no-route-same-point"
  | "no-route-abroad"
  | "no-route-no-road"
  | "no-route-no-crossing"
  | "pickup-too-soon"
  | "pickup-too-late"
  | "no-class-fits"
  | "no-tariff"
  | "tariff-unreadable"
  | "no-vehicle-free"
  | "vehicle-not-free"
  | "vehicle-not-found"
  | "driver-not-found"
  | "booking-not-found"
  | "booking-state"
  | "booking-changed"
  | "field-fixed"
  | "nothing-changed"
  | "price-changed"
  | "car-unfit"
  | "outage-not-found"
  | "act-unlikely"
  | "no-show-too-soon"
  | "act-not-found"
  | "undo-too-late"
  | "undo-overtaken"
  | "reschedule-too-late"
  | "moved-too-often"
  | "cancellation-fee-changed"
  | "idempotency-key-reused"
  | "link-invalid"
  | "booking-erased"
  | "not-signed-in"
  | "token-invalid"
  | "not-allowed"
  | "person-not-found"
  | "address-taken"
  | "own-rights"
  | "last-admin"
  | "too-many-grants"
  | "request-state"
  | "request-too-late"
  | "four-eyes"
  | "payment-state"
  | "payment-amount"
  | "invoice-refused"
  | "consent-unknown"
  | "too-many-bookings"
  | "too-many-tries"
  | "busy";

/** Thrown by rules and use cases; compare `code`, never the message. */
export class DomainError extends Error {
  override name = "DomainError";
  constructor(
    readonly code: DomainErrorCode,
    /** Facts the answer may show, such as alternative times. No personal data. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }
}
