// How much a failure matters to whoever runs the product: from what needs nobody to what must wake somebody.
import type { ErrorCategory } from "./error-category.ts";
import type { ErrorCode } from "./error-code.ts";

/** Every degree. */
export const ErrorSeverity = {
  /** Somebody was told what to do differently. */
  LOW: "low",
  /** Harmless once, a sign of something when it comes often. */
  MEDIUM: "medium",
  /** Somebody could not do what they came for, and it is not their fault. */
  HIGH: "high",
  /** The product cannot keep a promise: somebody must look now. */
  CRITICAL: "critical",
} as const;

/** One of the degrees. */
export type ErrorSeverity = typeof ErrorSeverity[keyof typeof ErrorSeverity];

/** All of them, the least first. */
export const ERROR_SEVERITIES: readonly ErrorSeverity[] = Object.values(ErrorSeverity);

const CATEGORY_SEVERITY: Readonly<Record<ErrorCategory, ErrorSeverity>> = {
  validation: "low",
  authentication: "low",
  authorization: "medium",
  "business-rule": "low",
  "not-found": "low",
  conflict: "low",
  "rate-limit": "medium",
  "external-service": "high",
  database: "critical",
  network: "high",
  internal: "high",
};

/** Codes that matter more or less than their category. */
const OWN_SEVERITY: ReadonlyMap<string, ErrorSeverity> = new Map<ErrorCode, ErrorSeverity>([
  // Racers that lost too often: they are asked to come back, and nothing is lost.
  ["busy", "medium"],
  // Nobody can buy anything on a day without a tariff.
  ["no-tariff", "high"],
  // A price somebody changed on the way.
  ["quote-altered", "medium"],
]);

/** The severity of a code in its category. */
export function severityOf(code: string, category: ErrorCategory): ErrorSeverity {
  return OWN_SEVERITY.get(code) ?? CATEGORY_SEVERITY[category];
}

/** True when `severity` is at least `least`. */
export function isAtLeast(severity: ErrorSeverity, least: ErrorSeverity): boolean {
  return ERROR_SEVERITIES.indexOf(severity) >= ERROR_SEVERITIES.indexOf(least);
}
