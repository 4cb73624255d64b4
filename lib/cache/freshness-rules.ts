// How long what was just loaded may be given: fresh, stale while it is loaded anew, and in place of an error.
import type { EntryFacts } from "./entry-format.ts";
import type { HeldEntry } from "./memory-tier.ts";
import type { CachePolicy } from "./policy.ts";

/** Ends of the three, in milliseconds from when it was loaded. */
export interface Lives {
  freshMs: number;
  staleMs: number;
  errorMs: number;
}

/** The lives of a value; null where it is not kept. `chance` from 0 to 1 decides how much is taken off. */
export function livesOf(value: unknown, policy: CachePolicy, chance: number): Lives | null {
  const { ttlMs, staleMs, staleIfErrorMs, negativeTtlMs, jitter } = policy;
  const isNothing = value === null || value === undefined;
  const wholeMs = isNothing ? negativeTtlMs : ttlMs;
  if (wholeMs <= 0) return null;
  const freshMs = wholeMs * (1 - jitter * chance);
  // That there was nothing is no answer worth giving any longer than that.
  if (isNothing) return { freshMs, staleMs: freshMs, errorMs: freshMs };
  return { freshMs, staleMs: freshMs + staleMs, errorMs: freshMs + staleIfErrorMs };
}

/** The ends of its lives as instants, in epoch milliseconds. */
export function endsAt(
  { freshMs, staleMs, errorMs }: Lives,
  loadedMs: number,
): Pick<EntryFacts, "freshUntil" | "staleUntil" | "errorUntil"> {
  return {
    freshUntil: loadedMs + freshMs,
    staleUntil: loadedMs + staleMs,
    errorUntil: loadedMs + errorMs,
  };
}

/** How something held may be given now. */
export type Freshness = "fresh" | "stale" | "for-error" | "over";

/** How an entry may be given at a moment of the process's own clock. */
export function freshnessOf(
  { freshUntilMs, staleUntilMs, errorUntilMs }: HeldEntry,
  nowMs: number,
): Freshness {
  if (nowMs < freshUntilMs) return "fresh";
  if (nowMs < staleUntilMs) return "stale";
  return nowMs < errorUntilMs ? "for-error" : "over";
}
