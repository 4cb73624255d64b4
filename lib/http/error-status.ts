// The only place where the product's errors meet HTTP.
import { HttpError } from "fresh";
import { DomainError } from "../errors/domain-error.ts";
import { ERROR_CATEGORY, type ErrorCategory } from "../errors/error-category.ts";
import type { ErrorCode } from "../errors/error-code.ts";
import { failureCode, GatewayError } from "../errors/gateway-error.ts";
import { RequestError, type RequestErrorCode } from "../errors/request-error.ts";

/** Status of each category. */
const CATEGORY_STATUS: Readonly<Record<ErrorCategory, number>> = {
  validation: 422,
  authentication: 401,
  authorization: 403,
  "business-rule": 422,
  "not-found": 404,
  conflict: 409,
  "rate-limit": 429,
  "external-service": 503,
  database: 503,
  network: 503,
  internal: 500,
};

const NOT_UNDERSTOOD = [400, "it could not be read, RFC 9110 section 15.5.1"] as const;
const HOLDS_ENOUGH = [
  409,
  "what the number holds already stands in the way, section 15.5.10",
] as const;
const TOO_LATE = [409, "the trip is not what it was, RFC 9110 section 15.5.10"] as const;

/** Codes that HTTP has a status of their own for. */
const OWN_STATUS: Partial<Readonly<Record<ErrorCode, readonly [status: number, why: string]>>> = {
  "bad-request": NOT_UNDERSTOOD,
  "body-unreadable": NOT_UNDERSTOOD,
  "json-malformed": NOT_UNDERSTOOD,
  "json-too-deep": NOT_UNDERSTOOD,
  "too-many-fields": NOT_UNDERSTOOD,
  "name-repeated": NOT_UNDERSTOOD,
  "name-forbidden": NOT_UNDERSTOOD,
  "host-unknown": NOT_UNDERSTOOD,
  "idempotency-key-missing": NOT_UNDERSTOOD,
  "idempotency-key-too-long": NOT_UNDERSTOOD,
  "method-not-allowed": [405, "comes with Allow, RFC 9110 section 15.5.6"],
  "body-too-slow": [408, "we waited long enough, RFC 9110 section 15.5.9"],
  "quote-expired": [410, "it was there and has run out, RFC 9110 section 15.5.11"],
  "booking-erased": [410, "its customer was erased and stays so, RFC 9110 section 15.5.11"],
  "too-large": [413, "RFC 9110 section 15.5.14"],
  "address-too-long": [414, "the address is too long, not the body, RFC 9110 section 15.5.15"],
  "too-many-headers": [431, "RFC 6585 section 5"],
  overloaded: [503, "nobody did anything too often: the server is full, RFC 9110 section 15.6.4"],
  "unsupported-media-type": [415, "the body was not looked at, RFC 9110 section 15.5.16"],
  "too-many-bookings": HOLDS_ENOUGH,
  "reschedule-too-late": TOO_LATE,
  "moved-too-often": TOO_LATE,
  "no-show-too-soon": TOO_LATE,
  "undo-too-late": TOO_LATE,
  "field-fixed": TOO_LATE,
  "car-unfit": TOO_LATE,
  "act-unlikely": TOO_LATE,
};

/** What hinders us now is mostly over in seconds: a race, a restart, a disk that is being cleared. */
const RETRY_AFTER_SECONDS = 5;

/** The status that answers a code. */
export function statusOf(code: ErrorCode): number {
  return OWN_STATUS[code]?.[0] ?? CATEGORY_STATUS[ERROR_CATEGORY[code]];
}

/** What an error means to a client. */
export interface ErrorAnswer {
  status: number;
  code: ErrorCode;
  /** What the answer says beside its code. */
  facts: Readonly<Record<string, unknown>>;
}

/** The answer for anything thrown: rules and requests by their code, the framework's by status, the rest is 500. */
export function errorAnswer(error: unknown): ErrorAnswer {
  const cause = error instanceof Error && error.cause instanceof DomainError ? error.cause : error;
  if (cause instanceof DomainError) return answer(cause.code, cause.details);
  if (error instanceof RequestError) return answer(error.code, error.facts);
  if (error instanceof GatewayError) return answer(failureCode(error), {});
  return answer(error instanceof HttpError ? frameworkCode(error.status) : "internal", {});
}

/** When to come back, in seconds, or null when coming back helps nothing. */
export function retryAfterSeconds(error: unknown): number | null {
  const { status, facts } = errorAnswer(error);
  if (typeof facts.retryAfterSeconds === "number") return facts.retryAfterSeconds;
  return status === 503 ? RETRY_AFTER_SECONDS : null;
}

/**
 * How a form that comes back with an error at one of its fields is answered: 422, but for what only we can mend, which is
 * no fault of whoever filled it in; they may come back.
 */
export function formAnswer(error: unknown): { status: number; headers: Record<string, string> } {
  const seconds = retryAfterSeconds(error);
  if (seconds === null) return { status: 422, headers: {} };
  return { status: errorAnswer(error).status, headers: { "retry-after": String(seconds) } };
}

function answer(code: ErrorCode, facts: Readonly<Record<string, unknown>>): ErrorAnswer {
  return { status: statusOf(code), code, facts };
}

/** What the framework refuses by itself. It has no facts, so a status that needs them is a bad request. */
function frameworkCode(status: number): RequestErrorCode | "internal" {
  if (status === 404) return "not-found";
  if (status === 405) return "method-not-allowed";
  return status < 500 ? "bad-request" : "internal";
}
