// What stored data requests look like.
import { LOCALES } from "../kernel/locale.ts";
import { instant, number, orMissing, orNull, record, text, word } from "../kernel/shape.ts";
import {
  DATA_REQUEST_STATES,
  DATA_REQUEST_TYPES,
  type DataRequest,
  type DataRequestEvent,
  IDENTITY_PROOFS,
  type ProposedRefusal,
  type RequestActor,
  type RequestContact,
} from "./data-request.ts";

const contactShape = record<RequestContact>({ name: text, email: text, phone: text });
const identityShape = record<NonNullable<DataRequest["identity"]>>({
  by: word(IDENTITY_PROOFS),
  at: instant,
});
const refusalShape = record<ProposedRefusal>({ by: text, at: instant });

/** A request. */
export const dataRequestShape = record<DataRequest>({
  id: text,
  type: word(DATA_REQUEST_TYPES),
  state: word(DATA_REQUEST_STATES),
  mark: text,
  personId: orNull(text),
  reachKind: orNull(word(["email", "phone"])),
  contact: contactShape,
  locale: word(LOCALES),
  wish: text,
  identity: orNull(identityShape),
  receivedAt: instant,
  dueOn: text,
  extendedAt: orNull(instant),
  extensionReason: text,
  refusal: orNull(refusalShape),
  refusalReason: text,
  question: text,
  answer: text,
  duplicateOf: orNull(text),
  failures: number,
  lastFailure: text,
  closedAt: orNull(instant),
  handler: orMissing(text),
  version: number,
});

/** What happened to one; its text is of any kind. */
export const dataRequestEventShape = record<DataRequestEvent>({
  at: instant,
  by: record<Pick<RequestActor, "kind">>({ kind: word(["subject", "staff", "system"]) }),
  mark: text,
  type: text,
  state: word(DATA_REQUEST_STATES),
  text,
});
