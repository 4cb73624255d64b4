// What of quotes and drafts is sealed. A quote is nobody's until it is bought, and is swept a day later: the product's own
// key is enough for it. The booking that was made of it has its places under its customer's.
import type { Sealed } from "../kv/family.ts";
import { ERASED_STOP } from "../places/erased-stop.ts";
import type { Quote } from "./quote.ts";
import type { TariffDraft } from "./tariff-draft.ts";

const quoteFacts = { "trip.from": ERASED_STOP, "trip.to": ERASED_STOP, "route.geometry": "" };
const draftFacts = { "authors.*.name": "", "approvedBy.name": "", "story.*.by": "" };

/** Of a quote. */
export const sealedQuote: Sealed<Quote> = {
  fields: Object.keys(quoteFacts),
  subject: () => null,
  erased: quoteFacts,
};

/** Of a draft: the names of several operators. */
export const sealedDraft: Sealed<TariffDraft> = {
  fields: Object.keys(draftFacts),
  subject: () => null,
  erased: draftFacts,
};
