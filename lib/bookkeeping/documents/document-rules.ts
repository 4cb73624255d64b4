// Which document a sale asks for, and what stands on it. Pure.
import { UNDO_MS } from "../../booking/operator-act.ts";
import { paymentReference } from "./payment-reference.ts";
import { isPersonal } from "../../forms/organisation-number.ts";
import type { InvoiceBuyer } from "../../invoicing/buyer.ts";
import { invariant } from "../../kernel/invariant.ts";
import type { Sale } from "../sale.ts";
import type {
  Buyer,
  CitedDocument,
  DocumentContent,
  DocumentKind,
  DocumentLine,
  DrivenRide,
  Invoicing,
  PaymentTerms,
  Seller,
  VatSum,
} from "./document.ts";

/** Up to here, VAT included, an invoice may be simplified: ML (2023:200) 17 kap. 26 §, in öre. */
export const SIMPLIFIED_MOST_ORE = 400_000;

/** After that long what an operator did is not undone any more, and the books know what was; in milliseconds. */
export const UNDONE_BY_MS = UNDO_MS + 5_000;

/** True for a sale of an act that was undone at once, and for the credit that undid it: nobody is sent either. */
export function isUndone(
  { id, credits }: Pick<Sale, "id" | "credits">,
  ofBooking: readonly Pick<Sale, "id" | "credits" | "kind" | "totalOre" | "at">[],
): boolean {
  const original = ofBooking.find((one) => one.id === (credits ?? id));
  return original !== undefined &&
    ofBooking.some((one) =>
      one.credits === original.id && one.kind === "credit" &&
      one.totalOre === -original.totalOre &&
      Date.parse(one.at) - Date.parse(original.at) <= UNDO_MS
    );
}

/** What a document is made of beside its sale. */
export interface DocumentParts {
  seller: Seller;
  buyer: Buyer | null;
  ride: DrivenRide;
  /** Code of the booking, "" when it is gone. */
  reference: string;
  /** The document a credit cites; null for what is no credit. */
  credits: CitedDocument | null;
  terms: PaymentTerms | null;
}

/** What a document is of a sale: its kind, what was sold, and for how much. */
type Sold = Pick<Sale, "kind" | "method" | "totalOre" | "credits">;

/**
 * Which document a sale asks for; null: an invoice that must name its buyer, and nobody has said who that is. Who pays
 * at once gets a receipt, which up to the limit is a simplified invoice in law as well.
 */
export function documentKindOf(sale: Sold, buyer: Pick<Buyer, "name"> | null): DocumentKind | null {
  if (sale.credits !== null) return "credit-note";
  if (buyer !== null) return "invoice";
  const isSmall = sale.totalOre <= SIMPLIFIED_MOST_ORE;
  if (sale.method === "invoice") return isSmall ? "simplified-invoice" : null;
  return sale.kind === "ride" || !isSmall ? "receipt" : "simplified-invoice";
}

/** The document of a sale. Throws InvariantError for one that adds up to something else, or cites nothing. */
export function documentOf(sale: Sale, parts: DocumentParts): DocumentContent {
  const { document, date, method, totalOre, vatOre } = sale;
  const { seller, buyer, ride, reference, credits, terms } = parts;
  const kind = documentKindOf(sale, buyer);
  invariant(kind !== null, "An invoice above the limit of simplified ones names its buyer");
  invariant((kind === "credit-note") === (credits !== null), "A credit note cites its original");
  const lines = sale.lines.map((line) => ({ ...line, date, reference }));
  const vat = vatSumsOf(lines);
  assertAddsUp({ lines, vat, totalOre, vatOre });
  return {
    ...{ ...document, date, kind, of: sale.kind, seller, buyer, lines, vat, totalOre, vatOre },
    ...{ method, credits, terms },
    ride: sale.kind === "ride" ? ride : null,
  };
}

/** The lines by their rate, highest first. Copied sums: VAT is never computed anew. */
export function vatSumsOf(
  lines: readonly Pick<DocumentLine, "amountOre" | "vatRatePercent" | "vatOre">[],
): VatSum[] {
  const sums = new Map<number, VatSum>();
  for (const { amountOre, vatRatePercent: ratePercent, vatOre } of lines) {
    const before = sums.get(ratePercent) ?? { ratePercent, baseOre: 0, vatOre: 0 };
    const baseOre = before.baseOre + amountOre - vatOre;
    sums.set(ratePercent, { ratePercent, baseOre, vatOre: before.vatOre + vatOre });
  }
  return [...sums.values()].sort((one, other) => other.ratePercent - one.ratePercent);
}

/** The VAT number of whoever has the organisation number, `556012-5790` → `SE556012579001`. */
export function vatNumberOf(organisationNumber: string): string {
  const digits = organisationNumber.replace(/\D/g, "");
  return digits === "" ? "" : `SE${digits.slice(-10)}01`;
}

/** A buyer as a document names them. */
export function documentBuyer(
  { name, organisationNumber, street, postcode, city, reference, peppolId }: InvoiceBuyer,
): Buyer {
  return { name, organisationNumber, street, postcode, city, reference, peppolId };
}

/** Digits of a number in a reference; a longer number has more. */
const NUMBER_DIGITS = 6;

/**
 * When and by which reference a document is paid. All sellers are paid to one account, so the reference begins with digits
 * of whose it is.
 */
export function termsOf(
  { series, number, date }: CitedDocument,
  { organisationNumber }: Pick<Seller, "organisationNumber">,
  { bankgiro, days }: Pick<Invoicing, "bankgiro" | "days">,
): PaymentTerms {
  const seller = organisationNumber.replace(/\D/g, "").slice(-NUMBER_DIGITS);
  const own = String(series.charCodeAt(0) % 10) + String(number).padStart(NUMBER_DIGITS, "0");
  return {
    dueDate: Temporal.PlainDate.from(date).add({ days }).toString(),
    ocr: paymentReference(`${seller}${own}`),
    bankgiro,
  };
}

/** What people call a document, beside its seller: `F-17`. */
export function documentNumber({ series, number }: Pick<CitedDocument, "series" | "number">) {
  return `${series}-${number}`;
}

function assertAddsUp(
  { lines, vat, totalOre, vatOre }: Pick<
    DocumentContent,
    "lines" | "vat" | "totalOre" | "vatOre"
  >,
): void {
  const written = sum(lines, ({ amountOre }) => amountOre);
  invariant(written === totalOre, `Lines of ${written} öre are no total of ${totalOre}`);
  invariant(sum(vat, (one) => one.vatOre) === vatOre, "The VAT of the lines is that of the sale");
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

/**
 * Where a buyer takes electronic invoices, `0007:2120001355`; "" for nowhere. Who has told no address is found by their
 * organisation number, as public buyers are who must be sent nothing else (lagen 2018:1277); a person has none.
 */
export function electronicAddress(
  { peppolId, organisationNumber }: Pick<Buyer, "peppolId" | "organisationNumber">,
): string {
  if (peppolId !== "" || organisationNumber === "" || isPersonal(organisationNumber)) {
    return peppolId;
  }
  return `0007:${organisationNumber.replace(/\D/g, "").slice(-10)}`;
}

/** True for a document that is had as an electronic one, too. */
export function isElectronic({ buyer }: Pick<DocumentContent, "buyer">): boolean {
  return buyer !== null && electronicAddress(buyer) !== "";
}
