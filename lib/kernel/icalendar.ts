// How a calendar file is written down, iCalendar (RFC 5545): lines, their length, and what must not stand in them as it is.

/** Longest line in octets before it is folded, RFC 5545 section 3.1. */
const MAX_LINE_BYTES = 75;

/** The file of some content lines. */
export function calendarFile(lines: readonly string[]): string {
  return lines.map(fold).join("\r\n") + "\r\n";
}

/** `20261123T054000Z`. */
export function calendarInstant(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/[-:]|\.\d{3}/g, "");
}

/** A text as the value of a property. */
export function calendarText(text: string): string {
  return text.replace(/[\\;,]/g, (char) => `\\${char}`).replace(/\r\n|\r|\n/g, "\\n");
}

/** Breaks a long line between characters; the rest begins with a space that belongs to its length. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = "";
  let bytes = 0;
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (bytes + size > MAX_LINE_BYTES) {
      folded += "\r\n ";
      bytes = 1;
    }
    folded += char;
    bytes += size;
  }
  return folded;
}
