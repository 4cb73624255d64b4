// How a browser that comes back from whoever moves the money finds its ticket: the provider, and the bank behind it, are given an
// address that opens nothing, and the link, which opens the booking, stays in a cookie of the browser that paid.
import { clearCookie, type OwnCookie, readCookie, setCookie } from "../accounts/own-cookie.ts";
import { ULID_PATTERN } from "../kernel/ulid.ts";
import type { PaymentId } from "../payments/payment.ts";

/** How long somebody may take at their bank, in seconds: longer than a booking waits for its money. */
const MAX_AGE_SECONDS = 60 * 60;

const LINK = new RegExp(`^${ULID_PATTERN}[A-Za-z0-9_-]{22}$`);

/** `Set-Cookie` that keeps the link of the booking a payment is of. Lax: one comes back from another site with it. */
export function payingCookie(payment: PaymentId, link: string, secure: boolean): string {
  return setCookie(cookieOf(payment), link, {
    ...{ secure, sameSite: "Lax", maxAgeSeconds: MAX_AGE_SECONDS },
  });
}

/** `Set-Cookie` that removes it. */
export function clearedPayingCookie(payment: PaymentId, secure: boolean): string {
  return clearCookie(cookieOf(payment), secure);
}

/** The link a request carries for a payment, or null. */
export function payingLink(payment: PaymentId, headers: Headers, secure: boolean): string | null {
  return readCookie(cookieOf(payment), headers, secure);
}

/** One a payment: two windows of one browser come back to their own. */
function cookieOf(payment: PaymentId): OwnCookie {
  return { name: `avanti-paying-${payment}`, pattern: LINK };
}
