// Recovery codes: what lets a person in who lost the phone with the second factor. Shown once, each good for one use.
import { base64Url, type RandomBytes, readableLetters } from "../kernel/ids.ts";
import { macOf } from "../kernel/mac.ts";

/** How many there are at once. */
export const RECOVERY_CODES = 10;
/** Letters of a code, some 52 bits: with the key they are hashed by, nobody finds one in a stolen database. */
const LETTERS = 12;
const GROUP = 4;

/** A code as it is kept. */
export interface RecoveryCode {
  /** By `recoveryMark`. */
  mark: string;
  usedAt: string | null;
}

/** New codes as they are shown: `K4Q7-RMXY-3GHJ`. */
export function newRecoveryCodes(randomBytes: RandomBytes): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const letters = readableLetters(LETTERS, randomBytes);
    return letters.match(new RegExp(`.{${GROUP}}`, "g"))?.join("-") ?? letters;
  });
}

/** By what a code is kept and found: a keyed hash of its letters, in any case and with or without hyphens. */
export async function recoveryMark(
  key: CryptoKey,
  personId: string,
  typed: string,
): Promise<string> {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, "").slice(0, LETTERS + 1);
  return base64Url(await macOf(key, `recovery/${personId}/${letters}`));
}
