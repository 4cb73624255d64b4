// How entries of the cache are sealed: what is private under its subject's key, all else under the product's own.
import { createHmac } from "node:crypto";
import type { EntrySealer, SealedAt } from "../cache/entry-sealer.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import { GatewayError } from "../errors/gateway-error.ts";
import { DomainError } from "../errors/domain-error.ts";
import { commitWithRetry } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { gcmOpen, gcmSeal, IV_BYTES } from "../security/aes-gcm.ts";
import { openField, sealField } from "../security/field-seal.ts";
import { LruMap } from "../security/lru-map.ts";
import { SealError } from "../security/seal-error.ts";
import type { SubjectKeys, SubjectMark } from "../security/subject-keys.ts";
import { subjectMark } from "./sealing.ts";

/** What it is made of. */
export interface CacheSealingDeps {
  /** 32 bytes, the same in all instances. */
  cacheSecret: Uint8Array;
  subjectKeys: SubjectKeys;
  db: Database;
  reachKey: CryptoKey;
  randomBytes: RandomBytes;
}

/** Bytes by which a process makes its own key of the secret, so that no key seals more than one process can. */
const SALT_BYTES = 16;
/** Keys of other processes held at once; each takes one more HMAC to make anew. */
const MAX_PROCESSES = 256;
/** Subjects whose key is known by its id; without it each entry of theirs would cost a commit beside bookings. */
const MAX_SUBJECTS = 10_000;
const FIELD = "entry";

/** The sealer of this process. */
export function cacheSealer(deps: CacheSealingDeps): EntrySealer {
  const own = new OwnSeal(deps);
  const others = new SubjectSeal(deps);
  return {
    nameFor: (text) => own.nameFor(text),
    seal: async (at, subject, bytes) =>
      subject === undefined ? own.seal(at, bytes) : await others.seal(at, subject, bytes),
    open: async (at, subject, sealed) =>
      subject === undefined ? own.open(at, sealed) : await others.open(at, subject, sealed),
  };
}

/** Seals what is nobody's: read and, above all, made up by nobody who has the shared tier alone. */
class OwnSeal {
  readonly #secret: Uint8Array;
  readonly #nameSecret: Uint8Array;
  readonly #salt: Uint8Array;
  readonly #randomBytes: RandomBytes;
  readonly #keys = new LruMap<string, Uint8Array>(MAX_PROCESSES);

  constructor({ cacheSecret, randomBytes }: CacheSealingDeps) {
    this.#secret = derived(cacheSecret, "entry/1");
    this.#nameSecret = derived(cacheSecret, "name/1");
    this.#salt = new Uint8Array(randomBytes(SALT_BYTES));
    this.#randomBytes = randomBytes;
  }

  nameFor(text: string): string {
    const mac = createHmac("sha256", this.#nameSecret).update(text).digest("base64url");
    return mac.slice(0, 32);
  }

  seal(at: SealedAt, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    const iv = new Uint8Array(this.#randomBytes(IV_BYTES));
    const input = { key: this.#keyOf(this.#salt), iv, associated: placeOf(at) };
    const body = gcmSeal(input, bytes);
    const sealed = new Uint8Array(SALT_BYTES + IV_BYTES + body.length);
    sealed.set(this.#salt);
    sealed.set(iv, SALT_BYTES);
    sealed.set(body, SALT_BYTES + IV_BYTES);
    return sealed;
  }

  open(at: SealedAt, sealed: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
    const iv = sealed.subarray(SALT_BYTES, SALT_BYTES + IV_BYTES);
    const key = this.#keyOf(sealed.subarray(0, SALT_BYTES));
    const body = sealed.subarray(SALT_BYTES + IV_BYTES);
    const plain = gcmOpen({ key, iv, associated: placeOf(at) }, body);
    return plain === null ? null : new Uint8Array(plain);
  }

  #keyOf(salt: Uint8Array): Uint8Array {
    const name = salt.toBase64();
    const held = this.#keys.get(name);
    if (held !== undefined) return held;
    const key = derived(this.#secret, name);
    this.#keys.set(name, key);
    return key;
  }
}

/** Seals what is somebody's: once their key is destroyed nobody opens it any more. */
class SubjectSeal {
  readonly #deps: CacheSealingDeps;
  readonly #keyIds = new LruMap<string, string>(MAX_SUBJECTS);

  constructor(deps: CacheSealingDeps) {
    this.#deps = deps;
  }

  async seal(
    at: SealedAt,
    subject: string,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<Uint8Array<ArrayBuffer> | null> {
    return await orNull(async () => {
      const key = await this.#keyOf(subject);
      if (key === null) return null;
      const text = sealField(key, fieldAt(at), bytes.toBase64(), this.#deps.randomBytes);
      return new TextEncoder().encode(text);
    });
  }

  async open(
    at: SealedAt,
    _subject: string,
    sealed: Uint8Array<ArrayBuffer>,
  ): Promise<Uint8Array<ArrayBuffer> | null> {
    return await orNull(async () => {
      const { subjectKeys } = this.#deps;
      const text = new TextDecoder().decode(sealed);
      const opened = await openField((id) => subjectKeys.byId(id), fieldAt(at), text);
      return opened === null ? null : Uint8Array.fromBase64(opened);
    });
  }

  async #keyOf(subject: string) {
    const { subjectKeys, db } = this.#deps;
    const known = this.#keyIds.get(subject);
    if (known !== undefined) {
      const key = await subjectKeys.byId(known);
      if (key !== "erased") return key;
      this.#keyIds.delete(subject);
      return null;
    }
    const mark = await this.#markOf(subject);
    const { value: key } = await commitWithRetry(db, (tx) => subjectKeys.keyOf(mark, tx));
    this.#keyIds.set(subject, key.id);
    return key;
  }

  #markOf(subject: string): Promise<SubjectMark> {
    const slash = subject.indexOf("/");
    const name = { kind: subject.slice(0, slash), at: subject.slice(slash + 1) };
    return subjectMark(this.#deps.reachKey, name);
  }
}

/** A cache goes on without what cannot be sealed or opened now. */
async function orNull<Value>(work: () => Promise<Value | null>): Promise<Value | null> {
  try {
    return await work();
  } catch (error) {
    const isExpected = error instanceof SealError || error instanceof GatewayError ||
      error instanceof DomainError;
    if (isExpected) return null;
    throw error;
  }
}

function fieldAt({ kind, key }: SealedAt) {
  return { record: `cache-${kind}`, id: key, field: FIELD };
}

function placeOf({ kind, key }: SealedAt): Uint8Array {
  return new TextEncoder().encode(`avanti cache ${kind} ${key}`);
}

function derived(secret: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(createHmac("sha256", secret).update(purpose).digest());
}
