// Seals the rows of the database: each under the key of whoever its data is of, at the place it lies.
import type { RandomBytes } from "../kernel/ids.ts";
import { invariant } from "../kernel/invariant.ts";
import { GatewayError } from "../errors/gateway-error.ts";
import type { SubjectName } from "../kv/family.ts";
import type { OpenedPart, PartToSeal, SealedPart, Sealer, SealingCommit } from "../kv/sealer.ts";
import { IV_BYTES } from "./aes-gcm.ts";
import { type Envelope, openEnvelope, parseEnvelope, placeText, sealEnvelope } from "./envelope.ts";
import type { FoundKey } from "./found-key.ts";
import type { SubjectMark } from "./keys.ts";
import { LruMap } from "./lru-map.ts";
import { saidOf, SealError } from "./seal-error.ts";
import type { SubjectKeys } from "./subject-keys.ts";

/** Most opened envelopes remembered: the rows of a busy day; about 1 kB each. */
const MAX_OPENED = 5_000;

/** The subject of rows that name nobody: their key is never destroyed. */
export const PRODUCT_SUBJECT: SubjectMark = "product";

/** What sealing needs. */
export interface RowSealerDeps {
  subjectKeys: SubjectKeys;
  randomBytes: RandomBytes;
  /** The mark of a subject that rows name. */
  markOf(subject: SubjectName): Promise<SubjectMark>;
}

/** The sealer of the product. */
export class RowSealer implements Sealer {
  readonly #deps: RowSealerDeps;
  /**
   * What was opened lately, by every byte of the envelope and its place: the same bytes at the same place open to the
   * same. Boards read the same two hundred rows again and again, and a cipher costs as much as reading a row does.
   */
  readonly #opened = new LruMap<string, Remembered>(MAX_OPENED);

  constructor(deps: RowSealerDeps) {
    this.#deps = deps;
  }

  /** Seals parts, each under its subject's key. */
  async seal(parts: readonly PartToSeal[], tx: SealingCommit): Promise<string[]> {
    const { subjectKeys, randomBytes } = this.#deps;
    const marks = await this.#marksOf(parts);
    const keys = await subjectKeys.keysOf(marks, tx);
    return parts.map((part, i) => {
      const key = keys[i];
      invariant(key !== undefined, "Each part has its key");
      const iv = new Uint8Array(randomBytes(IV_BYTES));
      return sealEnvelope(key, part, part.text, iv).toBase64();
    });
  }

  /** Opens parts; what one of them lacks is told of that one alone. */
  async open(parts: readonly SealedPart[]): Promise<OpenedPart[]> {
    const names = parts.map(nameOf);
    const known = names.map((name) => this.#opened.get(name));
    const envelopes = parts.map(({ envelope }, i) => known[i]?.envelope ?? parsed(envelope));
    const ids = envelopes.flatMap((one) => one instanceof SealError ? [] : [one.keyId]);
    const keys = (await this.#deps.subjectKeys.byIds(ids)).values();
    return parts.map((part, i) => {
      const envelope = envelopes[i] ?? new SealError("malformed");
      if (envelope instanceof SealError) return { unopened: saidOf(envelope.code) };
      const key = keys.next().value ?? new SealError("unknown-key");
      return this.#openOne({ part, envelope, key, name: names[i] ?? "", before: known[i] });
    });
  }

  /** One mark a subject: the rows of a commit are most often of one or two, and a keyed hash costs as much as three seals. */
  async #marksOf(parts: readonly PartToSeal[]): Promise<SubjectMark[]> {
    const marks = new Map<string, Promise<SubjectMark>>();
    return await Promise.all(parts.map(({ subject }) => {
      if (subject === null) return PRODUCT_SUBJECT;
      const name = `${subject.kind} ${subject.at}`;
      const mark = marks.get(name) ?? this.#deps.markOf(subject);
      marks.set(name, mark);
      return mark;
    }));
  }

  #openOne({ part, envelope, key, name, before }: ToOpen): OpenedPart {
    // What is remembered counts with its key alone: of who was erased nothing is kept.
    if (key === "erased") this.#opened.delete(name);
    if (!isKey(key)) return opened(part, envelope, key);
    if (before !== undefined) return before.part;
    const fresh = opened(part, envelope, key);
    if ("text" in fresh) this.#opened.set(name, { envelope, part: fresh });
    return fresh;
  }
}

interface Remembered {
  envelope: Envelope;
  part: OpenedPart;
}

interface ToOpen {
  part: SealedPart;
  envelope: Envelope;
  key: FoundKey;
  name: string;
  before: Remembered | undefined;
}

function isKey(key: FoundKey): boolean {
  return key !== "erased" && !(key instanceof SealError);
}

function nameOf(part: SealedPart): string {
  return placeText(part) + part.envelope;
}

function parsed(text: string): Envelope | SealError {
  try {
    return parseEnvelope(bytesOf(text));
  } catch (error) {
    if (error instanceof SealError) return error;
    throw error;
  }
}

function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.fromBase64(base64, { lastChunkHandling: "strict" });
  } catch (cause) {
    throw new SealError("malformed", { cause });
  }
}

function opened(part: SealedPart, envelope: Envelope, key: FoundKey): OpenedPart {
  const { fields } = envelope;
  if (key === "erased") return { fields, text: null };
  if (key instanceof SealError) return unopened(key);
  try {
    return { fields, text: openEnvelope(key, part, envelope) };
  } catch (error) {
    if (error instanceof SealError) return unopened(error);
    throw error;
  }
}

/** Keys that cannot be had now are no fault of the row: nobody may take it for one that is lost. */
function unopened(error: SealError): OpenedPart {
  if (error.code === "key-unavailable") {
    throw new GatewayError("keys", error.message, true, { cause: error });
  }
  return { unopened: saidOf(error.code) };
}
