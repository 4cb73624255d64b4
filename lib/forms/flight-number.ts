// A flight number as people type it, and as it is stored.
import { plainLine } from "./clean-text.ts";
import type { Reading } from "./field-error.ts";

/** A flight number in a text, and the text without it. */
export interface FoundFlight {
  flightNumber: string;
  rest: string;
}

/**
 * Reads one flight number: `sk 1436`, `SK-1436` and `SK1436` are all `SK1436`. The airline is its two characters
 * (IATA, one of them may be a digit) or three letters (ICAO), then come one to four digits and at most one letter.
 */
export function readFlightNumber(typed: string): Reading<string> {
  const flightNumber = joined(WHOLE.exec(plainLine(typed)));
  return flightNumber === null
    ? { ok: false, code: "flightNumberInvalid" }
    : { ok: true, value: flightNumber };
}

/** The first flight number among other words, or null. */
export function flightNumberIn(text: string): FoundFlight | null {
  const line = plainLine(text);
  const found = AMONG_WORDS.exec(line);
  const flightNumber = joined(found);
  if (found === null || flightNumber === null) return null;
  return { flightNumber, rest: line.replace(found[0], " ") };
}

// Between airline and number, and nowhere else: "A 3456" is not Aegean's 456. Without `u`, so that no letter
// but those of ASCII passes for one. Zeros in front only fill up its four digits: SK0012 is SK12.
const AIRLINE = "([a-z]{2,3}|[a-z]\\d|\\d[a-z])";
const NUMBER = "(?!\\d{5})0*([1-9]\\d*)";
const WHOLE = new RegExp(`^${AIRLINE}[ -]*${NUMBER}[ -]*([a-z]?)$`, "i");
const AMONG_WORDS = new RegExp(`(?:^| )${AIRLINE}[ -]*${NUMBER}([a-z]?)(?= |$)`, "i");

function joined(parts: RegExpExecArray | null): string | null {
  return parts === null ? null : parts.slice(1).join("").toUpperCase();
}
