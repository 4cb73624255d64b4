// What the product tells whoever runs it: one line of JSON an event, with facts that never name a person.
import type { Clock } from "./clock.ts";

/** From what only a developer asks for to what somebody must look at. */
export const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;

/** How much an event matters. */
export type LogLevel = typeof LOG_LEVELS[number];

/**
 * What may be said about an event: ids, codes, patterns and counts. The list is closed, so that a name, a
 * telephone number or a secret of a link has no field to be written in.
 */
export interface LogFacts {
  /** The reference that a person sees on an error page. */
  requestId?: string;
  method?: string;
  /** The pattern of the route, never the path: paths carry secrets. */
  route?: string;
  status?: number;
  /** A word of our own: a DomainError's code, a kind of job, the state of a link. */
  code?: string;
  /** The id of what the event is about. */
  id?: string;
  count?: number;
  retriable?: boolean;
  /** What was thrown; written as text, without what it may know of secrets. */
  error?: unknown;
}

/** One line of the log before it is text. */
export interface LogRecord extends Omit<LogFacts, "error"> {
  /** Instant. */
  time: string;
  level: LogLevel;
  /** A few words that never change: what happened. */
  event: string;
  stack?: string;
}

/** Where records go. */
export type WriteRecord = (record: LogRecord) => void;

/** Writes the log. */
export interface Logger {
  debug(event: string, facts?: LogFacts): void;
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
  /** The same log with `facts` on every line, for all that happens during one request. */
  with(facts: LogFacts): Logger;
}

/** Longest text of an error and its causes; a stack that runs in circles must not fill a disk. */
const MAX_STACK_LENGTH = 8_000;
/** Causes of causes that are written. */
const MAX_CAUSES = 5;

/** A log over `write`, without what is less than `least`. */
export function makeLogger(
  options: { clock: Clock; write: WriteRecord; least?: LogLevel },
  always: LogFacts = {},
): Logger {
  const { clock, write, least = "info" } = options;
  const at = (level: LogLevel) => (event: string, facts: LogFacts = {}): void => {
    if (LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(least)) return;
    const { error, ...known } = { ...always, ...facts };
    const record: LogRecord = { time: clock.now().toString(), level, event, ...known };
    write(error === undefined ? record : { ...record, stack: stackOf(error) });
  };
  return {
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
    with: (facts) => makeLogger(options, { ...always, ...facts }),
  };
}

/** Writes each record as one line of JSON: what needs a person to `warn`, the rest to `info`. */
export function writeLines(
  output: { info(line: string): void; warn(line: string): void },
): WriteRecord {
  return (record) => {
    const line = JSON.stringify(record);
    if (record.level === "warn" || record.level === "error") output.warn(line);
    else output.info(line);
  };
}

/** An error and its causes as text. */
function stackOf(error: unknown): string {
  const texts: string[] = [];
  let cause = error;
  for (let i = 0; i <= MAX_CAUSES && cause !== undefined; i++) {
    texts.push(cause instanceof Error ? cause.stack ?? String(cause) : String(cause));
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return withoutSecrets(texts.join("\ncaused by ")).slice(0, MAX_STACK_LENGTH);
}

/**
 * Messages of errors are written by others and may quote an address with a password, a place or a link in it.
 * Of an address the host is kept; what is as long as a secret of ours goes.
 */
function withoutSecrets(text: string): string {
  return text
    .replace(/\b(https?:\/\/)(?:[^\s/?#@]*@)?([^\s/?#"')]+)[^\s"')]*/g, "$1$2/…")
    .replace(/[A-Za-z0-9_-]{40,}/g, "…");
}
