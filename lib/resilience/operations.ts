// What the product itself does again, another way or later after a failure: every such operation, and the strategy of
// each. Only what is done twice without harm may be tried again; the compiler refuses the others.
import { ERROR_CATEGORIES, type ErrorCategory } from "../errors/error-category.ts";
import { Recovery } from "./recovery.ts";
import type { RecoverableWork, RecoveryMeans, RecoveryStep } from "./recovery-step.ts";

/** Every operation, and whether doing it twice is doing it once. */
export const OPERATIONS = {
  /** Reads change nothing. */
  "find-route": { isIdempotent: true },
  "find-address": { isIdempotent: true },
  "find-landmarks": { isIdempotent: true },
  "read-database": { isIdempotent: true },
  /** Failures are counted: written twice they would be two. */
  "write-failures": { isIdempotent: false },
} as const satisfies Readonly<Record<string, { isIdempotent: boolean }>>;

/** One of them. */
export type OperationName = keyof typeof OPERATIONS;

/** Steps that do the work again. */
type Again = Extract<RecoveryStep, { kind: "retry" | "refresh" }>;

/** What may be tried after a failure of an operation. */
type StepOf<Name extends OperationName> = (typeof OPERATIONS)[Name]["isIdempotent"] extends true
  ? RecoveryStep
  : Exclude<RecoveryStep, Again>;

/** Strategies by operation and by what failed; a category that is left out is told at once. */
type Strategies = {
  readonly [Name in OperationName]: Readonly<
    Partial<Record<ErrorCategory, readonly StepOf<Name>[]>>
  >;
};

/** The question was tried again where its service is asked, within its pace and its circuit; here is who stands in. */
const STAND_IN = [{ kind: "fallback" }] as const satisfies readonly RecoveryStep[];

const LATER = [{ kind: "queue" }] as const satisfies readonly RecoveryStep[];

/** The strategies. */
export const STRATEGIES: Strategies = {
  "find-route": { "external-service": STAND_IN, network: STAND_IN },
  "find-address": { "external-service": STAND_IN, network: STAND_IN },
  // Those the index has.
  "find-landmarks": { database: STAND_IN },
  // A blip of a disk is over in a moment; what is not over then is no blip.
  "read-database": { database: [{ kind: "retry", times: 1, baseMs: 20, maxMs: 100 }] },
  // They wait in memory, whatever it was.
  "write-failures": { database: LATER, internal: LATER },
};

/** A recovery that knows the product's strategies. */
export function productRecovery(means?: RecoveryMeans): Recovery {
  const recovery = new Recovery(means);
  for (const [operation, byCategory] of Object.entries(STRATEGIES)) {
    // What no strategy is for fails at once: the general one must not try it again.
    recovery.register({ operation }, []);
    const all: Partial<Record<ErrorCategory, readonly RecoveryStep[]>> = byCategory;
    for (const category of ERROR_CATEGORIES) {
      const steps = all[category];
      if (steps !== undefined) recovery.register({ operation, category }, steps);
    }
  }
  return recovery;
}

/** Work of one of the operations. */
export function ownWork<Value>(
  operation: OperationName,
  work: Omit<RecoverableWork<Value>, "operation" | "isIdempotent">,
): RecoverableWork<Value> {
  const { isIdempotent } = OPERATIONS[operation];
  return { ...work, operation, isIdempotent };
}
