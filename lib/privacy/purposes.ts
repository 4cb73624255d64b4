// What data are used for: the one list that pages, consents, limits and the record of processing read. Each purpose has its
// right, the data it is for, the families of rows that serve it and who is handed something of it. What it is called and what
// is said of it stands in the texts; `version` rises with every change of those somebody consents to.
import type { RecipientId } from "./recipient.ts";

/** By which right something is done with data (Article 6.1). */
export const LEGAL_BASES = [
  "consent",
  "contract",
  "legal-obligation",
  "legitimate-interest",
] as const;

/** One of them. */
export type LegalBasis = typeof LEGAL_BASES[number];

/** Kinds of data, as programs and people are told. */
export const DATA_TYPES = [
  "name",
  "email",
  "phone",
  "location",
  "booking_history",
  "message",
  "price",
  "sign_in",
  "network",
  "device",
  "driver_code",
  "request",
] as const;

/** One of them. */
export type DataType = typeof DATA_TYPES[number];

/** What data are used for, in the order of the record. */
export const PURPOSE_NAMES = [
  "rides",
  "price-proof",
  "bookkeeping",
  "messages",
  "accounts",
  "own-places",
  "fleet",
  "work-log",
  "subscribers",
  "statistics",
  "faults",
  "abuse",
  "rights",
  "sealing",
  "breaches",
  "reminders",
  "data_processing",
] as const;

/** One of them. */
export type PurposeName = typeof PURPOSE_NAMES[number];

/** A purpose. */
export interface Purpose {
  name: PurposeName;
  basis: LegalBasis;
  dataTypes: readonly DataType[];
  /** Names of the families whose rows serve it; one may serve several. */
  families: readonly string[];
  /** Who outside is handed something of it, where it is set up. */
  recipients: readonly RecipientId[];
  /** Of its texts, in all languages; see tests/privacy/purposes_test.ts. */
  version: number;
}

/**
 * The list. Only what rests on consent is asked for. A family with personal data that none of them names fails
 * tests/compliance/processing-register_test.ts.
 */
export const PURPOSES: readonly Purpose[] = [
  {
    name: "rides",
    basis: "contract",
    dataTypes: ["name", "email", "phone", "location", "booking_history", "message"],
    families: [
      ...["quote", "booking", "bookingEvent", "bookingByOwner", "bookingByDay", "heldBookings"],
      ...["bookingByDriver", "feed", "bookedBuyer", "buyerClaims", "invoice"],
    ],
    recipients: ["database", "osrm", "geocoder", "cache", "edge", "payments"],
    version: 1,
  },
  // 2 kap. 21 § taxitrafiklagen: the proof of a price told before the ride is kept for six months.
  {
    name: "price-proof",
    basis: "legal-obligation",
    dataTypes: ["price", "booking_history"],
    families: ["booking", "bookingEvent"],
    recipients: ["database"],
    version: 1,
  },
  // 7 kap. 2 § bokföringslagen: through the seventh year after the one in which the fiscal year ended.
  {
    name: "bookkeeping",
    basis: "legal-obligation",
    dataTypes: ["price", "booking_history"],
    families: [
      ...["booking", "bookingEvent", "sale", "difference", "archivedDocument", "documentPart"],
      ...["settlement", "settlementAdjustment", "payeeAccount", "paymentFile"],
    ],
    ...{ recipients: ["database", "books"], version: 1 },
  },
  {
    name: "messages",
    basis: "contract",
    dataTypes: ["name", "email", "phone", "booking_history"],
    families: ["outbox", "ridesOfReach", "pushSubscriptions"],
    recipients: ["database", "mail", "sms", "push"],
    version: 1,
  },
  {
    name: "accounts",
    basis: "contract",
    dataTypes: ["name", "email", "phone", "sign_in"],
    families: [
      ...["person", "personEvent", "personByReach", "session", "ownSession", "password"],
      ...["authenticator", "pendingAuthenticator", "recoveryCodes", "halfwaySignIn", "passkey"],
      ...["ownPasskey", "passkeyChallenge", "sentCode", "guestProof", "identity", "ownIdentity"],
      ...["pendingIdentity", "signInFlow", "entryLink"],
    ],
    recipients: ["database", "mail", "sms", "provider", "employer-sign-in", "edge"],
    version: 1,
  },
  {
    name: "own-places",
    basis: "contract",
    dataTypes: ["location"],
    families: ["ownPlaces"],
    ...{ recipients: ["database"], version: 1 },
  },
  // 2 kap. and 3 kap. taxitrafiklagen: who drives, on whose permit.
  {
    name: "fleet",
    basis: "legal-obligation",
    dataTypes: ["name", "driver_code"],
    families: [
      ...["driver", "driverAccount", "accountOfDriver", "driverCheck", "paperReminder"],
      ...["permitHolder", "fortnoxLink", "staged"],
    ],
    ...{ recipients: ["database"], version: 1 },
  },
  {
    name: "work-log",
    basis: "legitimate-interest",
    dataTypes: ["name", "email", "sign_in"],
    families: [
      ...["legalHold", "operatorAct", "vehicleOutages", "tariffDraft", "feeDraft", "landmarkEvent"],
      ...["settlementTerms", "auditIntent", "auditEntry", "auditFurther", "refundProposal"],
    ],
    ...{ recipients: ["database"], version: 1 },
  },
  {
    name: "subscribers",
    basis: "legitimate-interest",
    dataTypes: ["booking_history", "price"],
    families: ["webhookEndpoint", "formerEndpoint", "webhookNews", "webhookDelivery"],
    recipients: ["database", "subscriber"],
    version: 1,
  },
  // Figures of rides: how many, how far, for how much. Nobody is in them once they are made.
  {
    name: "statistics",
    basis: "legitimate-interest",
    dataTypes: ["booking_history", "price"],
    families: ["booking"],
    recipients: ["database"],
    version: 1,
  },
  {
    name: "faults",
    basis: "legitimate-interest",
    dataTypes: ["network"],
    families: ["incident", "trail"],
    recipients: ["database", "sentry", "alarm-webhook", "mail"],
    version: 1,
  },
  {
    name: "abuse",
    basis: "legitimate-interest",
    dataTypes: ["network", "device", "sign_in", "phone", "email"],
    families: ["tries", "pace", "limitRefusal", "staffDay", "securityFinding"],
    recipients: ["database"],
    version: 1,
  },
  {
    name: "rights",
    basis: "legal-obligation",
    dataTypes: ["name", "email", "phone", "request"],
    families: [
      ...["erasure", "recipientNotice", "recipientTelling", "dataRequest", "dataRequestEvent"],
      ...["dataRequestByMark", "openDataRequest"],
      ...["consentRecord", "consentByMark", "consentNow", "subjectLimits", "restrictedMark"],
      ...["veil", "veilByMark"],
    ],
    recipients: ["database", "mail"],
    version: 1,
  },
  // Art. 32: rows are sealed under the key of whom they are about, and unreadable once it is destroyed.
  {
    name: "sealing",
    basis: "legal-obligation",
    dataTypes: ["request"],
    families: ["subjectKeyOf", "subjectKey"],
    recipients: ["database", "keys"],
    version: 1,
  },
  // Art. 33.5: every breach is documented, also one nobody is told of.
  {
    name: "breaches",
    basis: "legal-obligation",
    dataTypes: ["name"],
    families: ["breachEvent", "accessReview"],
    recipients: ["database"],
    version: 1,
  },
  {
    name: "reminders",
    basis: "consent",
    dataTypes: ["email", "booking_history"],
    families: ["outbox"],
    recipients: ["database", "mail", "push"],
    version: 1,
  },
  {
    name: "data_processing",
    basis: "consent",
    dataTypes: ["email", "location", "booking_history"],
    families: ["consentRecord"],
    recipients: ["database"],
    version: 1,
  },
];

/** The purpose of a name, or null. */
export function purposeOf(name: string): Purpose | null {
  return PURPOSES.find((purpose) => purpose.name === name) ?? null;
}

/** Those that somebody may say yes or no to. */
export const CONSENT_PURPOSES: readonly Purpose[] = PURPOSES.filter(({ basis }) =>
  basis === "consent"
);
