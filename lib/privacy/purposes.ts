// What data are used for, by which right and which of them: the one list that pages, consents and registers read.
// What each purpose is called and what is said of it stands in the texts; `version` rises with every change of them.

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

/** What data are used for. */
export const PURPOSE_NAMES = [
  "rides",
  "messages",
  "account",
  "own_places",
  "bookkeeping",
  "driving",
  "staff",
  "security",
  "mending",
  "rights",
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
  /** Of its texts, in all languages; see tests/privacy/purposes_test.ts. */
  version: number;
}

/** The list. Only what rests on consent is asked for. */
export const PURPOSES: readonly Purpose[] = [
  {
    name: "rides",
    basis: "contract",
    dataTypes: ["name", "email", "phone", "location", "booking_history", "message"],
    version: 1,
  },
  {
    name: "messages",
    basis: "contract",
    dataTypes: ["name", "email", "phone", "booking_history"],
    version: 1,
  },
  {
    name: "account",
    basis: "contract",
    dataTypes: ["name", "email", "phone", "sign_in"],
    version: 1,
  },
  { name: "own_places", basis: "contract", dataTypes: ["location"], version: 1 },
  {
    name: "bookkeeping",
    basis: "legal-obligation",
    dataTypes: ["price", "booking_history"],
    version: 1,
  },
  { name: "driving", basis: "legal-obligation", dataTypes: ["name", "driver_code"], version: 1 },
  {
    name: "staff",
    basis: "legitimate-interest",
    dataTypes: ["name", "email", "sign_in"],
    version: 1,
  },
  {
    name: "security",
    basis: "legitimate-interest",
    dataTypes: ["network", "device", "sign_in", "phone", "email"],
    version: 1,
  },
  { name: "mending", basis: "legitimate-interest", dataTypes: ["network"], version: 1 },
  {
    name: "rights",
    basis: "legal-obligation",
    dataTypes: ["name", "email", "phone", "request"],
    version: 1,
  },
  {
    name: "reminders",
    basis: "consent",
    dataTypes: ["email", "booking_history"],
    version: 1,
  },
  {
    name: "data_processing",
    basis: "consent",
    dataTypes: ["email", "location", "booking_history"],
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
