// Where a permit holder is paid: a bankgiro or an account at a Swedish bank, known good by its check digits.
import type { HolderId } from "../fleet/vehicle.ts";
import { plainLine } from "../forms/clean-text.ts";

/** The account of one holder. What is proposed takes the place of the number once a second person approved it. */
export interface PayeeAccount {
  holderId: HolderId;
  /** One higher with every change. */
  revision: number;
  /** As `readAccountNumber` gives it; "" while none is approved. */
  number: string;
  /** Id of who approved it; null for none. */
  approvedBy: string | null;
  /** "" when nothing waits. */
  proposed: string;
  /** Id of who proposed it; null when nothing waits. */
  proposedBy: string | null;
}

/** Where nobody has said anything. */
export function noAccount(holderId: HolderId): PayeeAccount {
  return {
    ...{ holderId, revision: 0, number: "", approvedBy: null },
    ...{ proposed: "", proposedBy: null },
  };
}

/** An IBAN of a Swedish bank: 24 characters. */
const SWEDISH_IBAN = /^SE\d{22}$/;

/** `SE4550000000058398257466` or `5050-1055` of what somebody typed; null for what is neither, or has a wrong check digit. */
export function readAccountNumber(typed: string): string | null {
  const plain = plainLine(typed).replace(/\s/g, "").toUpperCase();
  if (SWEDISH_IBAN.test(plain)) return ibanRest(plain) === 1 ? plain : null;
  // With the hyphen elsewhere it is a plusgiro, whose check digit is made the same way.
  if (!/^\d{3,4}-?\d{4}$/.test(plain)) return null;
  const digits = plain.replace("-", "");
  if (luhn(digits) % 10 !== 0) return null;
  return `${digits.slice(0, -4)}-${digits.slice(-4)}`;
}

/** True for a bankgiro, false for an IBAN. */
export function isBankgiro(number: string): boolean {
  return !SWEDISH_IBAN.test(number);
}

/** Of the IBAN as a number, letters as two digits, its first four characters last, by 97: 1 in a right one (ISO 13616). */
function ibanRest(iban: string): number {
  const moved = iban.slice(4) + iban.slice(0, 4);
  const digits = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);
}

/** Every second digit doubled, from the last but one on, the digits of the products added up. */
function luhn(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}
