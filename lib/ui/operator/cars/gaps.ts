// When a car has nothing to do, between now and what comes next and between two trips. Pure.
import type { Stretch } from "./lanes.ts";

/** Shorter than this is no gap anybody could use, in milliseconds. */
const SHORTEST_MS = 10 * 60_000;

/** A stretch without anything; `fromNow` says that it has begun. */
export interface Gap extends Stretch {
  fromNow: boolean;
}

/**
 * The gaps that are not over. Without a now (`null`, another day) those between what there is; with one also the one
 * that lasts. What follows the last trip has no end and is none.
 */
export function gapsOf(taken: readonly Stretch[], nowMs: number | null): Gap[] {
  const gaps: Gap[] = [];
  let freeFromMs: number | null = nowMs;
  for (const { startMs, endMs } of taken.toSorted((a, b) => a.startMs - b.startMs)) {
    if (freeFromMs !== null && startMs - freeFromMs >= SHORTEST_MS) {
      gaps.push({ startMs: freeFromMs, endMs: startMs, fromNow: freeFromMs === nowMs });
    }
    freeFromMs = Math.max(freeFromMs ?? endMs, endMs);
  }
  return gaps;
}
