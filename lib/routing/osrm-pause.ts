// Spares a server that just failed, and the customers who would wait for it.
import { GatewayError } from "../errors/gateway-error.ts";
import type { RouteAnswer, RoutingEngine } from "./route.ts";

/** How long a server that failed is not asked; long enough to restart, short enough to be missed by few quotes. */
export const OSRM_PAUSE_MS = 30_000;

/** An engine that may be out for a while; undefined says so, and costs no time. */
export interface PausingEngine {
  route(...args: Parameters<RoutingEngine["route"]>): Promise<RouteAnswer | undefined>;
}

/**
 * The engine, not asked again for OSRM_PAUSE_MS after a retriable failure. Then one trip tries it; the others go on
 * without it until that one has an answer. `now` in milliseconds, on any clock that only goes forward.
 */
export function pauseAfterFailure(engine: RoutingEngine, now: () => number): PausingEngine {
  let pausedUntil = -Infinity;
  return {
    route: async (from, to, signal) => {
      if (now() < pausedUntil) return undefined;
      // Set before the answer is known, so that only one trip waits for a server that is still down.
      if (pausedUntil > -Infinity) pausedUntil = now() + OSRM_PAUSE_MS;
      try {
        const answer = await engine.route(from, to, signal);
        pausedUntil = -Infinity;
        return answer;
      } catch (error) {
        const isDown = error instanceof GatewayError && error.retriable;
        pausedUntil = isDown ? now() + OSRM_PAUSE_MS : -Infinity;
        throw error;
      }
    },
  };
}
