// When a saved card is asked with nobody there. Each time is planned from the ride and asked for once, so that neither a bank
// that refuses nor a process that dies makes more of them. Pure.
import type { Payment, PaymentChange, PaymentFailure } from "./payment.ts";

const HOUR_MS = 60 * 60_000;

/** What is asked for when the ride is over: nothing comes after it. */
export const AT_THE_END = "end";

/** A card that was refused is asked again that long before its ride. */
const AGAIN_BEFORE_MS = [24 * HOUR_MS, 6 * HOUR_MS] as const;

/** A hold is made anew that long before it ends: a day for whoever must find another card. */
const RENEWED_BEFORE_MS = 24 * HOUR_MS;

/** A ride nobody has said the end of is not held money for any longer than that. */
const AWAITED_MS = 7 * 24 * HOUR_MS;

/** The planned time that has come and was not asked for yet, an instant; null when there is none. */
export function dueAsk(payment: Payment, nowMs: number): string | null {
  return open(payment, nowMs).findLast((at) => Date.parse(at) <= nowMs) ?? null;
}

/** The next one to come, in epoch milliseconds; null when there is none. */
export function nextAskMs(payment: Payment, nowMs: number): number | null {
  const next = open(payment, nowMs).find((at) => Date.parse(at) > nowMs);
  return next === undefined ? null : Date.parse(next);
}

/** True while a card of theirs may be asked with nobody there. */
export function hasSavedCard({ method, provider }: Payment): boolean {
  return method === "card" && provider.customerId !== null && provider.paymentMethodId !== null;
}

/** True where a card was refused when it was asked with nobody there, whether or not something is held still. */
export function isRefused({ status, askedFor, failure }: Payment): boolean {
  return status === "authorised" ? failure !== null : status === "failed" && askedFor !== null;
}

/** What follows from another pickup. */
export function decideRide(
  payment: Payment,
  { rideAt, authoriseAt }: { rideAt: string; authoriseAt: string | null },
  at: string,
): PaymentChange[] {
  if (payment.rideAt === rideAt || payment.status === "voided") return [];
  // Nearer than a card can be held for: one that is saved is due.
  const dueAt = payment.method === "card" ? authoriseAt ?? at : null;
  return [{ at, type: "ride-changed", rideAt, authoriseAt: dueAt }];
}

/** What follows from a bank that has refused the saved card. */
export function decideRefused(
  { status, failure: known, askedFor }: Payment,
  { due, failure }: { due: string | null; failure: PaymentFailure },
  at: string,
): PaymentChange[] {
  const isKnown = due === null ? known !== null : askedFor === due;
  if (isKnown || status === "captured" || status === "voided") return [];
  const refused: PaymentChange = { at, type: "ask-refused", ...failure };
  return due === null ? [refused] : [refused, { at, type: "asked", due }];
}

/** What was not asked for yet, the earliest first; nothing of a ride nobody has said the end of for too long. */
function open(payment: Payment, nowMs: number): string[] {
  const { askedFor, rideAt } = payment;
  if (rideAt !== null && nowMs > Date.parse(rideAt) + AWAITED_MS) return [];
  const askedMs = askedFor === null
    ? -Infinity
    : askedFor === AT_THE_END
    ? Infinity
    : Date.parse(askedFor);
  return planned(payment).filter((at) => Date.parse(at) > askedMs)
    .toSorted((a, b) => Date.parse(a) - Date.parse(b));
}

function planned(payment: Payment): string[] {
  const { status, authoriseAt, rideAt, authorisedUntil, askedFor } = payment;
  const again = rideAt === null ? [] : AGAIN_BEFORE_MS.map((ms) => before(rideAt, ms));
  const asks = authoriseAt === null ? again : [authoriseAt, ...again];
  switch (status) {
    case "card-saved":
      return asks;
    case "failed":
      // Who has typed a card that was refused is there, and types another.
      return askedFor === null ? [] : asks;
    case "authorised": {
      if (authorisedUntil === null || !hasSavedCard(payment)) return [];
      const isAwaited = rideAt === null ||
        Date.parse(authorisedUntil) < Date.parse(rideAt) + AWAITED_MS;
      return isAwaited ? [before(authorisedUntil, RENEWED_BEFORE_MS), authorisedUntil] : [];
    }
    default:
      return [];
  }
}

function before(instant: string, ms: number): string {
  return new Date(Date.parse(instant) - ms).toISOString();
}
