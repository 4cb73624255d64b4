// Codes of six digits that are sent to an address or a number: bound to the browser that asked, good once and for ten minutes.
import { z } from "zod";
import { base64Url, type RandomBytes } from "../kernel/ids.ts";
import { macOf } from "../kernel/mac.ts";
import { LOCALES } from "../kernel/locale.ts";
import type { SealedText } from "../security/sealed-text.ts";
import type { StoredPassword } from "./password.ts";
import type { PersonId } from "./person.ts";
import { type Reach, REACH_KINDS } from "./reach.ts";

/** What codes are for. */
export const CODE_PURPOSES = [
  /** Somebody signs in, or sees what was booked with the address or the number. */
  "sign-in",
  /** Somebody who asked for an account shows that the address or the number is theirs. */
  "register",
  /** Somebody signed in shows that another one is theirs, too. */
  "reach",
] as const;

/** One of them. */
export type CodePurpose = typeof CODE_PURPOSES[number];

/** How long a code is good, in minutes (ASVS 6.5.5: ten at most). */
export const CODE_MINUTES = 10;
/** Guesses of one code. With six digits five of them find one in two hundred thousand. */
export const CODE_GUESSES = 5;
const DIGITS = 6;

/** A code as it is kept, by the hash of the browser's token. */
export interface SentCode {
  purpose: CodePurpose;
  /** Whose reach it becomes, of that purpose; else null. */
  personId: PersonId | null;
  /** `CodeContent`, sealed. */
  sealed: SealedText;
  /** The password of somebody who registers, hashed; null without one. */
  password: StoredPassword | null;
  /** By `codeMark`; "" of a code that nobody was sent: nothing opens it. */
  mark: string;
  /** Guesses so far. */
  guesses: number;
  expiresAt: string;
}

/** How long a guest's proof of an address or a number counts, in hours. */
export const GUEST_HOURS = 24;

/** The proof as it is kept, by the hash of the browser's token. */
export interface GuestProof {
  kind: Reach["kind"];
  /** The address or the number, sealed. */
  sealed: SealedText;
  expiresAt: string;
}

/** What a code's row must say again. */
export const codeContent = z.strictObject({
  kind: z.enum(REACH_KINDS),
  at: z.string(),
  /** Of somebody who registers, else "". */
  name: z.string(),
  locale: z.enum(LOCALES),
});

/** The same as a value. */
export type CodeContent = z.output<typeof codeContent>;

/** A new code. */
export function newSentCode(randomBytes: RandomBytes): string {
  // The tail is left out, so that each code is as likely as any other.
  const codes = 10 ** DIGITS;
  const rejectedFrom = 2 ** 32 - 2 ** 32 % codes;
  while (true) {
    const number = new DataView(new Uint8Array(randomBytes(4)).buffer).getUint32(0);
    if (number < rejectedFrom) return String(number % codes).padStart(DIGITS, "0");
  }
}

/** What is kept of a code: a keyed hash of it and of the browser's token, so that a stolen database opens nothing. */
export async function codeMark(key: CryptoKey, tokenHash: string, code: string): Promise<string> {
  return base64Url(await macOf(key, `sent-code/${tokenHash}/${code}`));
}

/** Where the row's content is sealed for. */
export function codePlace(tokenHash: string): readonly string[] {
  return ["sentCode", tokenHash];
}
