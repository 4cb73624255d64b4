// Text in IBM PC 8 bits (code page 437), which SIE files are written in. What that has no sign for is a question mark, letters with an
// accent it lacks are without it.

/** Signs 128 to 255, in their order. */
const UPPER =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀" +
  "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";
const BYTES: ReadonlyMap<string, number> = new Map([...UPPER].map((sign, i) => [sign, 128 + i]));

/** Stands for what has no sign of its own. */
const MISSING = "?".charCodeAt(0);

/** The bytes of a text. */
export function pc8Bytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array([...text.normalize("NFC")].length);
  let at = 0;
  for (const sign of text.normalize("NFC")) bytes[at++] = byteOf(sign);
  return bytes;
}

/** The text of bytes. */
export function pc8Text(bytes: Uint8Array): string {
  const signs = [...UPPER];
  return Array.from(bytes, (byte) => byte < 128 ? String.fromCharCode(byte) : signs[byte - 128])
    .join("");
}

function byteOf(sign: string): number {
  const code = sign.codePointAt(0) ?? MISSING;
  if (code < 128) return code;
  const own = BYTES.get(sign);
  if (own !== undefined) return own;
  const bare = sign.normalize("NFD").charCodeAt(0);
  return bare < 128 ? bare : MISSING;
}
