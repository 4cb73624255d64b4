// Finds a personnummer in what somebody writes: it is never stored (dataskyddslagen 2018:218, 3 kap. 10 §), so whoever
// writes one is told before it is. A sole trader's organisation number is one by law; it has a field of its own.
import { looksLikePersonnummer } from "./organisation-number.ts";

/** Six or eight digits of a birth, with what people put between them, and four more. */
const WRITTEN = /(?<![\d+])(?:19|20)?\d{2}[-. ]?\d{2}[-. ]?\d{2}(?: ?[-+–] ?| )?\d{4}(?!\d)/g;

/** A mobile number without spaces has ten digits too, and is what people write far more often. */
const MOBILE = /^07\d{8}$/;

/** True when somewhere in a text a personnummer stands: a birth, and a check digit that fits. */
export function hasPersonalNumber(text: string): boolean {
  return [...text.normalize("NFKC").matchAll(WRITTEN)]
    .some(([found]) => !MOBILE.test(found) && looksLikePersonnummer(found.replaceAll(/[.–]/g, "")));
}
