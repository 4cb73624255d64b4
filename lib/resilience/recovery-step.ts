// The things that can be tried after a failure, and how trying them ended.
import type { ErrorCategory } from "../errors/error-category.ts";
import type { ErrorFacts } from "../errors/product-error.ts";

/** One thing to try. Steps are tried in their order until one of them settles the matter. */
export type RecoveryStep =
  /** The same again, `times` at most; only idempotent work, and only what may succeed later. */
  | { kind: "retry"; times: number; baseMs: number; maxMs: number }
  /** What is needed is fetched anew (a session, a cached row), then once again. */
  | { kind: "refresh"; refresh: (signal: AbortSignal) => Promise<void> }
  /** Another way to an answer; without `use` the work's own. */
  | { kind: "fallback"; use?: (error: ErrorFacts, signal: AbortSignal) => Promise<unknown> }
  /** What was done so far is undone; the failure stands. */
  | { kind: "compensate"; undo: (error: ErrorFacts) => Promise<void> }
  /** It is written down to be done later; the failure stands, and is told as "later". Without `put` the work's own. */
  | { kind: "queue"; put?: (error: ErrorFacts) => Promise<void> }
  | { kind: "give-up" };

/** For which failures steps are meant; what is left out fits all. */
export interface RecoveryOf {
  category?: ErrorCategory;
  operation?: string;
}

/** One thing that was tried. */
export interface RecoveryAttempt {
  kind: "call" | RecoveryStep["kind"];
  isOk: boolean;
  /** The code it failed with, "" when it went well. */
  code: string;
  durationMs: number;
}

/** How it ended. */
export type RecoveryOutcome = "succeeded" | "recovered" | "compensated" | "queued" | "gave-up";

/** What came of some work. */
export type Recovered<Value> =
  & { attempts: readonly RecoveryAttempt[] }
  & ({ outcome: "succeeded" | "recovered"; value: Value } | {
    outcome: "compensated" | "queued" | "gave-up";
    error: unknown;
    facts: ErrorFacts;
  });

/** Work that can be tried. */
export interface RecoverableWork<Value> {
  /** `charge-card`: names strategies and shows in records. */
  operation: string;
  /** True when doing it twice is doing it once; else it is never tried again. */
  isIdempotent: boolean;
  /** Milliseconds until everything, all tries included, is given up. */
  deadlineMs: number;
  run: (signal: AbortSignal) => Promise<Value>;
  /** Its own other way to an answer. */
  instead?: (error: unknown, signal: AbortSignal) => Promise<Value>;
  /** Its own way to be done later. */
  later?: (error: unknown) => Promise<void>;
  /** The caller's own wish to stop. */
  signal?: AbortSignal;
}

/** What recovery stands on; tests choose. */
export interface RecoveryMeans {
  nowMs: () => number;
  random: () => number;
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** A failed try and what is known of it. */
export interface Failure {
  error: unknown;
  facts: ErrorFacts;
}

/** A failure that nobody met, because of what was tried. */
export interface AbsorbedFailure extends Failure {
  operation: string;
  attempts: readonly RecoveryAttempt[];
}

/** What was tried, in a few words. */
export function triedWords(attempts: readonly RecoveryAttempt[]): string {
  return attempts.map(({ kind, isOk, code, durationMs }) =>
    `${kind} ${isOk ? "ok" : code} ${Math.round(durationMs)} ms`
  ).join(", ");
}
