// An invoice or a credit note as Peppol BIS Billing 3.0 (UBL 2.1): what public buyers in Sweden must be sent
// (lagen 2018:1277). https://docs.peppol.eu/poacc/billing/3.0/
import { invariant } from "../../kernel/invariant.ts";
import { DEFAULT_LOCALE, labelIn } from "../../kernel/locale.ts";
import { textsFor } from "../../i18n/texts.ts";
import type { Buyer, DocumentContent, DocumentLine, PostalAddress, Seller } from "./document.ts";
import { documentNumber, electronicAddress } from "./document-rules.ts";
import { element, type XmlNode, xmlText } from "./xml.ts";

const CUSTOMIZATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
const PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
const UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
/** Scheme of Swedish organisation numbers (ISO 6523). */
const SWEDISH = "0007";
/** One of whatever it is (UN/ECE recommendation 20). */
const ONE = "C62";
/** Credit transfer, as a Swedish bankgiro is given (rules SE-R-008 to 012). */
const CREDIT_TRANSFER = "30";
/** Why a line has no VAT: compensation is no turnover, and a tip no price. */
const OUTSIDE_VAT = "Utanför mervärdesskattens tillämpningsområde";

/** The document as XML, or null where its buyer takes none. */
export function peppolDocument(content: DocumentContent): string | null {
  const { buyer, kind } = content;
  if (buyer === null || electronicAddress(buyer) === "") return null;
  const isCredit = kind === "credit-note";
  const name = isCredit ? "CreditNote" : "Invoice";
  const root = element(name, {
    xmlns: `${UBL}${name}-2`,
    "xmlns:cac": `${UBL}CommonAggregateComponents-2`,
    "xmlns:cbc": `${UBL}CommonBasicComponents-2`,
  }, [...head(content, buyer, isCredit), ...body(content, buyer, isCredit)]);
  return xmlText(root);
}

function head(content: DocumentContent, buyer: Buyer, isCredit: boolean): XmlNode[] {
  const { date, terms, credits } = content;
  const due = terms === null || isCredit ? [] : [basic("DueDate", terms.dueDate)];
  const cited = credits === null ? [] : [
    aggregate("BillingReference", [
      aggregate("InvoiceDocumentReference", [
        basic("ID", documentNumber(credits)),
        basic("IssueDate", credits.date),
      ]),
    ]),
  ];
  return [
    basic("CustomizationID", CUSTOMIZATION),
    basic("ProfileID", PROFILE),
    basic("ID", documentNumber(content)),
    basic("IssueDate", date),
    ...due,
    isCredit ? basic("CreditNoteTypeCode", "381") : basic("InvoiceTypeCode", "380"),
    basic("DocumentCurrencyCode", "SEK"),
    // A buyer's reference is asked for by the network, whoever has none writes the number.
    basic("BuyerReference", buyer.reference || documentNumber(content)),
    ...cited,
  ];
}

function body(content: DocumentContent, buyer: Buyer, isCredit: boolean): XmlNode[] {
  const sign = isCredit ? -1 : 1;
  const { vat, totalOre, vatOre, lines, terms } = content;
  // Nothing is left to pay of what was paid at once (BT-113, BT-115).
  const isPaid = terms === null && !isCredit;
  const netOre = totalOre - vatOre;
  return [
    aggregate("AccountingSupplierParty", [sellerParty(content.seller)]),
    aggregate("AccountingCustomerParty", [buyerParty(buyer)]),
    ...paymentMeans(content),
    aggregate("TaxTotal", [
      amount("TaxAmount", sign * vatOre),
      ...vat.map(({ ratePercent, baseOre, vatOre: rateOre }) =>
        aggregate("TaxSubtotal", [
          amount("TaxableAmount", sign * baseOre),
          amount("TaxAmount", sign * rateOre),
          taxCategory("TaxCategory", ratePercent),
        ])
      ),
    ]),
    aggregate("LegalMonetaryTotal", [
      amount("LineExtensionAmount", sign * netOre),
      amount("TaxExclusiveAmount", sign * netOre),
      amount("TaxInclusiveAmount", sign * totalOre),
      ...(isPaid ? [amount("PrepaidAmount", totalOre)] : []),
      amount("PayableAmount", isPaid ? 0 : sign * totalOre),
    ]),
    ...lines.map((line, i) => documentLine(line, { number: i + 1, sign, isCredit })),
  ];
}

function sellerParty({ name, address, organisationNumber, vatNumber }: Seller): XmlNode {
  const number = digitsOf(organisationNumber).slice(-10);
  invariant(number !== "", "Who invoices by Peppol has an organisation number");
  return party({ name, address, number, endpoint: `${SWEDISH}:${number}` }, [
    taxScheme(vatNumber, "VAT"),
    taxScheme("Godkänd för F-skatt", "TAX"),
  ]);
}

function buyerParty(buyer: Buyer): XmlNode {
  const { name, organisationNumber } = buyer;
  const endpoint = electronicAddress(buyer);
  return party({ name, address: buyer, number: digitsOf(organisationNumber), endpoint }, []);
}

function party(
  { name, address, number, endpoint }: {
    name: string;
    address: PostalAddress | null;
    number: string;
    endpoint: string;
  },
  taxSchemes: readonly XmlNode[],
): XmlNode {
  const [schemeID = "", ...id] = endpoint.split(":");
  return aggregate("Party", [
    basic("EndpointID", id.join(":"), { schemeID }),
    aggregate("PartyName", [basic("Name", name)]),
    aggregate("PostalAddress", [
      ...written("StreetName", address?.street),
      ...written("CityName", address?.city),
      ...written("PostalZone", address?.postcode),
      aggregate("Country", [basic("IdentificationCode", "SE")]),
    ]),
    ...taxSchemes,
    aggregate("PartyLegalEntity", [
      basic("RegistrationName", name),
      ...(number === "" ? [] : [basic("CompanyID", number, { schemeID: SWEDISH })]),
    ]),
  ]);
}

function taxScheme(number: string, scheme: "VAT" | "TAX"): XmlNode {
  return aggregate("PartyTaxScheme", [
    basic("CompanyID", number),
    aggregate("TaxScheme", [basic("ID", scheme)]),
  ]);
}

function paymentMeans({ terms }: DocumentContent): XmlNode[] {
  if (terms === null || terms.bankgiro === "") return [];
  return [
    aggregate("PaymentMeans", [
      basic("PaymentMeansCode", CREDIT_TRANSFER),
      basic("PaymentID", terms.ocr),
      aggregate("PayeeFinancialAccount", [
        basic("ID", digitsOf(terms.bankgiro)),
        aggregate("FinancialInstitutionBranch", [basic("ID", "SE:BANKGIRO")]),
      ]),
    ]),
  ];
}

/** Prices are never below zero: of what is taken off there is minus one. */
function documentLine(
  { amountOre, vatOre, vatRatePercent, code, label, date, reference }: DocumentLine,
  { number, sign, isCredit }: { number: number; sign: number; isCredit: boolean },
): XmlNode {
  const netOre = sign * (amountOre - vatOre);
  const { quote, documents } = textsFor(DEFAULT_LOCALE);
  const names: Readonly<Record<string, string>> = { ...quote.lines, ...documents.feeLines };
  const name = `${names[code] ?? code} ${labelIn(label, DEFAULT_LOCALE)}`.trim();
  const quantity = String(netOre < 0 ? -1 : 1);
  return aggregate(isCredit ? "CreditNoteLine" : "InvoiceLine", [
    basic("ID", String(number)),
    basic("Note", `${date} ${reference}`.trim()),
    basic(isCredit ? "CreditedQuantity" : "InvoicedQuantity", quantity, { unitCode: ONE }),
    amount("LineExtensionAmount", netOre),
    aggregate("Item", [
      basic("Name", name),
      taxCategory("ClassifiedTaxCategory", vatRatePercent),
    ]),
    aggregate("Price", [amount("PriceAmount", Math.abs(netOre))]),
  ]);
}

/** Of the two places a category stands in, the sum by rate alone says why there is no VAT. */
function taxCategory(
  name: "TaxCategory" | "ClassifiedTaxCategory",
  ratePercent: number,
): XmlNode {
  const isOutside = ratePercent === 0;
  return aggregate(name, [
    basic("ID", isOutside ? "E" : "S"),
    basic("Percent", String(ratePercent)),
    ...(isOutside && name === "TaxCategory" ? [basic("TaxExemptionReason", OUTSIDE_VAT)] : []),
    aggregate("TaxScheme", [basic("ID", "VAT")]),
  ]);
}

function amount(name: string, ore: number): XmlNode {
  const kronor = Math.abs(ore) / 100;
  return basic(name, `${ore < 0 ? "-" : ""}${kronor.toFixed(2)}`, { currencyID: "SEK" });
}

function written(name: string, text = ""): XmlNode[] {
  return text === "" ? [] : [basic(name, text)];
}

function basic(name: string, text: string, attributes: Record<string, string> = {}): XmlNode {
  return element(`cbc:${name}`, attributes, text);
}

function aggregate(name: string, children: readonly XmlNode[]): XmlNode {
  return element(`cac:${name}`, {}, children);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}
