// Signed notes with Ed25519 keys, as https://c2sp.org/signed-note says them: a text, a blank line, and signature lines.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { invariant } from "../kernel/invariant.ts";

/** The type byte of Ed25519 signatures. */
const ED25519 = 0x01;
const PUBLIC_KEY_BYTES = 32;
const KEY_ID_BYTES = 4;
const SIGNATURE_BYTES = 64;
/** Most signatures looked at in one note; the specification asks for sixteen at least. */
const MAX_SIGNATURES = 32;
/** What stands before the 32 bytes of a private key in PKCS #8 (RFC 8410). */
const PKCS8_HEAD = Uint8Array.fromHex("302e020100300506032b657004220420");

/** Signs notes under a name. */
export interface NoteSigner {
  name: string;
  /** What verifiers are given: `name+id+key`, as Go's sumdb writes it. */
  verifierKey: string;
  /** The whole note of a text that ends in a newline. */
  sign(text: string): string;
}

/** Knows one key. */
export interface NoteVerifier {
  name: string;
  id: Uint8Array;
  key: KeyObject;
}

/** A note that is none, or that no known key has signed. */
export class NoteError extends Error {
  override name = "NoteError";
}

/** The signer whose key is made of 32 secret bytes. */
export function noteSigner(name: string, seed: Uint8Array): NoteSigner {
  invariant(isKeyName(name), `No name of a key: ${name}`);
  const der = Uint8Array.from([...PKCS8_HEAD, ...seed]);
  const key = createPrivateKey({
    key: der.toBase64(),
    format: "der",
    type: "pkcs8",
    encoding: "base64",
  });
  const { x = "" } = createPublicKey(key).export({ format: "jwk" });
  const publicKey = Uint8Array.fromBase64(x, { alphabet: "base64url" });
  const id = keyId(name, publicKey);
  return {
    name,
    verifierKey: `${name}+${id.toHex()}+${Uint8Array.from([ED25519, ...publicKey]).toBase64()}`,
    sign(text) {
      invariant(isNoteText(text), "A note is text that ends in a newline");
      const signature = sign(null, new TextEncoder().encode(text), key);
      return `${text}\n— ${name} ${Uint8Array.from([...id, ...signature]).toBase64()}\n`;
    },
  };
}

/** The verifier of a key as `verifierKey` writes it. Throws NoteError. */
export function noteVerifier(verifierKey: string): NoteVerifier {
  const [, name = "", hex = "", encoded = ""] =
    /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(verifierKey.trim()) ?? [];
  const [type, ...rest] = fromBase64(encoded) ?? [];
  const publicKey = Uint8Array.from(rest);
  if (type !== ED25519 || publicKey.length !== PUBLIC_KEY_BYTES || !isKeyName(name)) {
    throw new NoteError("No key of an Ed25519 signer as name+id+key");
  }
  const id = keyId(name, publicKey);
  if (id.toHex() !== hex) throw new NoteError("The key's id is of another key");
  const x = publicKey.toBase64({ alphabet: "base64url", omitPadding: true });
  const jwk = { kty: "OKP", crv: "Ed25519", x };
  return { name, id, key: createPublicKey({ key: jwk, format: "jwk" }) };
}

/**
 * The text of a note that the key has signed. Signatures of others are passed over. Throws NoteError when it is no note,
 * when there is no signature of this key, or a wrong one.
 */
export function openNote(note: string, { name, id, key }: NoteVerifier): string {
  const cut = note.lastIndexOf("\n\n");
  const text = note.slice(0, cut + 1);
  const lines = note.slice(cut + 2).split("\n");
  if (cut < 1 || lines.pop() !== "" || !isNoteText(text) || hasControls(note)) {
    throw new NoteError("This is no signed note");
  }
  if (lines.length === 0 || lines.length > MAX_SIGNATURES) {
    throw new NoteError("No or too many signatures");
  }
  let isSigned = false;
  for (const line of lines) {
    const signature = signatureOf(line);
    if (signature.name !== name || !isSame(signature.id, id)) continue;
    if (!isGood(text, signature.bytes, key)) throw new NoteError("The signature is wrong");
    isSigned = true;
  }
  if (!isSigned) throw new NoteError(`No signature of ${name}`);
  return text;
}

function signatureOf(line: string): { name: string; id: Uint8Array; bytes: Uint8Array } {
  const [, name = "", encoded = ""] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (!isKeyName(name) || bytes === null || bytes.length <= KEY_ID_BYTES) {
    throw new NoteError("A signature line cannot be read");
  }
  return { name, id: bytes.slice(0, KEY_ID_BYTES), bytes: bytes.slice(KEY_ID_BYTES) };
}

function isGood(text: string, signature: Uint8Array, key: KeyObject): boolean {
  return signature.length === SIGNATURE_BYTES &&
    verify(null, new TextEncoder().encode(text), key, signature);
}

/** The first four bytes of SHA-256 over name, newline, type and key. */
function keyId(name: string, publicKey: Uint8Array): Uint8Array {
  const hash = createHash("sha256").update(`${name}\n`).update(Uint8Array.of(ED25519));
  return Uint8Array.from(hash.update(publicKey).digest().subarray(0, KEY_ID_BYTES));
}

function isKeyName(name: string): boolean {
  return name !== "" && !/[\s+\p{Z}]/u.test(name);
}

function isNoteText(text: string): boolean {
  return text.endsWith("\n") && !hasControls(text);
}

function hasControls(text: string): boolean {
  // deno-lint-ignore no-control-regex -- the specification forbids exactly these
  return /[\u0000-\u0009\u000b-\u001f]/.test(text);
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.fromBase64(text, { lastChunkHandling: "strict" });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}
