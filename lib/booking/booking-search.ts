// The words a booking is found by: its reference, the customer's names, the phone number.
import { isReferenceCode } from "../kernel/ids.ts";

/** Most words of a name that are indexed. */
const MAX_NAME_TERMS = 5;
/** Longest indexed word, in characters. */
const MAX_TERM_LENGTH = 40;

/** Letters of our neighbours that Unicode does not take apart, as they are typed without them. */
const NEIGHBOURS: Readonly<Record<string, string>> = { ø: "o", æ: "ae", ð: "d", þ: "th", ß: "ss" };

/** Lower case without diacritics: "Åkesson" and "akesson" are the same word, "Søren" and "soren" too. */
export function foldText(text: string): string {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[øæðþß]/g, (letter) => NEIGHBOURS[letter] ?? letter);
}

/** Digits of a phone number without country prefix: +46 (0)70-123 45 67, 070-123 45 67 → 701234567. */
export function phoneDigits(phone: string): string {
  const digits = phone.replace("(0)", "").replace(/\D/g, "").replace(/^(?:0046|46|0)/, "");
  return digits.slice(0, MAX_TERM_LENGTH);
}

/** Index terms of a booking: folded words of the name and the digits of the phone number. */
export function searchTerms(contact: { name: string; phone: string }): string[] {
  const words = foldText(contact.name).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const terms = words.slice(0, MAX_NAME_TERMS).map((word) => word.slice(0, MAX_TERM_LENGTH));
  const digits = phoneDigits(contact.phone);
  return [...new Set(digits === "" ? terms : [...terms, digits])];
}

/** What a person typed, as prefixes to look for. */
export function queryTerms(query: string): string[] {
  // What the booking form takes between the digits of a number.
  const compact = query.replace(/[\s\-–./()+]/g, "");
  if (/^\d{3,}$/.test(compact)) return [phoneDigits(query)];
  const words = foldText(query.slice(0, 200)).split(/[^\p{L}\p{N}]+/u).filter((word) =>
    word !== ""
  );
  return words.slice(0, MAX_NAME_TERMS).map((word) => word.slice(0, MAX_TERM_LENGTH));
}

/** The reference a person may have typed ("k4q 7rm" → "K4Q7RM"), or null. */
export function referenceIn(query: string): string | null {
  const compact = query.replace(/[\s-]/g, "").toUpperCase();
  return isReferenceCode(compact) ? compact : null;
}
