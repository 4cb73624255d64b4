// What follows for each recipient when somebody's data are erased, put right or restricted (GDPR, Articles 17.2 and 19): who is told by program, where
// a person asks, and where nothing is left to be erased. A recipient without a row does not compile. Pure.
import type { RecipientId, RecipientNews } from "./recipient.ts";

/** How such news reach a recipient. */
export type RecipientRule =
  /** Told by program, and tried until it is taken. */
  | { kind: "call" }
  /** Somebody of the staff asks there, and writes down that it was done. */
  | { kind: "manual" }
  /** What we erase here ends it there. */
  | { kind: "gone" }
  /** Storage of our own: what is left there cannot be opened without the key that is destroyed. */
  | { kind: "ours" }
  /** Nothing there is kept under anybody. */
  | { kind: "none"; why: string };

/** One row a recipient. */
export const RECIPIENT_RULES: Readonly<Record<RecipientId, RecipientRule>> = {
  // Backups of it are sealed with the same keys.
  database: { kind: "ours" },
  osrm: { kind: "none", why: "is asked for a way between two points, by nobody's name" },
  geocoder: { kind: "none", why: "is asked for words of a place, by nobody's name" },
  // Servers of mail and gateways of messages keep what passed through them, and take no call to erase it.
  mail: { kind: "manual" },
  sms: { kind: "manual" },
  // The subscription of the browser is deleted; what was sent there was never readable to the service.
  push: { kind: "gone" },
  // They told us who somebody is; the link is deleted, and nothing was handed to them.
  provider: { kind: "gone" },
  "employer-sign-in": { kind: "gone" },
  subscriber: { kind: "call" },
  "alarm-webhook": { kind: "none", why: "alarms name codes and counts, nobody" },
  sentry: { kind: "none", why: "reports of faults are cleaned of what names somebody" },
  keys: { kind: "ours" },
  // What is personal there is sealed with the same keys, and goes with its time.
  cache: { kind: "ours" },
  // What is typed there is between its holder and Stripe, which answers for it itself.
  books: { kind: "none", why: "is told sums, accounts and ids of ours, by nobody's name" },
  payments: { kind: "none", why: "is told amounts and ids of ours, by nobody's name" },
  edge: { kind: "none", why: "private answers are marked so that it keeps none" },
};

/**
 * True where somebody there is told. What carries messages uses nothing of them: there is something to erase with it, and nothing to
 * put right or to stop using.
 */
export function isToBeTold(recipient: RecipientId, about: RecipientNews): boolean {
  const { kind } = RECIPIENT_RULES[recipient];
  return kind === "call" || (kind === "manual" && about === "erased");
}

/** False where nothing is kept under anybody: there is nobody to speak of there. */
export function knowsWho(recipient: RecipientId): boolean {
  return RECIPIENT_RULES[recipient].kind !== "none";
}
