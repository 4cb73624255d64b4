// An e-mail address as it is stored, or what is wrong with it. Nothing is asked of the network.
import { plainLine } from "./clean-text.ts";
import type { Reading } from "./field-error.ts";

/** Most octets of the part before the @ and of the whole (RFC 5321, 4.5.3.1.1 and 4.5.3.1.3 with its brackets). */
export const MAX_LOCAL_OCTETS = 64;
/** Most octets of an address. */
export const MAX_ADDRESS_OCTETS = 254;

/**
 * Reads an address. Its domain comes back in small letters and in the ASCII form that mail is sent to, so
 * `maja@Räksmörgås.se` and `maja@xn--rksmrgs-5wao1o.se` are one address.
 */
export function readEmailAddress(typed: string): Reading<string> {
  const plain = plainLine(typed);
  const [local = "", domain = "", ...more] = plain.split("@");
  if (plain.includes('"')) return { ok: false, code: "emailQuoted" };
  if (!plain.includes("@")) return { ok: false, code: "emailNoAt" };
  if (more.length > 0) return { ok: false, code: "emailTwoAts" };
  if (plain.includes(" ")) return { ok: false, code: "emailSpace" };
  if (plain.includes(",")) return { ok: false, code: "emailComma" };
  if (/^\.|\.\.|\.@|@\.|\.$/.test(plain)) return { ok: false, code: "emailDot" };
  if (!LOCAL.test(local) || domain === "") return { ok: false, code: "emailInvalid" };
  if (!domain.includes(".")) return { ok: false, code: "emailNoEnding" };
  const ascii = asciiDomain(domain);
  if (ascii === null) return { ok: false, code: "emailInvalid" };
  const address = `${local}@${ascii}`;
  if (octets(local) > MAX_LOCAL_OCTETS || octets(address) > MAX_ADDRESS_OCTETS) {
    return { ok: false, code: "emailTooLong" };
  }
  return /\.(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(ascii)
    ? { ok: true, value: address }
    : { ok: false, code: "emailNoEnding" };
}

/** A dot-string of RFC 5321, 4.1.2, with the letters RFC 6531 adds. */
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+\-/=?^_`{|}~.]+$/u;

/** The domain as DNS has it (UTS 46), or null when it cannot be one. */
function asciiDomain(domain: string): string | null {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return null;
  const host = URL.parse(`http://${domain}`)?.hostname ?? "";
  const isDomain = host.split(".").every((label) =>
    label.length <= 63 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(label)
  );
  return isDomain ? host : null;
}

function octets(text: string): number {
  return new TextEncoder().encode(text).length;
}
