// A veil: that somebody's identity is protected (skyddade personuppgifter), since when, why, and everything that was done to it.
// Whom it is about is known by keyed marks alone.
import type { SubjectMark } from "../security/subject-keys.ts";

/** Who set or lifted it. */
export interface VeilActor {
  /** Whom it protects, somebody of the staff, or the product itself. */
  kind: "self" | "staff" | "system";
  /** The name of who works here; "" for the others. */
  name: string;
}

/** What was done to a veil; only ever added to. */
export interface VeilStep {
  type: "set" | "lifted";
  /** Instant. */
  at: string;
  by: VeilActor;
  /** Why, in words of who did it; "" for who asked for it themselves. */
  reason: string;
}

/** Whose identity it is: a customer's, or a driver's. */
export type VeilKind = "customer" | "driver";

/** A veil as it is stored. */
export interface Veil {
  id: string;
  kind: VeilKind;
  /** Every mark its person is known by here, at least one. */
  marks: readonly SubjectMark[];
  /** True while it is set. */
  isSet: boolean;
  /** Oldest first. */
  steps: readonly VeilStep[];
}

/** Longest reason, in characters. */
export const MAX_VEIL_REASON = 200;
/** Shortest reason: a word says nothing to who reads it later. */
export const MIN_VEIL_REASON = 10;
/** Most steps of one veil; set and lifted a hundred times it is another matter than protection. */
export const MAX_STEPS = 200;

/** The veil with one more step. */
export function stepped(veil: Veil, step: VeilStep): Veil {
  return { ...veil, isSet: step.type === "set", steps: [...veil.steps, step].slice(-MAX_STEPS) };
}
