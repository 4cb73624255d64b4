// Text from outside, made fit to be stored and shown.

/** Text as it may be stored and shown: well-formed, composed, no control characters but line breaks. */
export function cleanText(text: string): string {
  return text.toWellFormed().normalize("NFC").replaceAll("\r\n", "\n")
    .replace(/[\p{Cc}\u2028\u2029]/gu, (char) => (char === "\n" ? char : " ")).trim();
}
