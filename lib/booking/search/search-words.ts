// The words a booking is found by, folded: names, addresses, the note, the flight.
import { foldLetters } from "../../forms/fold-letters.ts";
import { type Stop } from "../../places/place.ts";
import type { Booking } from "../booking.ts";

/** Longest word that is compared, in characters. */
export const MAX_WORD_LENGTH = 40;
/** Most words of one field that are indexed; a note of 500 characters has some eighty. */
const MAX_FIELD_WORDS = 100;

/** What a booking's words are made of. */
export type Findable = Pick<Booking, "contact" | "flightNumber" | "note"> & {
  trip: Pick<Booking["trip"], "from" | "to">;
};

/** All words of a booking, each once. */
export function wordsOfBooking({ contact, flightNumber, note, trip }: Findable): string[] {
  const fields = [contact.name, ...stopTexts(trip.from), ...stopTexts(trip.to), note];
  const words = new Set(fields.flatMap(fieldWords));
  if (flightNumber !== "") words.add(flightWord(flightNumber));
  return [...words];
}

/** With a sign no other word has: who looks for `sk` means a name, and not a day's flights of SAS. */
export function flightWord(flightNumber: string): string {
  return `:${flightNumber.toLowerCase()}`;
}

/** The words of a text, those of `O’Neil` and `Öberg-Ek` as one too. */
export function fieldWords(text: string): string[] {
  const words = text.split(SPACES).flatMap((chunk) => {
    const parts = wordsIn(foldLetters(chunk));
    return parts.length > 1 ? [...parts, asOneWord(parts)] : parts;
  });
  return words.slice(0, MAX_FIELD_WORDS);
}

/** The words between the signs of a folded text. */
export function wordsIn(folded: string): string[] {
  return folded.split(NO_LETTERS).filter(Boolean).map((word) => word.slice(0, MAX_WORD_LENGTH));
}

/** Words without the signs between them: `o`, `neil` → `oneil`. */
export function asOneWord(words: readonly string[]): string {
  return words.join("").slice(0, MAX_WORD_LENGTH);
}

const SPACES = /\s+/;
const NO_LETTERS = /[^\p{L}\p{N}]+/u;

function stopTexts({ name, area, words }: Stop): string[] {
  return [name, area, words];
}
