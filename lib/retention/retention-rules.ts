// What is kept how long and why: one table of rules, one of which family follows which, and what follows for a booking of
// some age. Laws are named here; what they say in plain words stands in the texts. Pure.
import { monthsFrom } from "../kernel/bookkeeping-time.ts";

/** When rows of a rule are over. */
export type Period =
  /** By the clock the registry states for each family: hours or days. */
  | { kind: "registry" }
  /** Whole months after the ride, or after what was done. */
  | { kind: "months"; months: number }
  /** Through the seventh year after the calendar year in which the fiscal year ended. */
  | { kind: "bookkeeping" }
  /** As long as what it describes is in use; then whoever manages it takes it away. */
  | { kind: "in-use" }
  /** As long as the account; then erasure takes it. */
  | { kind: "account" }
  /** One row that is written over, nothing personal in it. */
  | { kind: "written-over" }
  /** Sums without anybody in them: no end. */
  | { kind: "no-end" };

/** A rule. */
export interface RetentionRule {
  period: Period;
  /** The law it follows. */
  law: string;
}

/** How long a customer may come back to a ride: name, ways to reach them, exact places. */
export const CUSTOMER_MONTHS = 24;
/** How long it is kept who did what on the operators' pages. */
export const STAFF_MONTHS = 24;
/** How long the working time of drivers can be shown (tidbok at the employer). */
export const DUTY_MONTHS = 12;
const MINIMAL = "GDPR art. 5.1 e";

/** The rules, by their names. */
export const RETENTION_RULES = {
  bookkeeping: {
    period: { kind: "bookkeeping" },
    law: "bokföringslagen (1999:1078) 7 kap. 2 §; GDPR art. 17.3 b",
  },
  customer: {
    period: { kind: "months", months: CUSTOMER_MONTHS },
    law: `${MINIMAL}; art. 17.3 e; TSFS 2013:41 6 kap. 11–12 §§`,
  },
  duty: { period: { kind: "months", months: DUTY_MONTHS }, law: "förordning (1994:1297)" },
  staff: { period: { kind: "months", months: STAFF_MONTHS }, law: `${MINIMAL}; art. 5.2` },
  history: { period: { kind: "in-use" }, law: "bokföringslagen (1999:1078) 5 kap. 11 §" },
  setup: { period: { kind: "in-use" }, law: "GDPR art. 6.1 b, f" },
  account: { period: { kind: "account" }, law: "GDPR art. 6.1 b, art. 17" },
  "sign-in": { period: { kind: "registry" }, law: "GDPR art. 32" },
  offer: { period: { kind: "registry" }, law: MINIMAL },
  message: { period: { kind: "registry" }, law: MINIMAL },
  cost: { period: { kind: "registry" }, law: MINIMAL },
  webhook: { period: { kind: "registry" }, law: MINIMAL },
  fault: { period: { kind: "registry" }, law: "GDPR art. 32" },
  limit: { period: { kind: "registry" }, law: "GDPR art. 6.1 f" },
  feed: { period: { kind: "registry" }, law: MINIMAL },
  work: { period: { kind: "registry" }, law: MINIMAL },
  state: { period: { kind: "written-over" }, law: "" },
  report: { period: { kind: "registry" }, law: "GDPR art. 5.2" },
  request: { period: { kind: "in-use" }, law: "GDPR art. 5.2, art. 12" },
  consent: { period: { kind: "in-use" }, law: "GDPR art. 7.1" },
  ledger: { period: { kind: "in-use" }, law: "GDPR art. 17, art. 5.2" },
  statistics: { period: { kind: "no-end" }, law: "GDPR skäl 26" },
  breach: { period: { kind: "in-use" }, law: "GDPR art. 33.5" },
  hold: { period: { kind: "in-use" }, law: "GDPR art. 17.3 e" },
  protection: {
    period: { kind: "registry" },
    law: "GDPR art. 25, art. 32; folkbokföringslagen (1991:481) 16 §",
  },
} as const satisfies Readonly<Record<string, RetentionRule>>;

/** The name of a rule. */
export type RetentionRuleName = keyof typeof RETENTION_RULES;

/** Which rule each family follows; a family without one fails a test. */
export const FAMILY_RULES: Readonly<Record<string, RetentionRuleName>> = {
  feed: "feed",
  feedReader: "state",
  feedPruned: "state",
  job: "work",
  deadJob: "work",
  counter: "statistics",
  idempotency: "limit",
  backfill: "state",
  ...{ tries: "limit", limitRefusal: "limit", paperReminder: "limit" },
  pace: "limit",
  edition: "state",
  staged: "work",
  about: "state",
  auditIntent: "work",
  auditEntry: "ledger",
  auditTile: "ledger",
  auditWords: "ledger",
  auditFurther: "ledger",
  auditBlock: "ledger",
  auditHead: "state",
  auditCheckpoint: "ledger",
  sms: "message",
  smsSpend: "cost",
  incident: "fault",
  failure: "fault",
  trail: "fault",
  alarmMessage: "fault",
  alarmGathering: "state",
  alarmOutlet: "state",
  landmark: "setup",
  landmarkEvent: "history",
  person: "account",
  personEvent: "account",
  personByReach: "account",
  staff: "account",
  admins: "state",
  session: "sign-in",
  ownSession: "sign-in",
  password: "account",
  authenticator: "account",
  pendingAuthenticator: "account",
  recoveryCodes: "account",
  halfwaySignIn: "sign-in",
  driverAccount: "account",
  accountOfDriver: "account",
  passkey: "account",
  ownPasskey: "account",
  passkeyChallenge: "sign-in",
  ownPlaces: "account",
  sentCode: "sign-in",
  guestProof: "sign-in",
  identity: "account",
  ownIdentity: "account",
  pendingIdentity: "sign-in",
  signInFlow: "sign-in",
  entryLink: "sign-in",
  vehicle: "setup",
  permitHolder: "setup",
  driver: "setup",
  driverCheck: "limit",
  vehicleDay: "duty",
  vehicleOutages: "setup",
  quote: "offer",
  ...{ feeEdition: "history", feeDraft: "history" },
  tariff: "history",
  tariffDraft: "history",
  booking: "bookkeeping",
  payment: "bookkeeping",
  paymentByBooking: "bookkeeping",
  paymentByIntent: "bookkeeping",
  providerEvent: "limit",
  bookingEvent: "bookkeeping",
  bookingByMark: "bookkeeping",
  bookingByReference: "bookkeeping",
  bookingByOwner: "customer",
  bookingByDay: "bookkeeping",
  bookingByDriver: "bookkeeping",
  operatorAct: "staff",
  heldBookings: "offer",
  quoteBought: "offer",
  ...{ bookedBuyer: "offer", buyerClaims: "offer" } as const,
  ...{ sale: "bookkeeping", saleDocument: "bookkeeping" } as const,
  ...{ voucher: "bookkeeping", bookingPosted: "bookkeeping" } as const,
  documentSeries: "state",
  bookNote: "bookkeeping",
  ...{ reconciledDay: "limit", difference: "limit", differenceByDay: "limit" } as const,
  openDifference: "work",
  refundProposal: "limit",
  waitingProposal: "work",
  ...{ archivedDocument: "bookkeeping", documentPart: "bookkeeping" } as const,
  ...{ settlementTerms: "history", settlementState: "state" } as const,
  ...{ settlement: "bookkeeping", settlementAdjustment: "bookkeeping" } as const,
  ...{ payeeAccount: "setup", paymentQueue: "state", paymentFile: "bookkeeping" } as const,
  ...{ invoice: "bookkeeping", openInvoice: "bookkeeping" } as const,
  outbox: "message",
  outboxByOutcome: "message",
  messageThread: "customer",
  ridesOfReach: "message",
  messagesBegun: "state",
  webhookEndpoint: "setup",
  fortnoxLink: "setup",
  webhookNews: "work",
  webhookDelivery: "webhook",
  webhookLine: "webhook",
  webhookDue: "webhook",
  pushSubscriptions: "message",
  dataRequest: "request",
  dataRequestEvent: "request",
  dataRequestByMark: "request",
  openDataRequest: "work",
  dataRequestByDue: "work",
  subjectKeyOf: "account",
  subjectKey: "account",
  erasureLedger: "ledger",
  newestErasure: "state",
  keyEncryptionKey: "state",
  keyRotation: "state",
  consentRecord: "consent",
  consentByMark: "consent",
  consentNow: "consent",
  subjectLimits: "request",
  restrictedMark: "request",
  limitsEdition: "state",
  consentText: "consent",
  breach: "breach",
  breachEvent: "breach",
  accessReview: "report",
  complianceReport: "report",
  securitySums: "limit",
  staffDay: "limit",
  securityFinding: "limit",
  retentionRun: "report",
  rideStatistics: "statistics",
  legalHold: "hold",
  veil: "protection",
  veilByMark: "protection",
  erasure: "report",
  recipientNotice: "report",
  recipientTelling: "work",
  formerEndpoint: "report",
};

/** Why a row stays. */
export type KeptReason =
  /** Its time has not come. */
  | "not-yet"
  /** Its customer is forgotten; bookkeeping goes on. */
  | "bookkeeping"
  /** Somebody has said that it must stay for a claim or a dispute. */
  | "legal-hold"
  /** Its customer wants it stored and not used, and that is not erased either (Article 18). */
  | "restricted";

/** The local date before which customers are forgotten. */
export function customersBefore(today: string): string {
  return monthsFrom(today, -CUSTOMER_MONTHS);
}
