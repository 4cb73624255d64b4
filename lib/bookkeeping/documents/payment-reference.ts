// The reference an invoice is paid with: digits that a bank can check (OCR, with length and check digit).
import { invariant } from "../../kernel/invariant.ts";

/** Longest reference banks take, in digits. */
const MAX_DIGITS = 25;

/** The reference of a number: its digits, then the last digit of its whole length, then the check digit by Luhn. */
export function paymentReference(digits: string): string {
  invariant(/^\d+$/.test(digits) && digits.length + 2 <= MAX_DIGITS, "Not digits of a reference");
  const withLength = `${digits}${(digits.length + 2) % 10}`;
  return `${withLength}${checkDigit(withLength)}`;
}

/** True for a reference whose length and check digit are right. */
export function isPaymentReference(text: string): boolean {
  if (!/^\d{3,25}$/.test(text)) return false;
  return text === paymentReference(text.slice(0, -2));
}

/** The digit that makes the sum of Luhn (ISO/IEC 7812-1) end in 0: every second one is doubled, from the last. */
function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - sum % 10) % 10;
}
