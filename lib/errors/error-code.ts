// Every code an answer can carry: what rules refuse, what cannot be read, and what is a failure.
import type { DomainErrorCode } from "./domain-error.ts";
import type { RequestErrorCode } from "./request-error.ts";

/** A code as programs see it and texts are found by. */
export type ErrorCode = DomainErrorCode | RequestErrorCode | FailureCode;

/** Nobody's wrong but ours, or that of what we rely on; what failed stays in the log. */
export type FailureCode =
  | "service-unavailable"
  | "network-unavailable"
  | "database-unavailable"
  | "internal";
