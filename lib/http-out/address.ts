// An address of the internet as bytes, whatever way it was written.

/** Four bytes, or sixteen. */
export type Address = readonly number[];

/** Reads one, such as `192.0.2.7`, `2001:db8::7` or `[::1]`; null for anything else, names and zones included. */
export function parseAddress(text: string): Address | null {
  const bare = text.replace(/^\[(.*)\]$/, "$1");
  return parseFour(bare) ?? (bare.includes(":") ? parseSixteen(bare) : null);
}

function parseFour(text: string): Address | null {
  const parts = text.split(".");
  const isPlain = parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part));
  const bytes = parts.map(Number);
  return isPlain && bytes.every((byte) => byte <= 255) ? bytes : null;
}

/** The parser of addresses in URLs knows every way of writing one, and writes it in one. */
function parseSixteen(text: string): Address | null {
  const url = URL.parse(`http://[${text}]/`);
  if (url === null) return null;
  const [head = "", tail] = url.hostname.slice(1, -1).split("::");
  const front = groups(head);
  const back = groups(tail ?? "");
  const left = 8 - front.length - back.length;
  return [...front, ...Array.from({ length: left }, () => 0), ...back]
    .flatMap((group) => [group >> 8, group & 0xff]);
}

function groups(text: string): number[] {
  return text === "" ? [] : text.split(":").map((group) => parseInt(group, 16));
}
