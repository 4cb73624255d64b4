// Spares a service of others that just failed, and the customers who would wait for it.
import { GatewayError } from "../errors/gateway-error.ts";

/** How long a service that failed is not asked; long enough to restart, short enough to be missed by few. */
export const PAUSE_MS = 30_000;

/**
 * A question that is not asked for PAUSE_MS after a retriable failure: undefined says so, and costs no time. Then one
 * caller tries; the others go on without until that one has an answer. `now` in milliseconds, on any clock that only
 * goes forward.
 */
export function pauseAfterFailure<Asked extends unknown[], Answer>(
  ask: (...asked: Asked) => Promise<Answer>,
  now: () => number,
): (...asked: Asked) => Promise<Answer | undefined> {
  let pausedUntil = -Infinity;
  return async (...asked) => {
    if (now() < pausedUntil) return undefined;
    // Set before the answer is known, so that only one caller waits for a service that is still down.
    if (pausedUntil > -Infinity) pausedUntil = now() + PAUSE_MS;
    try {
      const answer = await ask(...asked);
      pausedUntil = -Infinity;
      return answer;
    } catch (error) {
      const isDown = error instanceof GatewayError && error.retriable;
      pausedUntil = isDown ? now() + PAUSE_MS : -Infinity;
      throw error;
    }
  };
}
