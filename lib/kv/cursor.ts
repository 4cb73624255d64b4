// Page cursors: the last key of a page, signed, so that nobody can aim one at other rows.
import { DomainError } from "../errors/domain-error.ts";
import { base64Url } from "../kernel/ids.ts";
import { isMac, macOf } from "../kernel/mac.ts";

/** Longest cursor accepted, in characters. */
const MAX_CURSOR_CHARACTERS = 1024;

/** Makes a cursor for `scope` (which list, whose) that continues after `after`. */
export async function signCursor(
  key: CryptoKey,
  scope: string,
  after: readonly (string | number)[],
): Promise<string> {
  const payload = new TextEncoder().encode(JSON.stringify([scope, after]));
  const mac = await macOf(key, payload);
  return `${base64Url(payload)}.${base64Url(mac)}`;
}

/** Where a cursor continues. Throws DomainError("link-invalid") when it is forged or of another list. */
export async function readCursor(
  key: CryptoKey,
  scope: string,
  cursor: string,
): Promise<(string | number)[]> {
  const parts = cursor.length <= MAX_CURSOR_CHARACTERS ? cursor.split(".") : [];
  const [payloadText, macText] = parts.length === 2 ? parts : [];
  const payload = decode(payloadText);
  const mac = decode(macText);
  if (payload === null || mac === null || !await isMac(key, mac, payload)) {
    throw new DomainError("link-invalid");
  }
  const [signedScope, after] = JSON.parse(new TextDecoder().decode(payload));
  if (signedScope !== scope) throw new DomainError("link-invalid");
  return after;
}

function decode(text: string | undefined): Uint8Array<ArrayBuffer> | null {
  if (text === undefined) return null;
  try {
    const bytes = Uint8Array.fromBase64(text, { alphabet: "base64url" });
    // Spaces, padding and spare bits would make many texts of one cursor.
    return base64Url(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}
