// When a delivery that was not taken is tried again, and when it is given up. Pure.
import { type Delivery, GIVE_UP_MS, type Outcome } from "./delivery.ts";

const MINUTE_MS = 60_000;
/** Waits after each failure, in milliseconds; the last one again and again. */
const WAITS_MS = [
  5_000,
  30_000,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  60 * MINUTE_MS,
  2 * 60 * MINUTE_MS,
  4 * 60 * MINUTE_MS,
  8 * 60 * MINUTE_MS,
];
/** How much of a wait is left to chance: endpoints that were down together are not asked together. */
const JITTER = 0.2;
/** How long one that is left alone waits, in milliseconds. */
const LEFT_ALONE_MS = 15_000;

/** What becomes of a delivery after a try. */
export type Settled =
  | { kind: "delivered"; delivery: Delivery }
  | { kind: "dead"; delivery: Delivery; why: "failing" | "gone" }
  | { kind: "waiting"; delivery: Delivery; dueMs: number };

/** Settles a try; `onSinceMs` is when the endpoint was switched on, `chance` from 0 to 1. */
export function settle(
  delivery: Delivery,
  outcome: Outcome,
  { nowMs, onSinceMs, chance }: { nowMs: number; onSinceMs: number; chance: number },
): Settled {
  if (outcome.kind === "left-alone") {
    return { kind: "waiting", delivery, dueMs: nowMs + LEFT_ALONE_MS };
  }
  const triedAt = new Date(nowMs).toISOString();
  const firstTriedAt = delivery.firstTriedAt ?? triedAt;
  const status = outcome.kind === "gone" ? 410 : outcome.status;
  const said = outcome.kind === "failed" ? outcome.said : "";
  const attempts = delivery.attempts + 1;
  const tried: Delivery = { ...delivery, attempts, firstTriedAt, triedAt, status, said };
  switch (outcome.kind) {
    case "delivered":
      return { kind: "delivered", delivery: { ...tried, state: "delivered" } };
    case "gone":
      return { kind: "dead", delivery: { ...tried, state: "dead" }, why: "gone" };
    case "failed": {
      const dueMs = nowMs + waitMs(attempts, chance);
      const untilMs = Math.max(Date.parse(firstTriedAt), onSinceMs) + GIVE_UP_MS;
      return dueMs < untilMs
        ? { kind: "waiting", delivery: tried, dueMs }
        : { kind: "dead", delivery: { ...tried, state: "dead" }, why: "failing" };
    }
  }
}

/** How long is waited after so many tries, in milliseconds. */
export function waitMs(attempts: number, chance: number): number {
  const usual = WAITS_MS[Math.min(attempts, WAITS_MS.length) - 1] ?? 0;
  return Math.round(usual * (1 - JITTER + 2 * JITTER * chance));
}
