// A file's hash, and whether some bytes stand in it: read a piece at a time, however large it is.
import { createHash } from "node:crypto";

/** SHA-256 of a file, hexadecimal. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  using file = await Deno.open(path);
  for await (const chunk of file.readable) hash.update(chunk);
  return hash.digest("hex");
}

/** True when the bytes stand anywhere in a file, also across two pieces of it. */
export async function fileHolds(path: string, wanted: Uint8Array): Promise<boolean> {
  using file = await Deno.open(path);
  let rest = new Uint8Array();
  for await (const chunk of file.readable) {
    const both = new Uint8Array(rest.length + chunk.length);
    both.set(rest);
    both.set(chunk, rest.length);
    if (holds(both, wanted)) return true;
    rest = both.slice(Math.max(0, both.length - wanted.length + 1));
  }
  return false;
}

function holds(bytes: Uint8Array, wanted: Uint8Array): boolean {
  const [first] = wanted;
  if (first === undefined) return true;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
