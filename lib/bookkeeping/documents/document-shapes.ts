// What stored documents look like.
import { LOCALES } from "../../kernel/locale.ts";
import { instant, listOf, named, number, orNull, record, text, word } from "../../kernel/shape.ts";
import { SALE_KINDS, SALE_METHODS } from "../sale.ts";
import type { ArchivedDocument, DocumentPart } from "./archived-document.ts";
import {
  type Buyer,
  type CitedDocument,
  DOCUMENT_KINDS,
  type DocumentContent,
  type DocumentLine,
  type DrivenRide,
  type PaymentTerms,
  type PostalAddress,
  type Seller,
  type VatSum,
} from "./document.ts";

const cited = { series: text, number, date: text };

/** Whom an invoice goes to. */
export const buyerShape = record<Buyer>({
  ...{ name: text, organisationNumber: text, street: text, postcode: text, city: text },
  ...{ reference: text, peppolId: text },
});

const contentShape = record<DocumentContent>({
  ...cited,
  kind: word(DOCUMENT_KINDS),
  of: word(SALE_KINDS),
  seller: record<Seller>({
    address: orNull(record<PostalAddress>({ street: text, postcode: text, city: text })),
    ...{ name: text, organisationNumber: text, vatNumber: text, permitNumber: text },
  }),
  buyer: orNull(buyerShape),
  ride: orNull(record<DrivenRide>({
    ...{ distanceMeters: number, durationSeconds: number, registration: text, driverCode: text },
  })),
  lines: listOf(record<DocumentLine>({
    ...{ code: text, label: named(text), date: text, reference: text },
    ...{ amountOre: number, vatRatePercent: number, vatOre: number },
  })),
  vat: listOf(record<VatSum>({ ratePercent: number, baseOre: number, vatOre: number })),
  ...{ totalOre: number, vatOre: number },
  method: word(SALE_METHODS),
  credits: orNull(record<CitedDocument>(cited)),
  terms: orNull(record<PaymentTerms>({ dueDate: text, ocr: text, bankgiro: text })),
});

/** A document of the archive. */
export const archivedDocumentShape = record<ArchivedDocument>({
  ...{ id: text, date: text },
  content: contentShape,
  locale: word(LOCALES),
  ...{ sha256: text, parts: number },
  archivedAt: instant,
});

/** Some of its bytes. */
export const documentPartShape = record<DocumentPart>({ base64: text });
