// Until when the trip in the form can be cancelled free of charge, worked out where it is filled in.
import { wallTimeOf } from "../../../i18n/format.ts";
import { WALL_TIME } from "../../../kernel/wall-time.ts";

const MINUTE_MS = 60_000;

/** The wall time in Sweden `freeMinutes` before a pickup; null for what is no wall time. */
export function freeUntil(pickup: string, freeMinutes: number): string | null {
  if (!WALL_TIME.test(pickup)) return null;
  const asUtc = Date.parse(`${pickup}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  return wallTimeOf(inSweden(asUtc) - freeMinutes * MINUTE_MS);
}

/** The instant at which clocks in Sweden show what `asUtc` shows in UTC, whatever zone the browser is in. */
function inSweden(asUtc: number): number {
  const aheadMs = Date.parse(`${wallTimeOf(asUtc)}:00Z`) - asUtc;
  const guess = asUtc - aheadMs;
  // Once more from there: the clocks may have changed in between.
  return guess - (Date.parse(`${wallTimeOf(guess)}:00Z`) - asUtc);
}
