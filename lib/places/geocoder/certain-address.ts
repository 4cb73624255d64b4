// Whether a found address is what somebody wrote, so that it is taken without a question: the price hangs on it.
import { type Candidate, isCertain, readAddress } from "../certainty.ts";
import { foldWords } from "../fold.ts";
import type { FoundAddress } from "./found-address.ts";

/** A found address as the rule of certainty compares it: by the street of its number, or by its own name. */
export function toCandidate({ kind, name, street, ...address }: FoundAddress): Candidate {
  const { areas, postcode, houseNumber } = address;
  return kind === "house"
    ? { names: [street], areas, postcode, houseNumber }
    : { names: [name], areas, postcode, houseNumber: "" };
}

/** True when the one rule is certain of the candidate, and it has the very number that was written, or neither has one. */
export function isCertainAddress(words: string, candidate: Candidate): boolean {
  const address = readAddress(words);
  return joined(address.houseNumber) === joined(candidate.houseNumber) &&
    isCertain(address, candidate);
}

function joined(text: string): string {
  return foldWords(text).join("");
}
