// The families of data keys: one key a data subject, wrapped; what is left of it after it was destroyed; what is known of the
// keys they are wrapped with. No row holds a key that opens anything by itself.
import { either, instant, number, orNull, record, text } from "../kernel/shape.ts";
import { family } from "../kv/family.ts";
import { type Refusal, REFUSAL_KEPT_DAYS, type RefusalRule, refusalShape } from "./refusal.ts";

/** Names a data subject: a keyed mark of their number, address or account, or the id of a driver or permit holder. */
export type SubjectMark = string;

/** A key as it is stored: for ever wrapped, or gone. */
export type SubjectKeyRow = WrappedKey | ErasedKey;

/** A key under a key-encryption key. */
export interface WrappedKey {
  /** IV and ciphertext with its tag, base64. */
  wrapped: string;
  /** Version of the key-encryption key. */
  kek: number;
  /** Check value of the key, base64. */
  check: string;
}

/** A key that was destroyed, and with it all that it sealed. */
export interface ErasedKey {
  erasedAt: string;
}

/** That a key was destroyed; outlives every backup. */
export interface Erasure {
  keyId: string;
  at: string;
  /** The request it was done for, or null. */
  requestId: string | null;
}

const wrappedShape = record<WrappedKey>({ wrapped: text, kek: number, check: text });
const erasedShape = record<ErasedKey>({ erasedAt: instant });

/** What is known of a version of the key-encryption key; the key itself is elsewhere. */
export interface KekRow {
  /** By what the version is known again; null until a start has seen it. Says nothing about the key. */
  check: string | null;
  /** Instant. */
  firstUsedAt: string;
  /** How often it was used, at most: reserved in blocks. */
  uses: number;
  /** Instant from which nothing may be wrapped with it; null while something is. */
  retiredAt: string | null;
}

/** How far the newest rotation of the key-encryption key has come. */
export interface RotationRow {
  /** The version data keys are moved to. */
  to: number;
  /** Id of the last data key that was looked at; "" before the first. */
  after: string;
  /** Data keys looked at in this walk, and those moved in all walks. */
  looked: number;
  rewrapped: number;
  /** Data keys of this walk that were damaged, and left as they are. */
  stuck: number;
  /** Instants: the beginning, the end of the walk over all keys, and when older versions were retired. */
  startedAt: string;
  movedAt: string | null;
  finishedAt: string | null;
}

const rotationShape = record<RotationRow>({
  ...{ to: number, after: text, looked: number, rewrapped: number, stuck: number },
  ...{ startedAt: instant, movedAt: orNull(instant), finishedAt: orNull(instant) },
});

const kekRowShape = record<KekRow>({
  check: orNull(text),
  firstUsedAt: instant,
  uses: number,
  retiredAt: orNull(instant),
});

const REFUSAL_KEPT_MS = REFUSAL_KEPT_DAYS * 24 * 60 * 60_000;

/** Families of this room. */
export const securityKeys = {
  /** Which key is whose, by keyed mark; goes with the key. */
  subjectKeyOf: family<[mark: SubjectMark], string>("subjectKeyOf", {
    privacy: "C2",
    subject: "person",
    kept: { until: "erased" },
    unsealed: "keyed marks, ids and times only",
    shape: text,
  }),
  /** Keys by the id that envelopes name. A destroyed one leaves when: what it sealed is told from what is damaged. */
  subjectKey: family<[keyId: string], SubjectKeyRow>("subjectKey", {
    privacy: "C4",
    subject: "person",
    kept: { until: "erased" },
    unsealed: "wrapped keys",
    shape: either(wrappedShape, erasedShape),
  }),
  /** Erasures in their order; replayed on whatever is restored. */
  erasureLedger: family<[id: string], Erasure>("erasureLedger", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: record<Erasure>({ keyId: text, at: instant, requestId: orNull(text) }),
  }),
  /** The newest erasure: processes that hold keys in memory look whether it is another. */
  newestErasure: family<[], string>("newestErasure", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: text,
  }),
  /** Versions of the key-encryption key: how often used, whether retired. */
  keyEncryptionKey: family<[version: number], KekRow>("keyEncryptionKey", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: kekRowShape,
  }),
  /** That a limit refused somebody on a day, by the keyed mark of their number, account or network. */
  limitRefusal: family<[mark: SubjectMark, day: string, rule: RefusalRule], Refusal>(
    "limitRefusal",
    {
      privacy: "C2",
      subject: "person",
      kept: { until: "expiry", atMostMs: REFUSAL_KEPT_MS },
      endsMs: ({ at }) => Date.parse(at) + REFUSAL_KEPT_MS,
      unsealed: "keyed marks, ids and times only",
      shape: refusalShape,
    },
  ),
  /** The newest rotation; moved in the commit of its effect. */
  keyRotation: family<[], RotationRow>("keyRotation", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: rotationShape,
  }),
} as const;
