// What of documents is sealed, under the product's own key. Bookkeeping must have who sold and who bought when the person has
// long asked to be forgotten (GDPR, Article 17.3 b), and bookings must not.
import type { Sealed } from "../../kv/family.ts";
import type { DocumentContent } from "./document.ts";
import type { ArchivedDocument, DocumentPart } from "./archived-document.ts";

const NOTHING: DocumentContent = {
  ...{ series: "", number: 0, date: "", kind: "receipt", of: "ride", method: "car" },
  seller: { name: "", address: null, organisationNumber: "", vatNumber: "", permitNumber: "" },
  ...{ buyer: null, ride: null, lines: [], vat: [], totalOre: 0, vatOre: 0 },
  ...{ credits: null, terms: null },
};

/** Of what a document says. */
export const sealedDocument: Sealed<ArchivedDocument> = {
  fields: ["content"],
  subject: () => null,
  // The product's key is never destroyed for a person's sake.
  erased: { content: NOTHING },
};

/** Of its bytes. */
export const sealedPart: Sealed<DocumentPart> = {
  fields: ["base64"],
  subject: () => null,
  erased: { base64: "" },
};
