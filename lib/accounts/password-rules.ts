// What a new password must be: long enough, on no list of common ones, and not made of what everybody knows of somebody.
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { MAX_PASSWORD } from "./password.ts";

/** Fewest characters of a password that stands alone (NIST SP 800-63B-4, 3.1.1.2) … */
export const MIN_PASSWORD_ALONE = 15;
/** … and of one that a second factor stands beside. */
export const MIN_PASSWORD_WITH_FACTOR = 8;
/** Tries a good guesser needs, as a power of ten; under it a password is as good as known. Alone … */
const MIN_GUESSES_ALONE = 10;
/** … and beside a second factor, where eight letters that mean nothing are enough. */
const MIN_GUESSES_WITH_FACTOR = 7;

/** Why a password is none. */
export type PasswordProblem = "passwordTooShort" | "passwordTooLong" | "passwordCommon";

/** Made at the first password: the list is 50,000 words that most processes never look at. */
let guesser: ZxcvbnFactory | null = null;

/**
 * What is wrong with a new password, or null. `known` are words that people who know the person try first: name,
 * address, the product's own. No rule asks for digits or signs: they make passwords that are forgotten, not better.
 */
export function passwordProblem(
  password: string,
  { hasSecondFactor, known }: { hasSecondFactor: boolean; known: readonly string[] },
): PasswordProblem | null {
  const length = [...password.normalize("NFKC")].length;
  if (length < (hasSecondFactor ? MIN_PASSWORD_WITH_FACTOR : MIN_PASSWORD_ALONE)) {
    return "passwordTooShort";
  }
  if (length > MAX_PASSWORD) return "passwordTooLong";
  if (known.some((one) => one.toLowerCase() === password.toLowerCase())) return "passwordCommon";
  guesser ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const words = [
    "avanti",
    "taxi",
    ...known.flatMap((one) => one.toLowerCase().split(/[^\p{L}\p{N}]+/u)),
  ]
    .filter((word) => word.length > 2);
  const { guessesLog10 } = guesser.check(password, words);
  const least = hasSecondFactor ? MIN_GUESSES_WITH_FACTOR : MIN_GUESSES_ALONE;
  return guessesLog10 < least ? "passwordCommon" : null;
}
