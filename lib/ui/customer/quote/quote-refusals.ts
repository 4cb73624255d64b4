// Why a price is not sold, as far as the price page explains it.
import type { DomainErrorCode } from "../../../errors/domain-error.ts";

const REFUSALS = [
  "quote-expired",
  "quote-used",
  "no-vehicle-free",
  "too-many-bookings",
  // The same purchase sent again with other words in it: the first one stands.
  "idempotency-key-reused",
] as const;

/** A code the page explains. */
export type Refusal = typeof REFUSALS[number];

/** True for the codes the page explains. */
export function isRefusal(code: DomainErrorCode): code is Refusal {
  return REFUSALS.some((refusal) => refusal === code);
}
