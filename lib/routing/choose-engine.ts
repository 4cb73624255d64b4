// The engine the product uses: real roads in Göteborg, an OSRM server elsewhere if there is one, else an estimate.
import { GatewayError } from "../errors/gateway-error.ts";
import type { Point } from "../places/place.ts";
import type { SwedenOutline } from "../places/sweden.ts";
import { type CityNetwork, isInCity } from "./city-network.ts";
import { estimateRoute, refuseTrip } from "./estimate-engine.ts";
import { routeInCity } from "./goteborg-engine.ts";
import type { RouteAnswer, RoutingEngine } from "./route.ts";

/** What the choice is made from. */
export interface EngineChoice {
  sweden: SwedenOutline;
  network: CityNetwork;
  /** An engine that knows all roads, if one is configured. */
  osrm?: RoutingEngine;
  /** Told of each failure of `osrm` that an estimate stood in for. */
  onFallback?: (error: GatewayError) => void;
}

/**
 * One engine over all: an OSRM that fails or cannot say never stops a booking, the answer then says
 * `engine: "estimate"`.
 * Throws nothing but the caller's own abort.
 */
export function createRoutingEngine(choice: EngineChoice): RoutingEngine {
  return {
    route: async (from, to, signal): Promise<RouteAnswer> => {
      const refusal = refuseTrip(choice.sweden, from, to);
      if (refusal) return refusal;
      if (isInCity(choice.network, from) && isInCity(choice.network, to)) {
        return routeInCity(choice.network, from, to);
      }
      return await routeOutside(choice, from, to, signal) ?? estimateRoute(choice, from, to);
    },
  };
}

/**
 * What the outside engine found, undefined when it failed or found nothing. Its refusal is never the customer's:
 * its map may be smaller than the country, and what no engine may sell is refused before it is asked.
 */
async function routeOutside(
  { osrm, onFallback }: EngineChoice,
  from: Point,
  to: Point,
  signal?: AbortSignal,
): Promise<RouteAnswer | undefined> {
  try {
    const answer = await osrm?.route(from, to, signal);
    return answer?.ok ? answer : undefined;
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    onFallback?.(error);
    return undefined;
  }
}
