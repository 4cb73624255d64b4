// Every field of what is stored of data requests and consents, with the version that brought it.
import type { RecipientTelling } from "../../lib/privacy/recipient-telling.ts";
import type { DataRequest, DataRequestEvent } from "../../lib/privacy/data-request.ts";
import type { ConsentRecord, ConsentText, CurrentConsent } from "../../lib/privacy/consent.ts";
import type { Objection, Restriction, SubjectLimits } from "../../lib/privacy/subject-limits.ts";
import type { Fields } from "./stored-fields.ts";

/** A data request. */
export const DATA_REQUEST_FIELDS: Fields<DataRequest> = {
  id: 1,
  type: 1,
  state: 1,
  mark: 1,
  personId: 1,
  reachKind: 1,
  contact: { name: 1, email: 1, phone: 1 },
  locale: 1,
  wish: 1,
  identity: 1,
  receivedAt: 1,
  dueOn: 1,
  extendedAt: 1,
  extensionReason: 1,
  refusal: 1,
  refusalReason: 1,
  question: 1,
  answer: 1,
  duplicateOf: 1,
  failures: 1,
  lastFailure: 1,
  closedAt: 1,
  handler: 1,
  version: 1,
};

/** What happened to one. */
export const DATA_REQUEST_EVENT_FIELDS: Fields<DataRequestEvent> = {
  at: 1,
  by: 1,
  mark: 1,
  type: 1,
  state: 1,
  text: 1,
};

/** A record of consent. */
export const CONSENT_FIELDS: Fields<ConsentRecord> = {
  id: 1,
  mark: 1,
  personId: 1,
  purpose: 1,
  basis: 1,
  dataTypes: 1,
  granted: 1,
  textHash: 1,
  textVersion: 1,
  locale: 1,
  surface: 1,
  at: 1,
};

/** What holds now. */
export const CONSENT_NOW_FIELDS: Fields<CurrentConsent> = {
  granted: 1,
  record: 1,
  textVersion: 1,
  at: 1,
};

/** A text somebody was asked with. */
export const CONSENT_TEXT_FIELDS: Fields<ConsentText> = {
  purpose: 1,
  version: 1,
  locale: 1,
  title: 1,
  text: 1,
  dataTypes: 1,
  firstAt: 1,
};

const RESTRICTION_FIELDS: Fields<Restriction> = { since: 1, requestId: 1, liftsAt: 1 };
const OBJECTION_FIELDS: Fields<Objection> = { purpose: 1, since: 1, requestId: 1 };

/** What somebody has limited. */
export const SUBJECT_LIMITS_FIELDS: Fields<SubjectLimits> = {
  marks: 1,
  restriction: RESTRICTION_FIELDS,
  objections: [OBJECTION_FIELDS],
};

/** What those outside are to be told. */
export const TELLING_FIELDS: Fields<RecipientTelling> = {
  requestId: 1,
  about: 1,
  marks: 1,
  personId: 1,
  from: 1,
  isGathered: 1,
};
