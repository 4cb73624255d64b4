// Seals the rows of the database: each under the key of whoever its data is of, at the place it lies.
import type { RandomBytes } from "../kernel/ids.ts";
import { GatewayError } from "../errors/gateway-error.ts";
import type { SubjectName } from "../kv/family.ts";
import type { OpenedPart, PartToSeal, SealedPart, Sealer, SealingCommit } from "../kv/sealer.ts";
import { IV_BYTES } from "./aes-gcm.ts";
import { type Envelope, openEnvelope, parseEnvelope, sealEnvelope } from "./envelope.ts";
import type { SubjectMark } from "./keys.ts";
import { saidOf, SealError } from "./seal-error.ts";
import type { FoundKey, SubjectKeys } from "./subject-keys.ts";

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

  constructor(deps: RowSealerDeps) {
    this.#deps = deps;
  }

  /** Seals parts, each under its subject's key. */
  async seal(parts: readonly PartToSeal[], tx: SealingCommit): Promise<Uint8Array[]> {
    const { subjectKeys, randomBytes, markOf } = this.#deps;
    const envelopes: Uint8Array[] = [];
    for (const part of parts) {
      const mark = part.subject === null ? PRODUCT_SUBJECT : await markOf(part.subject);
      const key = await subjectKeys.keyOf(mark, tx);
      envelopes.push(sealEnvelope(key, part, part.text, new Uint8Array(randomBytes(IV_BYTES))));
    }
    return envelopes;
  }

  /** Opens parts; what one of them lacks is told of that one alone. */
  async open(parts: readonly SealedPart[]): Promise<OpenedPart[]> {
    const envelopes = parts.map(({ envelope }) => parsed(envelope));
    const ids = envelopes.flatMap((one) => one instanceof SealError ? [] : [one.keyId]);
    const keys = (await this.#deps.subjectKeys.byIds(ids)).values();
    return parts.map((part, i) => {
      const envelope = envelopes[i] ?? new SealError("malformed");
      if (envelope instanceof SealError) return { unopened: saidOf(envelope.code) };
      return opened(part, envelope, keys.next().value ?? new SealError("unknown-key"));
    });
  }
}

function parsed(bytes: Uint8Array): Envelope | SealError {
  try {
    return parseEnvelope(bytes);
  } catch (error) {
    if (error instanceof SealError) return error;
    throw error;
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
