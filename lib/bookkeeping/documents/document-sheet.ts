// A document in words: what stands on it, from top to bottom. The page and the PDF are drawn from the same sheet, so that
// they cannot say different things.
import {
  formatDuration,
  formatNumber,
  formatOre,
  formatPercent,
  formatReference,
} from "../../i18n/format.ts";
import { type Texts, textsFor } from "../../i18n/texts.ts";
import { labelIn, type Locale } from "../../kernel/locale.ts";
import type { DocumentContent, DocumentLine, PostalAddress, RidePlaces } from "./document.ts";
import { documentNumber, vatNumberOf } from "./document-rules.ts";

/** A word and what it is. */
export interface SheetFact {
  label: string;
  value: string;
}

/** Somebody of a document. */
export interface SheetParty {
  heading: string;
  name: string;
  /** Below the name: address and numbers. */
  lines: readonly string[];
}

/** A line of what was sold. */
export interface SheetLine {
  text: string;
  /** Without VAT, as a full invoice says of each line (ML 17 kap. 24 §); "" on any other document. */
  net: string;
  rate: string;
  amount: string;
}

/** The document. */
export interface DocumentSheet {
  title: string;
  parties: readonly SheetParty[];
  facts: readonly SheetFact[];
  lines: readonly SheetLine[];
  total: SheetFact;
  /** By rate: the rate, what it is of, and how much. */
  vat: readonly { rate: string; base: string; vat: string }[];
  vatOfTotal: SheetFact;
  /** How it is paid: for what is still to be paid. */
  terms: readonly SheetFact[];
}

/** The sheet in a language; `places` are given for the customer's own page alone. */
export function documentSheet(
  content: DocumentContent,
  locale: Locale,
  places: RidePlaces | null = null,
): DocumentSheet {
  const words = textsFor(locale).documents;
  const { kind, of, totalOre, vatOre, terms } = content;
  const due = totalOre < 0 ? words.total.back : terms === null ? words.total.paid : words.total.due;
  return {
    title: kind === "receipt" || of === "ride" ? words.kinds[kind] : titleOf(content, words),
    parties: partiesOf(content, words),
    facts: factsOf(content, locale, places),
    lines: content.lines.map((line) => sheetLine(content, line, locale)),
    total: { label: due, value: formatOre(locale, totalOre) },
    vat: content.vat.map(({ ratePercent, baseOre, vatOre }) => ({
      rate: rateIn(locale, ratePercent, words),
      base: formatOre(locale, baseOre),
      vat: formatOre(locale, vatOre),
    })),
    vatOfTotal: { label: words.vatOfTotal, value: formatOre(locale, vatOre) },
    terms: terms === null ? [] : written([
      [words.dueDate, terms.dueDate],
      [words.bankgiro, terms.bankgiro],
      [words.ocr, terms.ocr],
    ]),
  };
}

type Words = Texts["documents"];

function titleOf({ kind, of }: DocumentContent, words: Words): string {
  return `${words.kinds[kind]}: ${words.sold[of].toLocaleLowerCase()}`;
}

function partiesOf({ seller, buyer }: DocumentContent, words: Words): SheetParty[] {
  const { organisationNumber, vatNumber, permitNumber } = seller;
  const numbers = written([
    [words.organisationNumber, organisationNumber],
    [words.vatNumber, vatNumber],
    [words.permitNumber, permitNumber],
  ]).map(({ label, value }) => `${label} ${value}`);
  const from = {
    heading: words.seller,
    name: seller.name,
    lines: [...addressLines(seller.address), ...numbers],
  };
  if (buyer === null) return [from];
  const own = written([
    [words.organisationNumber, buyer.organisationNumber],
    [words.vatNumber, vatNumberOf(buyer.organisationNumber)],
  ])
    .map(({ label, value }) => `${label} ${value}`);
  const lines = [...addressLines(buyer), ...own];
  return [from, { heading: words.buyer, name: buyer.name, lines }];
}

function addressLines(address: PostalAddress | null): string[] {
  if (address === null) return [];
  const { street, postcode, city } = address;
  return [street, `${postcode} ${city}`].filter((line) => line.trim() !== "");
}

function factsOf(
  content: DocumentContent,
  locale: Locale,
  places: RidePlaces | null,
): SheetFact[] {
  const words = textsFor(locale).documents;
  const { date, of, credits, ride, method, buyer } = content;
  const references = new Set(content.lines.map(({ reference }) => reference));
  const [reference = ""] = references;
  const days = new Set(content.lines.map((line) => line.date));
  return written([
    [words.number, documentNumber(content)],
    [words.date, date],
    [words.rideDate, buyer === null || of !== "ride" || days.size > 1 ? "" : [...days].join()],
    [
      words.credits,
      credits === null ? "" : words.creditedDocument(documentNumber(credits), credits.date),
    ],
    [words.buyerReference, buyer?.reference ?? ""],
    [words.ordered, references.size === 1 && reference !== "" ? formatReference(reference) : ""],
    [words.from, places?.from ?? ""],
    [words.to, places?.to ?? ""],
    [words.distance, ride === null ? "" : kilometersIn(locale, ride.distanceMeters)],
    [words.duration, ride === null ? "" : formatDuration(locale, ride.durationSeconds)],
    [words.vehicle, ride?.registration ?? ""],
    [words.driverCode, ride?.driverCode ?? ""],
    [words.paidBy, words.methods[method]],
  ]);
}

function sheetLine(content: DocumentContent, line: DocumentLine, locale: Locale): SheetLine {
  const { documents: words, quote } = textsFor(locale);
  const names: Readonly<Record<string, string>> = { ...quote.lines, ...words.feeLines };
  const label = labelIn(line.label, locale);
  const name = line.code === "surcharge" && label !== "" ? "" : names[line.code] ?? line.code;
  const what = `${name} ${label}`.trim();
  const isOfMany = new Set(content.lines.map(({ reference }) => reference)).size > 1;
  const ride = `${line.date} ${formatReference(line.reference)}`.trim();
  return {
    text: isOfMany ? `${ride}: ${what}` : what,
    net: content.buyer === null ? "" : formatOre(locale, line.amountOre - line.vatOre),
    rate: rateIn(locale, line.vatRatePercent, words),
    amount: formatOre(locale, line.amountOre),
  };
}

function rateIn(locale: Locale, ratePercent: number, words: Words): string {
  return ratePercent === 0 ? words.outsideVat : formatPercent(locale, ratePercent);
}

/** To a hundred metres, as a meter shows it: a receipt is compared with one. */
function kilometersIn(locale: Locale, meters: number): string {
  return `${formatNumber(locale, Math.round(meters / 100) / 10)} km`;
}

function written(facts: readonly (readonly [label: string, value: string])[]): SheetFact[] {
  return facts.flatMap(([label, value]) => value === "" ? [] : [{ label, value }]);
}
