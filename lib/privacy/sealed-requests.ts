// What of data requests is sealed. With the product's own key: that an erasure was asked for and answered in time must be
// shown after the key of whoever asked has been destroyed.
import type { Sealed } from "../kv/family.ts";
import type { DataRequest, DataRequestEvent } from "./data-request.ts";

const requestFacts = {
  contact: { name: "", email: "", phone: "" },
  ...{ wish: "", extensionReason: "", refusalReason: "", question: "", answer: "" },
};
const eventFacts = { text: "", "by.name": "" };

/** Of a request: where whoever asked is reached, and what was written. */
export const sealedRequest: Sealed<DataRequest> = {
  fields: Object.keys(requestFacts),
  subject: () => null,
  erased: requestFacts,
};

/** Of what happened to it. */
export const sealedRequestEvent: Sealed<DataRequestEvent> = {
  fields: Object.keys(eventFacts),
  subject: () => null,
  erased: eventFacts,
};
