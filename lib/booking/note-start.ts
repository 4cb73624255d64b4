// How a note to the driver begins: what a row of a day has room for.

/** Longest beginning, in characters: enough to see what it is about. */
export const NOTE_START_LENGTH = 80;

/** The note on one line, cut between characters; the whole of it stands in the booking. */
export function noteStart(note: string): string {
  const line = note.replace(/\s+/g, " ").trim();
  const letters = [...line];
  if (letters.length <= NOTE_START_LENGTH) return line;
  return `${letters.slice(0, NOTE_START_LENGTH - 1).join("").trimEnd()}…`;
}
