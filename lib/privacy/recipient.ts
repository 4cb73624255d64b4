// Who outside the house is handed personal data: the ways out by their ids, as purposes and registers name them.

/** Every way out. */
export const RECIPIENT_IDS = [
  "database",
  "osrm",
  "geocoder",
  "mail",
  "sms",
  "push",
  "provider",
  "employer-sign-in",
  "subscriber",
  "alarm-webhook",
  "sentry",
  "keys",
] as const;

/** One of them. */
export type RecipientId = typeof RECIPIENT_IDS[number];
