// Who outside the house is handed personal data: the ways out by their ids, as purposes and registers name them; and what they
// are told of whose data they are.

/** A way out. */
export type RecipientId =
  | "database"
  | "osrm"
  | "geocoder"
  | "mail"
  | "sms"
  | "push"
  | "provider"
  | "employer-sign-in"
  | "subscriber"
  | "alarm-webhook"
  | "sentry"
  | "keys"
  | "cache"
  | "edge"
  | "payments"
  | "books";

/** What they are told of somebody (GDPR, Articles 17.2 and 19). */
export const RECIPIENT_NEWS = ["erased", "rectified", "restricted", "unrestricted"] as const;

/** One of them. */
export type RecipientNews = typeof RECIPIENT_NEWS[number];
