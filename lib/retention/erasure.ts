// An erasure under way: whose data, by keyed marks, and how far it has come.

/** What is done, in this order: whoever is cut off goes on with the step that was not finished. */
export const ERASURE_STEPS = [
  /** Who outside was handed something: written down while it is still known. */
  "recipients",
  /** Rides: their customer is forgotten; messages, browsers and indexes go. */
  "rides",
  /** The account with every way in. */
  "account",
  /** The keys: what is sealed anywhere, in backups too, can never be read again. */
  "keys",
  /** Those outside are told. Then whoever asked is. */
  "telling",
] as const;

/** One of them. */
export type ErasureStep = typeof ERASURE_STEPS[number];

/** An erasure. */
export interface Erasure {
  requestId: string;
  /** The keyed marks of the subject: of the account, the number, the address. */
  marks: readonly string[];
  /** Marks their rides were found by besides: of who is reached there nothing else may be left, or much. */
  otherMarks?: readonly string[];
  /** The account; null for a guest. */
  personId: string | null;
  /** The step that is next, or under way. */
  step: ErasureStep;
  changedAt: string;
  /** Null while it goes on. */
  finishedAt: string | null;
}

/** What speaks against an erasure now, told to whoever carries it out. */
export type Blocker =
  /** Rides that have not ended: they are cancelled or driven first. */
  | { kind: "rides-ahead"; references: readonly string[] }
  /** Rides that somebody keeps back for a claim or a dispute. */
  | { kind: "legal-hold"; references: readonly string[] }
  /** Somebody who works here or drives is released first. */
  | { kind: "has-duties" };
