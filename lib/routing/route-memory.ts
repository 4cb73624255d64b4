// Remembers routes: a customer who tries times and classes asks for the same one again and again.
import type { Point } from "../places/place.ts";
import type { RouteAnswer, RoutingEngine } from "./route.ts";

/** Most routes remembered; at a few KiB each, a few megabytes. */
export const MAX_REMEMBERED = 2_000;

/** The engine with a memory of its last answers; the least recently used is forgotten first. */
export function rememberRoutes(engine: RoutingEngine, max = MAX_REMEMBERED): RoutingEngine {
  const memory = new Map<string, RouteAnswer>();
  return {
    route: async (from, to, signal) => {
      const key = `${pointKey(from)};${pointKey(to)}`;
      const known = memory.get(key);
      const answer = known ?? await engine.route(from, to, signal);
      memory.delete(key);
      memory.set(key, answer);
      const oldest = memory.keys().next().value;
      if (memory.size > max && oldest !== undefined) memory.delete(oldest);
      return answer;
    },
  };
}

/** Six decimals, a tenth of a metre: the same point, not a nearby one. */
function pointKey({ lat, lng }: Point): string {
  return `${lat.toFixed(6)},${lng.toFixed(6)}`;
}
