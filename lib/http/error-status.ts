// The only place where the product's errors meet HTTP.
import { HttpError } from "fresh";
import { DomainError, type DomainErrorCode } from "../errors/domain-error.ts";
import { GatewayError } from "../errors/gateway-error.ts";

/** Status of each broken rule. */
export const ERROR_STATUS: Readonly<Record<DomainErrorCode, number>> = {
  "quote-not-found": 404,
  "quote-expired": 410,
  "quote-used": 409,
  "quote-altered": 422,
  "quote-for-other-booking": 409,
  "class-not-offered": 422,
  "no-route-same-point": 422,
  "no-route-abroad": 422,
  "no-route-no-road": 422,
  "pickup-too-soon": 422,
  "pickup-too-late": 422,
  "no-class-fits": 422,
  "no-tariff": 422,
  "no-vehicle-free": 409,
  "vehicle-not-free": 409,
  "vehicle-not-found": 422,
  "driver-not-found": 422,
  "booking-not-found": 404,
  "booking-state": 409,
  "booking-changed": 409,
  "reschedule-too-late": 409,
  "cancellation-fee-changed": 409,
  "idempotency-key-reused": 422,
  "link-invalid": 404,
  "not-signed-in": 401,
  "token-invalid": 403,
  busy: 503,
};

/** What an error means to a client. */
export interface ErrorAnswer {
  status: number;
  /** A DomainErrorCode, or the status in words for everything else. */
  code: string;
  details: Readonly<Record<string, unknown>>;
}

/** The answer for anything thrown: rules by their code, HTTP errors by their status, the rest is 500. */
export function errorAnswer(error: unknown): ErrorAnswer {
  const cause = error instanceof Error && error.cause instanceof DomainError ? error.cause : error;
  if (cause instanceof DomainError) {
    return { status: ERROR_STATUS[cause.code], code: cause.code, details: cause.details };
  }
  if (error instanceof GatewayError) {
    return { status: 503, code: "service-unavailable", details: {} };
  }
  const status = httpStatus(error);
  return {
    status,
    code: STATUS_CODES[status] ?? (status < 500 ? "bad-request" : "internal"),
    details: {},
  };
}

/** Codes of errors that no business rule named. */
const STATUS_CODES: Readonly<Record<number, string>> = {
  400: "bad-request",
  401: "not-signed-in",
  403: "forbidden",
  404: "not-found",
  405: "method-not-allowed",
  413: "too-large",
  415: "unsupported-media-type",
  422: "invalid",
  429: "too-many-requests",
  503: "service-unavailable",
};

/** HttpError carries a status; nothing else thrown may choose one. */
function httpStatus(error: unknown): number {
  return error instanceof HttpError ? error.status : 500;
}
