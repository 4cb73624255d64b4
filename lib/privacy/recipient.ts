// Who outside the house is handed personal data: the ways out by their ids, as purposes and registers name them.

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
  | "edge";
