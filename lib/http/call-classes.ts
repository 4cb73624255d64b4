// How fast one person, or one network, may ask for what: the classes of limit. docs/limits.md is checked against them.
import type { CallPace } from "../resilience/call-limits.ts";

/**
 * Every class. Many people stand behind one address (an office, a hotel, a mobile operator), so what is only looked at is
 * plentiful; what costs a commit, a car or a guess is not.
 */
export const CALL_PACES = {
  /** A page, or what a page asks for as it is shown. */
  page: pace("page", 240, 100),
  /** Places, while somebody types. */
  search: pace("search", 240, 50),
  /** Prices: each asks the routing engine. */
  quote: pace("quote", 120, 500),
  /** A booking is made, or changed by its ticket. */
  book: pace("book", 30, 3_000),
  /** Who somebody is: each may cost a hash. */
  "sign-in": pace("sign-in", 30, 2_000),
  /** Codes and links that can be guessed. */
  code: pace("code", 20, 5_000),
  /** A page tells of a failure in it. */
  report: pace("report", 30, 2_000),
  /** What operators look at: a board asks by itself. */
  operator: pace("operator", 600, 25),
  /** What operators do. */
  "operator-act": pace("operator-act", 120, 200),
  /** A whole day in one file. */
  export: pace("export", 10, 10_000),
  /** A connection that stays open. */
  stream: pace("stream", 120, 500),
  /** Files that are served as they are. */
  static: pace("static", 1_000, 5),
  /** Whoever watches the process. */
  health: pace("health", 60, 100),
} as const;

/** One of them. */
export type CallClass = keyof typeof CALL_PACES;

function pace(name: string, burst: number, everyMs: number): CallPace {
  return { name, burst, everyMs };
}
