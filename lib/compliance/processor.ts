// Who outside the house the product hands anything to: one row for each way out, with the settings that open it and the
// dependency it goes through. The test of this list compares it with the settings and with the code.
import type { RecipientId } from "../privacy/recipient.ts";
import type { DependencyName } from "../resilience/dependency.ts";

/** What whoever is there is to us: processes for us (Art. 28), or decides for themselves what to do with it. */
export type ProcessorRole = "processor" | "controller";

/** A way out. */
export interface WayOut {
  id: RecipientId;
  role: ProcessorRole;
  /** Through which it goes; null for the database, which has its own. */
  dependency: DependencyName | null;
  /** Variables of the settings that open it; none when it is always open. */
  variables: readonly string[];
}

/** Companies whose hosts the code names by itself, by the ending of the host. */
export const KNOWN_PARTIES: readonly { ending: string; name: string; country: string }[] = [
  { ending: "googleapis.com", name: "Google LLC", country: "US" },
  { ending: "google.com", name: "Google LLC", country: "US" },
  { ending: "microsoftonline.com", name: "Microsoft Corporation", country: "US" },
  { ending: "microsoft.com", name: "Microsoft Corporation", country: "US" },
  { ending: "windows.com", name: "Microsoft Corporation", country: "US" },
  { ending: "facebook.com", name: "Meta Platforms, Inc.", country: "US" },
  { ending: "github.com", name: "GitHub, Inc.", country: "US" },
  { ending: "mozilla.com", name: "Mozilla Corporation", country: "US" },
  { ending: "apple.com", name: "Apple Inc.", country: "US" },
];

/** All of them. */
export const WAYS_OUT: readonly WayOut[] = [
  way("database", "processor", null, ["AVANTI_DATABASE"]),
  way("osrm", "processor", "osrm", ["AVANTI_OSRM_URL"]),
  way("geocoder", "processor", "geocoder", ["AVANTI_GEOCODER_URL"]),
  way("mail", "processor", "smtp", ["AVANTI_SMTP", "AVANTI_MAIL_URL"]),
  way("sms", "processor", "sms", ["AVANTI_SMS"]),
  way("push", "controller", "push", []),
  way("provider", "controller", "provider", [
    "AVANTI_GOOGLE_CLIENT_ID",
    "AVANTI_MICROSOFT_CLIENT_ID",
    "AVANTI_FACEBOOK_CLIENT_ID",
    "AVANTI_GITHUB_CLIENT_ID",
  ]),
  way("employer-sign-in", "controller", "provider", ["AVANTI_OIDC"]),
  way("subscriber", "controller", "subscriber", []),
  way("alarm-webhook", "processor", "webhook", ["AVANTI_ALARM_WEBHOOK"]),
  way("sentry", "processor", "sentry", ["AVANTI_SENTRY_DSN"]),
  // It is handed nothing, and has what everything sealed is opened with.
  way("keys", "processor", "kms", ["AVANTI_KMS_URL"]),
  // What is kept ready for all instances: sealed, under keys that say nothing.
  way("cache", "processor", null, ["AVANTI_CACHE"]),
  // Every request of everybody passes through it: addresses, and pages in the clear where TLS ends there.
  way("edge", "processor", "edge", ["AVANTI_EDGE_URL"]),
  // It decides itself what it does with cards, and is told amounts and ids of ours.
  way("payments", "controller", "stripe", ["AVANTI_STRIPE_URL"]),
  // It keeps the books for the company, and is told sums, accounts and ids of ours.
  way("books", "processor", "fortnox", ["AVANTI_FORTNOX_URL", "AVANTI_FORTNOX_SIGN_IN_URL"]),
];

/** What the company knows of whoever is at a host: the contract, and where it is. */
export interface Agreement {
  host: string;
  name: string;
  /** ISO 3166-1, two letters. */
  country: string;
  transfer: TransferBasis;
  /** When the contract was made, a local date; "" when there is none. */
  contractDate: string;
}

/** Why data may be handed there: within the EEA, by a decision of the Commission (Art. 45), by its standard clauses (Art. 46). */
export const TRANSFER_BASES = ["eea", "adequacy", "standard-clauses"] as const;

/** One of them. */
export type TransferBasis = typeof TRANSFER_BASES[number];

function way(
  id: RecipientId,
  role: ProcessorRole,
  dependency: DependencyName | null,
  variables: readonly string[],
): WayOut {
  return { id, role, dependency, variables };
}
