// A phone number as people write it, as it is stored, and as it is shown. The metadata of libphonenumber
// weighs 156 kB and stays on the server.
import { parsePhoneNumberFromString, validatePhoneNumberLength } from "libphonenumber-js/max";
import { plainLine } from "./clean-text.ts";
import type { Reading } from "./field-error.ts";

/** Most characters that are read; the longest number with its words has fewer. */
const MAX_LENGTH = 100;

/** How numbers without a country are read. */
const HOME = { defaultCountry: "SE", extract: false } as const;

/** Reads a number as E.164; one without country is Swedish: `070-123 45 67` → `+46701234567`. */
export function readPhoneNumber(typed: string): Reading<string> {
  const plain = plainLine(typed).replace(/^tel:\s*/i, "");
  if (plain === "") return { ok: false, code: "phoneMissing" };
  if (plain.length > MAX_LENGTH) return { ok: false, code: "phoneTooLong" };
  if (EXTENSION.test(plain)) return { ok: false, code: "phoneExtension" };
  if (/\p{L}/u.test(plain)) return { ok: false, code: "phoneLetters" };
  const digits = plain.replace(/[\s\-./()]/g, "").replace(/^00/, "+");
  if (!/^\+?\d+$/.test(digits)) return { ok: false, code: "phoneInvalid" };
  if (digits.startsWith("+0")) return { ok: false, code: "phoneCountry" };
  // "(0)" is the zero that is dialled inside the country; not every country has one.
  const number = validNumber(digits) ?? validNumber(withoutTrunkZero(plain));
  return number === null ? { ok: false, code: whatIsWrong(digits) } : { ok: true, value: number };
}

/** A stored number as people write it: `070-123 45 67`, `+44 20 7946 0123`; what is no number stays as it is. */
export function shownPhoneNumber(stored: string): string {
  const number = parsePhoneNumberFromString(stored, HOME);
  if (number === undefined || !number.isPossible()) return stored;
  return number.countryCallingCode === "46"
    ? number.formatNational()
    : number.formatInternational();
}

/** A number with the extension behind its switchboard, which a driver cannot dial: `ankn. 5`, `x5`, `;ext=5`, `#5`. */
const EXTENSION = /(?:ext|extension|ankn|anknytning|anslutning|x|[#,;*])[\s.:=]*\d+$/i;

function withoutTrunkZero(plain: string): string {
  return plain.replace(/\(\s*0\s*\)/, "").replace(/[\s\-./()]/g, "").replace(/^00/, "+");
}

function validNumber(digits: string): string | null {
  const number = parsePhoneNumberFromString(digits, HOME);
  return number?.isValid() ? number.number : null;
}

/** Most digits a slip leaves out or adds. */
const MAX_SLIP = 4;

/** Too long is what would be a number without its last digits, too short what would be one with some more. */
function whatIsWrong(
  digits: string,
): "phoneTooShort" | "phoneTooLong" | "phoneCountry" | "phoneInvalid" {
  const slips = Array.from({ length: MAX_SLIP }, (_, i) => i + 1);
  const length = validatePhoneNumberLength(digits, HOME);
  if (length === "INVALID_COUNTRY") return "phoneCountry";
  if (length === "TOO_LONG") return "phoneTooLong";
  if (length === "TOO_SHORT") return "phoneTooShort";
  if (slips.some((count) => validNumber(digits.slice(0, -count)) !== null)) return "phoneTooLong";
  if (slips.some((count) => validNumber(digits + "1".repeat(count)) !== null)) {
    return "phoneTooShort";
  }
  return "phoneInvalid";
}
