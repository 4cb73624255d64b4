// What a document of a sale says, apart from language and paper: it is made once and never changes.
import type { SaleKind, SaleLine, SaleMethod } from "../sale.ts";

/** What a document is in law. */
export const DOCUMENT_KINDS = ["receipt", "simplified-invoice", "invoice", "credit-note"] as const;

/** One of them. */
export type DocumentKind = typeof DOCUMENT_KINDS[number];

/** Where somebody is reached by post, in Sweden. */
export interface PostalAddress {
  street: string;
  /** `411 06`. */
  postcode: string;
  city: string;
}

/** Who sold: the holder of the permit the vehicle drove under. */
export interface Seller {
  name: string;
  /** Null while nobody has said; that of an owner-driver is the company's, which invoices for them. */
  address: PostalAddress | null;
  /** `556012-5790`. */
  organisationNumber: string;
  /** `SE556012579001`. */
  vatNumber: string;
  /** "" when nobody has said. */
  permitNumber: string;
}

/** Who is invoiced. */
export interface Buyer extends PostalAddress {
  name: string;
  /** `212000-1355`; "" for a person. */
  organisationNumber: string;
  /** What the buyer wants to find on it, for example a cost centre; "" for nothing. */
  reference: string;
  /** Where the buyer takes electronic invoices, `0007:2120001355`; "" for nowhere. */
  peppolId: string;
}

/** What the company says of itself on what it invoices, for all who drive for it. */
export interface Invoicing {
  address: PostalAddress | null;
  /** Where everything is paid to, `5050-1055`; "" while nobody has said. */
  bankgiro: string;
  /** How many there are to pay. */
  days: number;
}

/** What a document of another day is cited by. */
export interface CitedDocument {
  series: string;
  number: number;
  /** Local date. */
  date: string;
}

/** The taxi ride of a receipt (TSFS 2013:41, 5 kap.). */
export interface DrivenRide {
  distanceMeters: number;
  durationSeconds: number;
  /** Registration of the vehicle, "" when the fleet no longer knows it. */
  registration: string;
  /** Six-digit förarkod, "" when the fleet no longer knows the driver. Never the name. */
  driverCode: string;
}

/** Sum of the lines of one VAT rate. Rate 0 is what stands outside VAT. */
export interface VatSum {
  ratePercent: number;
  /** Without VAT. */
  baseOre: number;
  vatOre: number;
}

/** One line, and of which ride it is where a document has several. */
export interface DocumentLine extends SaleLine {
  /** Local date of what it is for. */
  date: string;
  /** Code of the booking, "" when the booking is gone. */
  reference: string;
}

/** When and how an invoice is paid. */
export interface PaymentTerms {
  /** Local date. */
  dueDate: string;
  /** Reference with length and check digit (OCR). */
  ocr: string;
  /** Where it is paid to, `5050-1055`; "" while nobody has said. */
  bankgiro: string;
}

/** A document. */
export interface DocumentContent extends CitedDocument {
  kind: DocumentKind;
  /** What was sold. */
  of: SaleKind;
  seller: Seller;
  /** Null where the law asks for none. */
  buyer: Buyer | null;
  /** Null for what is no ride. */
  ride: DrivenRide | null;
  lines: readonly DocumentLine[];
  vat: readonly VatSum[];
  totalOre: number;
  vatOre: number;
  method: SaleMethod;
  /** What a credit note takes back. */
  credits: CitedDocument | null;
  /** Null for what is paid. */
  terms: PaymentTerms | null;
}

/** Where a ride began and ended: on the customer's own page alone, never in what is kept. */
export interface RidePlaces {
  from: string;
  to: string;
}
