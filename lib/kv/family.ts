// Key families: one shape of key, the rows behind it, and what must be known about them. Rooms declare their
// own in `<room>/keys.ts`; no key is made elsewhere.

import type { Shape } from "../kernel/shape.ts";

/** C0 public, C1 internal, C2 personal, C3 sensitive (trips), C4 secret. */
export type PrivacyClass = "C0" | "C1" | "C2" | "C3" | "C4";

/** Whose personal data a row holds. */
export type Subject = "customer" | "driver" | "operator" | "person" | "permit holder" | "nobody";

/** What ends a row's life. Rows that must not be used late carry their own `expiresAt` beside it. */
export type Kept =
  /** Until retention or erasure takes it. */
  | { until: "erased" }
  /** Until the run of retention takes it, by a rule of that name. */
  | { until: "rule"; rule: string }
  /** A round deletes it once `endsMs` is past, at most this long after it was written. */
  | { until: "expiry"; atMostMs: number }
  /** Until the work it stands for is done. */
  | { until: "done" }
  /** A round deletes what is older. */
  | { until: "age"; ms: number };

/** Why rows of class C2 or above are not sealed; a closed set, for each is a promise about their fields. */
export type UnsealedReason =
  /** Keyed marks, ids of rows and times: whose they are, nobody can say without a key. */
  | "keyed marks, ids and times only"
  /** Hashes of secrets that were never stored, with ids and times. */
  | "hashes only"
  /** Its text is sealed by its own room with the product's key. */
  | "sealed by its room"
  /** A subscriber's news and what is posted: ids, times and prices of rides, and nobody's name or place. */
  | "facts of rides without a person"
  /** Names of our own controls and routes; nothing anybody wrote. */
  | "words of our own only"
  /** Wrapped keys. */
  | "wrapped keys"
  /** Rows on their way, each sealed for its own place. */
  | "rows that are sealed themselves";

/** How rows of earlier releases are read. */
export interface StoredForm<Value> {
  /** Raised whenever the shape of a stored row changes; rows without a mark are of version 1. */
  version: number;
  /** A row of an earlier version as today's code writes it. Runs at every read of such a row. */
  upgrade: (stored: unknown, version: number) => Value;
}

/** Whose data a row holds: a word for the kind of subject and who of them. */
export interface SubjectName {
  readonly kind: string;
  readonly at: string;
}

/** Whoever the data of another row is of; that row may be written in the same commit. */
export interface SubjectOfRow {
  readonly like: Key<unknown>;
}

/** Which fields of a row are sealed, and under whose key. */
export interface Sealed<Row> {
  /** Paths such as `contact` or `trip.from`; `*` is every element or name. */
  fields: readonly string[];
  /** Whose key; null where nobody is named yet: then it is the product's own. */
  subject(row: Row, key: Deno.KvKey): SubjectName | SubjectOfRow | null;
  /** What each path reads as once the key has been destroyed. */
  erased: Readonly<Record<string, unknown>>;
}

/** What a program must know about the rows of a family. */
export interface FamilyFacts<Value> {
  privacy: PrivacyClass;
  subject: Subject;
  kept: Kept;
  /** When a row that is kept until its expiry is over, in epoch milliseconds. Never earlier than its last use. */
  endsMs?(row: Value, key: Deno.KvKey): number;
  /** Absent: rows are as the first release wrote them. */
  stored?: StoredForm<Value>;
  /** What of a row is sealed. */
  sealed?: Sealed<Value>;
  /** Why nothing of a row is, though it is personal. */
  unsealed?: UnsealedReason;
  /** What a row of today looks like; what does not is never handed out. */
  shape?: Shape;
}

const FAMILY: unique symbol = Symbol("family");

/** A key that knows the family, and so the type, of its row. */
export type Key<Value> = Deno.KvKey & { readonly [FAMILY]?: Rows<Value> };

/** What reading and writing need of a family. */
export interface Rows<Value> extends FamilyFacts<Value> {
  readonly name: string;
}

/** Makes the keys of one family. */
export interface KeyFamily<Args extends readonly Deno.KvKeyPart[], Value> extends Rows<Value> {
  (...args: Args): Key<Value>;
  /** First parts, for listing the whole family. */
  readonly prefix: Key<Value>;
  /** A key of the family that was found in the database. */
  keyOf(key: Deno.KvKey): Key<Value>;
  /** The first parts of some rows, for listing those that begin with them. */
  under(...parts: Partial<Args>): Key<Value>;
}

/** A family whatever its rows are; what the registry lists. */
export type AnyFamily = Rows<unknown> & {
  readonly prefix: Deno.KvKey;
  /** A key of the family that was found in the database. */
  keyOf(key: Deno.KvKey): Key<unknown>;
};

/** Declares a family. `name` is the first part of its keys: the word a dispatcher would use. */
export function family<Args extends readonly Deno.KvKeyPart[], Value>(
  name: string,
  facts: FamilyFacts<Value>,
): KeyFamily<Args, Value> {
  const key = (...parts: readonly unknown[]) => marked<Value>([name, ...parts] as Deno.KvKeyPart[]);
  const marked = <Row>(parts: Deno.KvKey): Key<Row> =>
    Object.defineProperty(parts, FAMILY, { value: declared });
  const declared = Object.assign((...args: Args) => key(...args), {
    ...facts,
    under: (...parts: Partial<Args>) => key(...parts),
    keyOf: ([, ...parts]: Deno.KvKey) => key(...parts),
  }) as KeyFamily<Args, Value>;
  // A function has a name of its own that cannot be assigned.
  Object.defineProperty(declared, "name", { value: name });
  return Object.defineProperty(declared, "prefix", { value: key(), enumerable: true });
}

/** The family of a key, or undefined for keys that no family made. */
export function familyOf<Value>(key: Key<Value>): Rows<Value> | undefined {
  return key[FAMILY];
}
