// The families of data requests and consents.
import { number, text } from "../kernel/shape.ts";
import { family } from "../kv/family.ts";
import type { ConsentRecord, ConsentText, CurrentConsent } from "./consent.ts";
import { consentRecordShape, consentTextShape, currentConsentShape } from "./consent-shapes.ts";
import type { DataRequest, DataRequestEvent } from "./data-request.ts";
import { sealedRequest, sealedRequestEvent } from "./sealed-requests.ts";
import { recipientTellingShape, subjectLimitsShape } from "./limit-shapes.ts";
import type { RecipientTelling } from "./recipient-telling.ts";
import type { SubjectLimits } from "./subject-limits.ts";
import { dataRequestEventShape, dataRequestShape } from "./data-request-shapes.ts";

/** Families of this room. */
export const privacyKeys = {
  dataRequest: family<[id: string], DataRequest>("dataRequest", {
    privacy: "C3",
    subject: "person",
    kept: { until: "erased" },
    sealed: sealedRequest,
    shape: dataRequestShape,
  }),
  /** What happened to a request, in order. */
  dataRequestEvent: family<[id: string, version: number], DataRequestEvent>("dataRequestEvent", {
    privacy: "C3",
    subject: "person",
    kept: { until: "erased" },
    sealed: sealedRequestEvent,
    shape: dataRequestEventShape,
  }),
  /** The requests of a person, a number or an address, by its keyed mark. */
  dataRequestByMark: family<[mark: string, id: string], string>("dataRequestByMark", {
    privacy: "C2",
    subject: "person",
    kept: { until: "erased" },
    unsealed: "keyed marks, ids and times only",
    shape: text,
  }),
  /** The open request of its type, by the keyed mark: who asks twice at once meets on it. */
  openDataRequest: family<[mark: string, type: string], string>("openDataRequest", {
    privacy: "C2",
    subject: "person",
    kept: { until: "done" },
    unsealed: "keyed marks, ids and times only",
    shape: text,
  }),
  /** Open requests by the last day they may be answered on, a date in Sweden: their type, their state and who handles them. */
  dataRequestByDue: family<[dueOn: string, id: string], string>("dataRequestByDue", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "done" },
    shape: text,
  }),
  /** What somebody said to a purpose; never written over. */
  consentRecord: family<[id: string], ConsentRecord>("consentRecord", {
    privacy: "C2",
    subject: "person",
    kept: { until: "erased" },
    unsealed: "keyed marks, ids and times only",
    shape: consentRecordShape,
  }),
  /** The records of a person, a number or an address, by its keyed mark. */
  consentByMark: family<[mark: string, id: string], string>("consentByMark", {
    privacy: "C2",
    subject: "person",
    kept: { until: "erased" },
    unsealed: "keyed marks, ids and times only",
    shape: text,
  }),
  /** What holds now, by the same marks. */
  consentNow: family<[mark: string, purpose: string], CurrentConsent>("consentNow", {
    privacy: "C2",
    subject: "person",
    kept: { until: "erased" },
    unsealed: "keyed marks, ids and times only",
    shape: currentConsentShape,
  }),
  /** What those outside are still to be told, by the request it follows from. */
  recipientTelling: family<[requestId: string, about: string], RecipientTelling>(
    "recipientTelling",
    {
      privacy: "C2",
      subject: "person",
      kept: { until: "done" },
      unsealed: "keyed marks, ids and times only",
      shape: recipientTellingShape,
    },
  ),
  /** What somebody has limited, under each keyed mark of theirs. */
  subjectLimits: family<[mark: string], SubjectLimits>("subjectLimits", {
    privacy: "C2",
    subject: "person",
    kept: { until: "erased" },
    unsealed: "keyed marks, ids and times only",
    shape: subjectLimitsShape,
  }),
  /** Grows with each change of anybody's limits: commits that rely on them are checked by it. */
  limitsEdition: family<[], number>("limitsEdition", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: number,
  }),
  /** The texts people were asked with, by their hash. */
  consentText: family<[hash: string], ConsentText>("consentText", {
    privacy: "C0",
    subject: "nobody",
    kept: { until: "erased" },
    shape: consentTextShape,
  }),
} as const;
