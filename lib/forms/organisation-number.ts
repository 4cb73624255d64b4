// A Swedish organisation number: ten digits, the last one a check digit.
import { plainLine } from "./clean-text.ts";

/** Why a text is no organisation number. */
export type OrganisationNumberProblem = "organisationNumber" | "organisationNumberCheck";

/** The number as it is stored, or what is wrong. */
export type OrganisationNumberReading =
  | { ok: true; value: string }
  | { ok: false; code: OrganisationNumberProblem };

/** Reads `556012-5790`, `5560125790` and `16 556012-5790`; a sole trader's may have its century. */
export function readOrganisationNumber(typed: string): OrganisationNumberReading {
  const digits = plainLine(typed).replace(/[\s-]/g, "").replace(/^(16|19|20)(?=\d{10}$)/, "");
  if (!/^\d{10}$/.test(digits)) return { ok: false, code: "organisationNumber" };
  if (!isPersonal(digits) && Number(digits[2]) < 2) {
    return { ok: false, code: "organisationNumber" };
  }
  if (checkSum(digits) % 10 !== 0) return { ok: false, code: "organisationNumberCheck" };
  return { ok: true, value: `${digits.slice(0, 6)}-${digits.slice(6)}` };
}

/**
 * True for the number of a person: its third digit is of a month. That of a legal entity is 2 or higher (lag
 * 1974:174 om identitetsbeteckning för juridiska personer).
 */
export function isPersonal(number: string): boolean {
  const digits = number.replace(/\D/g, "").slice(-10);
  const [month, day] = [Number(digits.slice(2, 4)), Number(digits.slice(4, 6))];
  // A coordination number has sixty more in its day.
  const dayOfMonth = day > 60 ? day - 60 : day;
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31;
}

/** True for what could be a personnummer, which is stored of nobody who drives. */
export function looksLikePersonnummer(text: string): boolean {
  const digits = text.replace(/[\s+-]/g, "").replace(/^(19|20)(?=\d{10}$)/, "");
  return /^\d{10}$/.test(digits) && isPersonal(digits) && checkSum(digits) % 10 === 0;
}

/** Every second digit doubled from the first on, the digits of the products added up (Luhn, SS 614111). */
function checkSum(digits: string): number {
  return [...digits].reduce((sum, digit, i) => {
    const product = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return sum + Math.floor(product / 10) + product % 10;
  }, 0);
}
