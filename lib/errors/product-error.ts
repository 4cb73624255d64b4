// One model for whatever fails: rules, requests, gateways and faults of ours, read into the same facts.
import { DomainError } from "./domain-error.ts";
import { ERROR_CATEGORY, type ErrorCategory } from "./error-category.ts";
import type { ErrorCode } from "./error-code.ts";
import { type ErrorSeverity, severityOf } from "./error-severity.ts";
import { failureCode, GatewayError } from "./gateway-error.ts";
import { RequestError } from "./request-error.ts";
import { triedOf } from "./tried.ts";
import { withoutPersonalData } from "./without-personal-data.ts";

/** Ids, counts and words of our own that belong to an error. No personal data: what looks like it is taken out. */
export type ErrorContext = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** What is known of a failure. */
export interface ErrorFacts {
  /** `quote-expired`, or a word of whoever made it: `PAYMENT_FAILED`. */
  code: string;
  category: ErrorCategory;
  severity: ErrorSeverity;
  /** For the log: what failed, in technical words. */
  technical: string;
  /** True when the same call may succeed later. */
  retriable: boolean;
  context: ErrorContext;
  cause: unknown;
}

/** An error with its facts; what `errorHandler.createError` makes. */
export class ProductError extends Error {
  override name = "ProductError";
  readonly context: ErrorContext;
  constructor(
    readonly code: string,
    readonly technical: string,
    readonly category: ErrorCategory,
    readonly severity: ErrorSeverity,
    context: ErrorContext = {},
    readonly retriable: boolean = isRetriable(category),
    options?: ErrorOptions,
  ) {
    super(withoutPersonalData(technical), options);
    this.context = cleanContext(context);
  }
}

/** The facts of anything thrown. What nobody foresaw is a fault of ours. */
export function errorFacts(error: unknown): ErrorFacts {
  const facts = factsOf(error);
  const tried = triedOf(error);
  return tried === "" ? facts : { ...facts, context: cleanContext({ ...facts.context, tried }) };
}

function factsOf(error: unknown): ErrorFacts {
  if (error instanceof ProductError) {
    const { code, category, severity, message, retriable, context, cause } = error;
    return { code, category, severity, technical: message, retriable, context, cause };
  }
  const rule = error instanceof Error && error.cause instanceof DomainError ? error.cause : error;
  if (rule instanceof DomainError) return known(rule.code, rule, rule.code === "busy");
  if (error instanceof RequestError) return known(error.code, error, false);
  if (error instanceof GatewayError) {
    const facts = known(failureCode(error), error, error.retriable);
    return { ...facts, context: { gateway: error.gateway } };
  }
  return known("internal", error, false);
}

function known(code: ErrorCode, error: unknown, retriable: boolean): ErrorFacts {
  const category = ERROR_CATEGORY[code];
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    code,
    category,
    severity: severityOf(code, category),
    technical: withoutPersonalData(message),
    retriable,
    context: {},
    cause: error instanceof Error ? error.cause : undefined,
  };
}

function isRetriable(category: ErrorCategory): boolean {
  return ["external-service", "database", "network", "rate-limit"].includes(category);
}

/** Longest text kept of one fact. */
const MAX_FACT_LENGTH = 100;
/** Most facts of one error. */
const MAX_FACTS = 20;

function cleanContext(context: ErrorContext): ErrorContext {
  const entries = Object.entries(context).filter(([, value]) => value !== undefined)
    .slice(0, MAX_FACTS);
  return Object.freeze(Object.fromEntries(entries.map(([name, value]) => [name, clean(value)])));
}

function clean(value: ErrorContext[string]): ErrorContext[string] {
  return typeof value === "string" ? withoutPersonalData(value).slice(0, MAX_FACT_LENGTH) : value;
}
