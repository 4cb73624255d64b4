// How somebody is reached: by a mail address or a telephone number, whichever they write.
import { plainLine } from "../forms/clean-text.ts";
import { readEmailAddress } from "../forms/email-address.ts";
import type { Reading } from "../forms/field-error.ts";
import { readPhoneNumber } from "../forms/phone-number.ts";

/** What a reach can be. */
export const REACH_KINDS = ["email", "phone"] as const;

/** A mail address, its domain in small letters, or a number as E.164. */
export interface Reach {
  kind: typeof REACH_KINDS[number];
  at: string;
}

/** Reads what was typed: with an @, or with letters and no digits first, it is meant as an address. */
export function readReach(typed: string): Reading<Reach> {
  const plain = plainLine(typed);
  if (plain === "") return { ok: false, code: "reachMissing" };
  const isAddress = plain.includes("@") || !/^[+(\d]/.test(plain);
  const read = isAddress ? readEmailAddress(plain) : readPhoneNumber(plain);
  return read.ok
    ? { ok: true, value: { kind: isAddress ? "email" : "phone", at: read.value } }
    : read;
}

/** Where a notice to the reach goes. */
export function noticeTo({ kind, at }: Reach): { mail: string; phone: string } {
  return kind === "email" ? { mail: at, phone: "" } : { mail: "", phone: at };
}
