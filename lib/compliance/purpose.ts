// What personal data is processed for: each purpose with its basis in law, the families of rows that serve it, and who is
// handed something of it. The words a person reads stand in the dictionaries under the same ids.
import type { ProcessorId } from "./processor.ts";

/** Bases of Art. 6.1 that purposes of the product stand on. */
export const LEGAL_BASES = ["contract", "legal-obligation", "legitimate-interest"] as const;

/** One of them. */
export type LegalBasis = typeof LEGAL_BASES[number];

/** Every purpose, in the order of the register. */
export const PURPOSE_IDS = [
  "rides",
  "price-proof",
  "bookkeeping",
  "messages",
  "accounts",
  "own-places",
  "fleet",
  "work-log",
  "subscribers",
  "faults",
  "abuse",
  "rights",
  "sealing",
  "breaches",
] as const;

/** One of them. */
export type PurposeId = typeof PURPOSE_IDS[number];

/** A purpose. */
export interface Purpose {
  id: PurposeId;
  basis: LegalBasis;
  /** Names of the families whose rows serve it; one may serve several. */
  families: readonly string[];
  /** Services of others that are handed something of it, when they are set. */
  recipients: readonly ProcessorId[];
}

/** The purposes. A family with personal data that none of them names fails tests/compliance/processing-register_test.ts. */
export const PURPOSES: readonly Purpose[] = [
  {
    id: "rides",
    basis: "contract",
    families: [
      ...["quote", "booking", "bookingEvent", "bookingByOwner", "bookingByDay", "heldBookings"],
      "feed",
    ],
    recipients: ["database", "osrm", "geocoder"],
  },
  // 2 kap. 21 § taxitrafiklagen: the proof of a price told before the ride is kept for six months.
  {
    id: "price-proof",
    basis: "legal-obligation",
    families: ["booking", "bookingEvent"],
    recipients: ["database"],
  },
  // 7 kap. 2 § bokföringslagen: through the seventh year after the one in which the fiscal year ended.
  {
    id: "bookkeeping",
    basis: "legal-obligation",
    families: ["booking", "bookingEvent"],
    recipients: ["database"],
  },
  {
    id: "messages",
    basis: "contract",
    families: ["outbox", "ridesOfReach", "pushSubscriptions"],
    recipients: ["database", "mail", "sms", "push"],
  },
  {
    id: "accounts",
    basis: "contract",
    families: [
      ...["person", "personEvent", "personByReach", "session", "ownSession", "password"],
      ...["authenticator", "pendingAuthenticator", "recoveryCodes", "halfwaySignIn", "passkey"],
      ...["ownPasskey", "passkeyChallenge", "sentCode", "guestProof", "identity", "ownIdentity"],
      ...["pendingIdentity", "signInFlow", "entryLink"],
    ],
    recipients: ["database", "mail", "sms", "provider", "employer-sign-in"],
  },
  { id: "own-places", basis: "contract", families: ["ownPlaces"], recipients: ["database"] },
  // 2 kap. and 3 kap. taxitrafiklagen: who drives, on whose permit.
  {
    id: "fleet",
    basis: "legal-obligation",
    families: ["driver", "driverAccount", "accountOfDriver", "permitHolder", "staged"],
    recipients: ["database"],
  },
  {
    id: "work-log",
    basis: "legitimate-interest",
    families: [
      ...["legalHold", "operatorAct", "vehicleOutages", "tariffDraft", "landmarkEvent"],
      ...["auditIntent", "auditEntry", "auditFurther"],
    ],
    recipients: ["database"],
  },
  {
    id: "subscribers",
    basis: "legitimate-interest",
    families: ["webhookEndpoint", "webhookNews", "webhookDelivery"],
    recipients: ["database", "subscriber"],
  },
  {
    id: "faults",
    basis: "legitimate-interest",
    families: ["incident", "trail"],
    recipients: ["database", "sentry", "alarm-webhook", "mail"],
  },
  {
    id: "abuse",
    basis: "legitimate-interest",
    families: ["tries", "pace", "staffDay", "securityFinding"],
    recipients: ["database"],
  },
  {
    id: "rights",
    basis: "legal-obligation",
    families: [
      ...["veil", "veilByMark"],
      "erasure",
      "dataRequest",
      "dataRequestEvent",
      "dataRequestByMark",
      "openDataRequest",
      "consentRecord",
      "consentByMark",
      "consentNow",
    ],
    recipients: ["database", "mail"],
  },
  // Art. 32: rows are sealed under the key of whom they are about, and unreadable once it is destroyed.
  {
    id: "sealing",
    basis: "legal-obligation",
    families: ["subjectKeyOf", "subjectKey"],
    recipients: ["database", "keys"],
  },
  // Art. 33.5: every breach is documented, also one nobody is told of.
  {
    id: "breaches",
    basis: "legal-obligation",
    families: ["breachEvent", "accessReview"],
    recipients: ["database"],
  },
];
