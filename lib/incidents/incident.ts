// Failures that are the same failure: how often, since when, for how many people, where.
import type { ErrorCategory } from "../errors/error-category.ts";
import type { ErrorSeverity } from "../errors/error-severity.ts";
import type { Trail } from "../trail/trail.ts";

/** Sixteen hexadecimal digits that stay the same from build to build. */
export type Fingerprint = string;

/** All failures with one fingerprint. */
export interface Incident {
  fingerprint: Fingerprint;
  code: string;
  category: ErrorCategory;
  severity: ErrorSeverity;
  /** Route pattern or name of the work: `/bookings`, `jobs`. */
  operation: string;
  /** The newest technical text, without personal data. */
  technical: string;
  /** Where in our sources, innermost first: `lib/pricing/fare-rules.ts priceOf`. */
  frames: readonly string[];
  /** Instants. */
  firstSeen: string;
  lastSeen: string;
  count: number;
  /** Failures by hour of UTC, `2026-11-27T02`, the newest MAX_HOURS of them. */
  hours: Readonly<Record<string, number>>;
  /** Keyed hashes of those it happened to, at most MAX_PEOPLE; more are "at least so many". */
  people: readonly string[];
  /** References of the newest, the last first. */
  references: readonly string[];
  /** When whoever watches was last told, an instant, or null. */
  alarmedAt: string | null;
}

/** Hours of which failures are counted apart: a week. */
export const MAX_HOURS = 7 * 24;
/** People told apart. */
export const MAX_PEOPLE = 50;
/** References kept with an incident. */
export const MAX_REFERENCES = 20;
/** How long an incident is kept after its last failure, in milliseconds. */
export const INCIDENT_KEPT_MS = 90 * 24 * 60 * 60_000;
/** How long one failure is found by its reference, in milliseconds. */
export const REFERENCE_KEPT_MS = 30 * 24 * 60 * 60_000;

/** One failure as it is found by the reference a person reads out. */
export interface NotedFailure {
  reference: string;
  fingerprint: Fingerprint;
  at: string;
  operation: string;
  code: string;
  /** Ids and words of our own that were known. */
  context: Readonly<Record<string, string | number | boolean | null>>;
}

/** The minute before a failure in a page, kept as long as the failure is found by its reference. */
export interface KeptTrail extends Trail {
  /** When the page failed, an instant. */
  at: string;
}

/** One failure more. */
export interface Occurrence {
  fingerprint: Fingerprint;
  code: string;
  category: ErrorCategory;
  severity: ErrorSeverity;
  operation: string;
  technical: string;
  frames: readonly string[];
  at: string;
  /** "" when nobody read one. */
  reference: string;
  /** Keyed hash of whom it happened to, "" when nobody was there. */
  person: string;
  context: NotedFailure["context"];
  /** The minute before, of a failure in a page. */
  trail: Trail | null;
}
