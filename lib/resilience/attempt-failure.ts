// One try at a service of others that brought no answer, and what became of it.
import { GatewayError } from "../errors/gateway-error.ts";

/** Tries by what became of them: none so far. */
export const NO_TRIES = {
  answered: 0,
  /** Nobody listens, or the connection broke. */
  unreachable: 0,
  /** The time was over first. */
  slow: 0,
  /** A status of 500 or more. */
  failing: 0,
  /** Status 429: it asks for peace. */
  busy: 0,
  /** It answered something else than what was asked, or without end. */
  unreadable: 0,
};

/** What can become of a try. */
export type Outcome = keyof typeof NO_TRIES;

/** One that is a failure. */
export type FailedOutcome = Exclude<Outcome, "answered">;

/** A GatewayError that knows what became of the try; what cannot be read stays so when it is asked again. */
export class AttemptFailure extends GatewayError {
  constructor(gateway: string, readonly outcome: FailedOutcome, message: string, cause?: unknown) {
    super(gateway, message, outcome !== "unreadable", { cause });
  }
}
