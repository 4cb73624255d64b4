// What every family hands out of somebody's data, or why it does not: a family of personal data stands in one of the two.
import { accountOwnData } from "../accounts/own-data.ts";
import { auditOwnData } from "../audit/own-data.ts";
import { bookingOwnData } from "../booking/own-data.ts";
import { complianceOwnData } from "../compliance/own-data.ts";
import { detectionOwnData } from "../detection/own-data.ts";
import { fleetOwnData } from "../fleet/own-data.ts";
import { invoicingOwnData } from "../invoicing/own-data.ts";
import type { OwnData } from "../kernel/own-data.ts";
import { messageOwnData } from "../messages/own-data.ts";
import { placeOwnData } from "../places/own-data.ts";
import { pricingOwnData } from "../pricing/own-data.ts";
import { privacyOwnData } from "../privacy/own-data.ts";
import { pushOwnData } from "../push/own-data.ts";
import { retentionOwnData } from "../retention/own-data.ts";
import { securityOwnData } from "../security/own-data.ts";
import { veilOwnData } from "../veil/own-data.ts";
import { webhookOwnData } from "../webhooks/own-data.ts";
import type { Services } from "./services.ts";

/** The families that hand something out, by room. */
export function ownDataOf(services: Services): OwnData[] {
  return [
    ...accountOwnData(services),
    ...veilOwnData(services),
    ...bookingOwnData(services),
    ...invoicingOwnData(services),
    ...privacyOwnData(services),
    ...messageOwnData(services),
    ...pushOwnData(services),
    ...webhookOwnData(services),
    ...fleetOwnData(services),
    ...pricingOwnData(services),
    ...placeOwnData(services),
    ...retentionOwnData(services),
    ...complianceOwnData(services),
    ...detectionOwnData(services),
    ...securityOwnData(services),
    ...auditOwnData(services),
  ];
}

/** Why a family of personal data hands nothing out. */
export type NothingToHandOut =
  /** An index, or a copy: what it says stands in a family that does. */
  | "said elsewhere"
  /** Secrets of signing in that are over within minutes, and say nothing else. */
  | "a secret of minutes"
  /** Keyed hashes and counts: nobody can say whose they are. */
  | "nobody's to tell"
  /** Keys that rows are sealed under. */
  | "keys"
  /** Of companies and whom to ask there, or of employees in the company's own records: they are told when they write. */
  | "told by letter";

/** Those families. */
export const WITHOUT_OWN_DATA: Readonly<Record<string, NothingToHandOut>> = {
  feed: "said elsewhere",
  staged: "said elsewhere",
  // Receipts are on the ticket.
  archivedDocument: "said elsewhere",
  documentPart: "said elsewhere",
  ...{ buyerClaims: "said elsewhere", invoice: "said elsewhere" },
  tries: "nobody's to tell",
  pace: "nobody's to tell",
  incident: "nobody's to tell",
  trail: "nobody's to tell",
  auditIntent: "nobody's to tell",
  auditFurther: "said elsewhere",
  personByReach: "said elsewhere",
  ownSession: "said elsewhere",
  pendingAuthenticator: "a secret of minutes",
  halfwaySignIn: "a secret of minutes",
  accountOfDriver: "said elsewhere",
  ownPasskey: "said elsewhere",
  passkeyChallenge: "a secret of minutes",
  sentCode: "a secret of minutes",
  guestProof: "a secret of minutes",
  ownIdentity: "said elsewhere",
  pendingIdentity: "a secret of minutes",
  signInFlow: "a secret of minutes",
  entryLink: "a secret of minutes",
  permitHolder: "told by letter",
  settlement: "told by letter",
  settlementAdjustment: "told by letter",
  payeeAccount: "told by letter",
  paymentFile: "told by letter",
  fortnoxLink: "keys",
  quote: "nobody's to tell",
  // Who began and edited it stands in the audit log, which tells.
  feeDraft: "said elsewhere",
  settlementTerms: "said elsewhere",
  veilByMark: "said elsewhere",
  restrictedMark: "said elsewhere",
  bookingByOwner: "said elsewhere",
  bookingByDriver: "said elsewhere",
  bookingByDay: "said elsewhere",
  sale: "said elsewhere",
  // Who settled one stands in the audit log, which tells.
  ...{ difference: "said elsewhere", refundProposal: "said elsewhere" },
  heldBookings: "said elsewhere",
  paperReminder: "said elsewhere",
  dataRequestByMark: "said elsewhere",
  openDataRequest: "said elsewhere",
  consentByMark: "said elsewhere",
  consentNow: "said elsewhere",
  ridesOfReach: "said elsewhere",
  webhookNews: "said elsewhere",
  // How far an erasure has come: its request says that it is under way.
  erasure: "said elsewhere",
  recipientTelling: "said elsewhere",
  formerEndpoint: "nobody's to tell",
  subjectKeyOf: "keys",
  subjectKey: "keys",
};
