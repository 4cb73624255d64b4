// How fresh a followed ticket is, in words that are true. Pure.
import { LONGEST_PAUSE_MS } from "./ticket-follower.ts";

/** A ticket heard of this recently is as it is: its stream beats, or it asks, oftener than that. */
const FRESH_MS = 2 * LONGEST_PAUSE_MS;

/** What the line under a ticket says. */
export type Contact =
  | { kind: "live" }
  /** `seconds` since the server was heard. */
  | { kind: "lost" | "offline"; seconds: number };

/** The contact at `nowMs` of a ticket heard of at `heardMs`; without a network it is known at once. */
export function contactOf(heardMs: number, nowMs: number, isOnline: boolean): Contact {
  const silentMs = Math.max(0, nowMs - heardMs);
  if (isOnline && silentMs <= FRESH_MS) return { kind: "live" };
  return { kind: isOnline ? "lost" : "offline", seconds: Math.floor(silentMs / 1_000) };
}
