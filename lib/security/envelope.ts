// The envelope of what is sealed: names algorithm and key, commits to that key, and opens at the place it was sealed for
// and nowhere else. One form, read strictly: what differs in a byte is no envelope.
import { createHmac, timingSafeEqual } from "node:crypto";
import { invariant } from "../kernel/invariant.ts";
import { isUlid } from "../kernel/ulid.ts";
import { gcmOpen, gcmSeal, IV_BYTES, TAG_BYTES } from "./aes-gcm.ts";
import { LruMap } from "./lru-map.ts";
import { SealError } from "./seal-error.ts";

/** Bytes of the secret of a key. */
export const KEY_BYTES = 32;

/** Of what envelopes are: version 1, AES-256-GCM. Another algorithm is another byte. */
const VERSION = 1;
const AES_256_GCM = 1;
const ID_BYTES = 26;
const CHECK_BYTES = 32;
const CHECK_AT = 2 + ID_BYTES;
const IV_AT = CHECK_AT + CHECK_BYTES;
const FIELDS_AT = IV_AT + IV_BYTES;
/** Bytes before the names of the fields. */
const FIXED_BYTES = FIELDS_AT + 2;
const PRODUCT = "avanti";
/** Most lists of fields remembered; all families together have fewer. */
const MAX_KNOWN_FIELDS = 500;

/** A key as it works: what it seals with, and what shows that it and no other did. */
export interface DataKey {
  /** A ULID, as envelopes name it. */
  readonly id: string;
  readonly sealing: Uint8Array;
  readonly check: Uint8Array;
}

/** Where something sealed lies. */
export interface SealPlace {
  family: string;
  /** The record's own key parts, without the family's name. */
  key: readonly Deno.KvKeyPart[];
}

/** An envelope, taken apart. */
export interface Envelope {
  keyId: string;
  check: Uint8Array;
  iv: Uint8Array;
  /** Which fields are inside. */
  fields: readonly string[];
  sealed: Uint8Array;
  /** Everything before the sealed part; all of it is authenticated. */
  header: Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/**
 * The working key of a secret. GCM does not commit to its key: texts can be made that open under two. The check value,
 * derived from the same secret, says which one it was (HMAC-SHA-256 as in RFC 5869, section 2.3).
 */
export function dataKey(id: string, secret: Uint8Array): DataKey {
  invariant(secret.length === KEY_BYTES, "A key has 256 bits");
  return { id, sealing: derived(secret, "seal/1"), check: derived(secret, "check/1") };
}

/** Seals the values of fields for their place. `iv` is random: a key seals far fewer than 2^32 (SP 800-38D, 8.3). */
export function sealEnvelope(
  { id, sealing, check }: DataKey,
  place: SealPlace & { fields: readonly string[] },
  text: string,
  iv: Uint8Array,
): Uint8Array {
  const fields = encoder.encode(JSON.stringify(place.fields));
  invariant(isUlid(id), "A key is named by a ULID");
  invariant(fields.length <= 0xffff, "An envelope has too many fields");
  const header = new Uint8Array(FIXED_BYTES + fields.length);
  header[0] = VERSION;
  header[1] = AES_256_GCM;
  header.set(encoder.encode(id), 2);
  header.set(check, CHECK_AT);
  header.set(iv, IV_AT);
  new DataView(header.buffer).setUint16(FIELDS_AT, fields.length);
  header.set(fields, FIXED_BYTES);
  const associated = associatedData(place, header);
  return joined(header, gcmSeal({ key: sealing, iv, associated }, encoder.encode(text)));
}

/** The envelope in some bytes. Throws SealError("malformed"). */
export function parseEnvelope(bytes: Uint8Array): Envelope {
  let keyId = "";
  for (let at = 2; at < CHECK_AT; at++) keyId += String.fromCharCode(bytes[at] ?? 0);
  const fieldBytes = (bytes[FIELDS_AT] ?? 0) << 8 | (bytes[FIELDS_AT + 1] ?? 0);
  const sealedAt = FIXED_BYTES + fieldBytes;
  const isWhole = bytes[0] === VERSION && bytes[1] === AES_256_GCM && isUlid(keyId) &&
    bytes.length >= sealedAt + TAG_BYTES;
  const fields = isWhole ? fieldsIn(bytes.subarray(FIXED_BYTES, sealedAt)) : null;
  if (fields === null) throw new SealError("malformed");
  return {
    keyId,
    check: bytes.subarray(CHECK_AT, IV_AT),
    iv: bytes.subarray(IV_AT, FIELDS_AT),
    fields,
    sealed: bytes.subarray(sealedAt),
    header: bytes.subarray(0, sealedAt),
  };
}

/** The text of an envelope that lies at `place`. Throws SealError("altered"). */
export function openEnvelope(key: DataKey, place: SealPlace, envelope: Envelope): string {
  const { header, check, iv, keyId, sealed } = envelope;
  const isOwn = keyId === key.id && timingSafeEqual(check, key.check);
  const associated = associatedData(place, header);
  const plain = isOwn ? gcmOpen({ key: key.sealing, iv, associated }, sealed) : null;
  if (plain === null) throw new SealError("altered");
  return decoder.decode(plain);
}

function derived(secret: Uint8Array, purpose: string): Uint8Array {
  const mac = createHmac("sha256", secret).update(`${PRODUCT}/${purpose}`).digest();
  return new Uint8Array(mac);
}

/** Lists of fields that were read before: a family has a handful of them, and its rows by the thousand repeat them. */
const knownFields = new LruMap<string, readonly string[]>(MAX_KNOWN_FIELDS);

function fieldsIn(bytes: Uint8Array): readonly string[] | null {
  try {
    const text = decoder.decode(bytes);
    const known = knownFields.get(text);
    if (known !== undefined) return known;
    const fields = readFields(text);
    if (fields !== null) knownFields.set(text, fields);
    return fields;
  } catch {
    return null;
  }
}

function readFields(text: string): readonly string[] | null {
  const fields: unknown = JSON.parse(text);
  const isList = Array.isArray(fields) && fields.every((field) => typeof field === "string");
  // One way of writing it: spaces or escapes are somebody else's hand.
  return isList && JSON.stringify(fields) === text ? fields : null;
}

/**
 * Product, family and the record's key, each part with its kind and length, then the header: no two places are written
 * alike. One text is encoded once: a list part by part took ten times as long as the cipher.
 */
function associatedData(place: SealPlace, header: Uint8Array): Uint8Array {
  return joined(encoder.encode(placeText(place)), header);
}

/** A place as one text; no two are written alike. */
export function placeText({ family, key }: SealPlace): string {
  let text = written(PRODUCT) + written(family);
  for (const part of key) text += written(part);
  return text;
}

function written(part: Deno.KvKeyPart): string {
  const isBytes = part instanceof Uint8Array;
  const text = isBytes ? part.toBase64() : String(part);
  return `${isBytes ? "bytes" : typeof part} ${text.length}:${text},`;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
