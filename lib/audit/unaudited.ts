// Which families no entry names, and why: their rows follow from others in the same commit, or are of the machinery.
// Whatever is not listed here is audited, so that a new family cannot be forgotten.

/** Why a family needs no entry of its own. */
export type UnauditedReason =
  /** Written in the commit of the row it leads to, which is named. */
  | "index"
  /** Says how far work has come, or what is to be done. */
  | "work"
  /** Counts, paces, tries. */
  | "count"
  /** The log itself. */
  | "log"
  /** A copy that is made of named rows. */
  | "copy";

/** The families without entries. */
export const UNAUDITED: Readonly<Record<string, UnauditedReason>> = {
  feed: "copy",
  feedReader: "work",
  feedPruned: "work",
  job: "work",
  counter: "count",
  idempotency: "work",
  backfill: "work",
  tries: "count",
  pace: "count",
  edition: "work",
  staged: "work",
  about: "work",
  sms: "work",
  smsSpend: "count",
  incident: "count",
  failure: "work",
  trail: "work",
  alarmMessage: "work",
  alarmGathering: "work",
  alarmOutlet: "work",
  personByReach: "index",
  veilByMark: "index",
  restrictedMark: "index",
  staff: "index",
  admins: "index",
  ownSession: "index",
  accountOfDriver: "index",
  ownPasskey: "index",
  ownIdentity: "index",
  halfwaySignIn: "work",
  passkeyChallenge: "work",
  pendingIdentity: "work",
  signInFlow: "work",
  bookingByReference: "index",
  bookingByOwner: "index",
  bookingByDay: "index",
  bookingByDriver: "index",
  heldBookings: "index",
  saleDocument: "index",
  documentSeries: "count",
  bookingPosted: "work",
  reconciledDay: "work",
  differenceByDay: "index",
  openDifference: "index",
  waitingProposal: "index",
  vehicleDay: "index",
  quoteBought: "index",
  outboxByOutcome: "index",
  messageThread: "work",
  ridesOfReach: "index",
  messagesBegun: "count",
  webhookNews: "work",
  webhookLine: "work",
  webhookDue: "index",
  subjectKeyOf: "index",
  newestErasure: "work",
  dataRequestByMark: "index",
  dataRequestByDue: "index",
  openDataRequest: "index",
  consentByMark: "index",
  consentNow: "index",
  limitsEdition: "count",
  recipientTelling: "work",
  securitySums: "count",
  staffDay: "count",
  keyRotation: "work",
  auditIntent: "log",
  auditEntry: "log",
  auditTile: "log",
  auditWords: "log",
  auditFurther: "log",
  auditBlock: "log",
  auditHead: "log",
  auditCheckpoint: "log",
};

/** True for a family whose rows' changes are named in entries. */
export function isAudited(family: Deno.KvKeyPart | undefined): boolean {
  return typeof family === "string" && !Object.hasOwn(UNAUDITED, family);
}
