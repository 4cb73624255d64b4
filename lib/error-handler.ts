// Front door to errors: make one, hand one over, have something done with what its failure asks for, see what failed.
import { ErrorCategory } from "./errors/error-category.ts";
import { ErrorSeverity, isAtLeast } from "./errors/error-severity.ts";
import {
  type ErrorContext,
  type ErrorFacts,
  errorFacts,
  ProductError,
} from "./errors/product-error.ts";
import { errorText } from "./i18n/error-text.ts";
import type { IncidentLog } from "./incidents/incident-log.ts";
import { analyse, byConcern, type ErrorAnalytics } from "./incidents/incident-rules.ts";
import type { IncidentStore } from "./incidents/incident-store.ts";
import type { Clock } from "./kernel/clock.ts";
import { failureReference, type RandomBytes } from "./kernel/ids.ts";
import type { Logger } from "./kernel/log.ts";
import { ownWork } from "./resilience/operations.ts";
import type { Recovery } from "./resilience/recovery.ts";
import {
  type AbsorbedFailure,
  type RecoverableWork,
  type Recovered,
  triedWords,
} from "./resilience/recovery-step.ts";
import type { Trail } from "./trail/trail.ts";

export { ErrorCategory, ErrorSeverity, ProductError };
export type { ErrorAnalytics, ErrorContext, RecoverableWork, Recovered };

/** What an error handler stands on. */
export interface ErrorHandlerDeps {
  log: Logger;
  clock: Clock;
  randomBytes: RandomBytes;
  incidents: IncidentLog;
  incidentStore: IncidentStore;
  recovery: Recovery;
}

/** How long writing failures away may take, in milliseconds. */
const WRITE_DEADLINE_MS = 10_000;

/** What is known where an error is handed over. */
export interface HandlingContext {
  /** `capture-payment`: what was being done. */
  operation?: string;
  /** The reference the person sees already; one is made otherwise. */
  reference?: string;
  /** Whom it happened to; only a keyed hash is kept, for counting people. */
  userId?: string;
  /** Of a failure in a page: the minute before. */
  trail?: Trail;
}

/** What came of handing an error over. */
export interface HandledError
  extends Pick<ErrorFacts, "code" | "category" | "severity" | "retriable"> {
  /** `7F3K-22QD`: read out on the phone, found by operators and in the log. */
  reference: string;
  /** Of all failures that are the same one. */
  fingerprint: string;
  /** What a person is told, by language. */
  message: { sv: string; en: string };
}

/** Makes errors, takes them, recovers from them, and says what failed lately. */
export class ErrorHandler {
  /** What is tried after which failure: `register` says more. */
  readonly recovery: Recovery;
  readonly #deps: ErrorHandlerDeps;

  constructor(deps: ErrorHandlerDeps) {
    this.#deps = deps;
    this.recovery = deps.recovery;
    this.recovery.listen((absorbed) => this.#noteAbsorbed(absorbed));
  }

  /**
   * An error with its facts, to be thrown or handed over. `code` is a word for programs, `technical` a sentence for the
   * log, `context` ids and counts; what looks like personal data is taken out of both. Whether it may be tried again
   * follows from the category unless `retriable` says so.
   */
  createError(
    code: string,
    technical: string,
    category: ErrorCategory,
    severity: ErrorSeverity,
    context: ErrorContext = {},
    { retriable, ...options }: ErrorOptions & { retriable?: boolean } = {},
  ): ProductError {
    return new ProductError(code, technical, category, severity, context, retriable, options);
  }

  /**
   * Takes whatever was thrown: one record in the log, counted with its like, and on the feed when it is critical. Never
   * throws. The incident is in the database when it resolves; where the database is what failed, it is written later.
   */
  async handleError(error: unknown, context: HandlingContext = {}): Promise<HandledError> {
    const { operation = "unknown", userId = "" } = context;
    const reference = context.reference ?? failureReference(this.#deps.randomBytes);
    const facts = errorFacts(error);
    const { code, category, severity, retriable } = facts;
    this.#record(facts, reference, operation, error);
    const { fingerprint } = this.#deps.incidents.note(error, {
      operation,
      reference,
      person: userId,
      ...(context.trail === undefined ? {} : { trail: context.trail }),
    });
    await this.#writeAway();
    const message = { sv: errorText(code, category, "sv"), en: errorText(code, category, "en") };
    return { reference, fingerprint, code, category, severity, retriable, message };
  }

  /**
   * Does `work`, and what its failure asks for. A failure that stands is handed over as `handleError` does. Resolves in
   * any case; `outcome` says how it ended, `attempts` what was tried.
   */
  async run<Value>(work: RecoverableWork<Value>): Promise<Recovered<Value>> {
    const done = await this.recovery.run(work);
    if ("error" in done) await this.handleError(done.error, { operation: work.operation });
    return done;
  }

  /** Failures of the last 24 hours in figures, and the incidents behind them, what matters most first. */
  async getAnalytics() {
    const nowMs = this.#deps.clock.now().epochMilliseconds;
    const incidents = await this.#deps.incidentStore.list();
    return { stats: analyse(incidents, nowMs), incidents: byConcern(incidents, nowMs) };
  }

  /** Writes away what waits; what the database does not take waits on, and a round of the incidents' room comes back. */
  async #writeAway(): Promise<void> {
    await this.recovery.run(ownWork("write-failures", {
      deadlineMs: WRITE_DEADLINE_MS,
      run: () => this.#deps.incidents.flush(),
      later: (error) =>
        Promise.resolve(this.#deps.log.warn("failures wait to be written", { error })),
    }));
  }

  /** Nobody met it, but whoever runs the product wants to know how often it comes and what helped. */
  #noteAbsorbed({ operation, facts, attempts }: AbsorbedFailure): void {
    const { code, category, technical, context } = facts;
    const told = { ...context, tried: triedWords(attempts) };
    this.#deps.incidents.note(
      new ProductError(code, technical, category, ErrorSeverity.MEDIUM, told),
      { operation, reference: failureReference(this.#deps.randomBytes) },
    );
  }

  #record(
    { code, severity, retriable }: ErrorFacts,
    reference: string,
    operation: string,
    error: unknown,
  ): void {
    const facts = { requestId: reference, code, id: operation, retriable };
    if (isAtLeast(severity, "high")) {
      this.#deps.log.error("an operation failed", { ...facts, error });
    } else this.#deps.log.info("an operation was refused", facts);
  }
}

/** The error handler as a service. */
export function errorHandlerServices(below: ErrorHandlerDeps): { errorHandler: ErrorHandler } {
  return { errorHandler: new ErrorHandler(below) };
}
