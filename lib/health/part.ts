// What the product stands on and can lose, and what people do with the product.
import { DEPENDENCY_NAMES, type DependencyName } from "../resilience/dependency.ts";

/** Parts of the product's own machine that can be lost while the process goes on. */
export const OWN_PARTS = ["database-reads", "database-writes", "database-file", "clock"] as const;

/** Something the product stands on. */
export type Part = DependencyName | typeof OWN_PARTS[number];

/** All of them. */
export const PARTS: readonly Part[] = [...DEPENDENCY_NAMES, ...OWN_PARTS];

/** Parts that cost nobody an errand and need no dispatcher: they stand on the page of failures alone. */
const UNTOLD_PARTS = [
  "webhook",
  "smtp",
  "sentry",
  "sms",
  "edge",
  "stripe",
  "fortnox",
  "provider",
  "subscriber",
  "push",
  "kms",
] as const satisfies readonly Part[];

/** A part whose loss everybody who works here is told of. */
export type ToldPart = Exclude<Part, typeof UNTOLD_PARTS[number]>;

/** True for one of them. */
export function isTold(part: Part): part is ToldPart {
  return !UNTOLD_PARTS.some((untold) => untold === part);
}

/** What a customer does. */
export const CUSTOMER_ERRANDS = [
  "find-place",
  "price",
  "book",
  "ticket",
  "change",
  "cancel",
] as const;

/** What an operator does. */
export const OPERATOR_ERRANDS = ["board", "order", "assign", "undo", "setup"] as const;

/** Something a person does with the product. */
export type Errand = typeof CUSTOMER_ERRANDS[number] | typeof OPERATOR_ERRANDS[number];

/** All of them, the customer's first. */
export const ERRANDS: readonly Errand[] = [...CUSTOMER_ERRANDS, ...OPERATOR_ERRANDS];

/** How a part is: well, doubtful but stood in for, or lost. */
export type PartStatus = "pass" | "warn" | "fail";

/** What was seen of a part. */
export interface Seen {
  /** A part, or `faults`: those of our own that nobody caught. */
  name: Part | "faults";
  status: PartStatus;
  /** What was measured: a word, or a number of `unit`. */
  observed: string | number;
  unit?: string;
  /** Instant it has been so from, where whoever looked knows it. */
  since?: string;
}

/** What is known of a part. */
export interface PartState extends Seen {
  /** Instants: from when it has been so, as far as this process saw, and when it was looked at. */
  since: string;
  time: string;
}

/** A part that is down now, and what that costs. */
export interface DownPart {
  part: ToldPart;
  /** Instant. */
  since: string;
  /** What is refused, and what goes on with something of our own. */
  refused: readonly Errand[];
  standsIn: readonly Errand[];
}
