// What somebody is told of a failure they must look at, and the message several of them travel in. Nothing in either says
// who anybody is: it leaves the house.
import type { ErrorCategory } from "../errors/error-category.ts";
import type { ErrorSeverity } from "../errors/error-severity.ts";
import type { Fingerprint } from "../incidents/incident.ts";

/** One failure as it was when somebody had to be told. */
export interface Alarm {
  fingerprint: Fingerprint;
  code: string;
  category: ErrorCategory;
  severity: ErrorSeverity;
  /** Route pattern or name of the work. */
  operation: string;
  /** Failures with this fingerprint so far. */
  count: number;
  /** Instants. */
  firstSeen: string;
  lastSeen: string;
  /** Under which the newest of them is found, or "". */
  reference: string;
}

/** What is sent: alarms of about the same time, or a trial. */
export interface AlarmMessage {
  /** The same at every try, so that a receiver knows a repeat. */
  id: string;
  /** When the first of them was raised, an instant. */
  at: string;
  isTrial: boolean;
  alarms: readonly Alarm[];
  /** Alarms that were only counted. */
  more: number;
}

/** A message as it waits; once somebody has begun to send it nothing is added. */
export interface StoredMessage extends AlarmMessage {
  isSealed: boolean;
}

/** The newest message: what may still be added to, and when the next one may leave. */
export interface Gathering {
  messageId: string;
  /** When it leaves, an instant. */
  dueAt: string;
}

/** Alarms named in one message; more of them have one cause. */
export const MAX_ALARMS = 20;
/** How long a message is kept, in milliseconds: a job that was given up is tried again by hand. */
export const MESSAGE_KEPT_MS = 30 * 24 * 60 * 60_000;
