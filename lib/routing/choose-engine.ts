// The engine the product uses: an OSRM server if there is one, else real roads in Göteborg and an estimate elsewhere.
import { GatewayError } from "../errors/gateway-error.ts";
import { greatCircleMeters } from "../places/great-circle.ts";
import type { Point } from "../places/place.ts";
import type { SwedenOutline } from "../places/sweden.ts";
import { type CityNetwork, isInCity } from "./city-network.ts";
import {
  ESTIMATE_VERSION,
  estimateLooseEnd,
  estimateRoute,
  refuseTrip,
} from "./estimate-engine.ts";
import { routeInCity } from "./goteborg-engine.ts";
import { isAbsurdlyLong } from "./osrm-rules.ts";
import { ownWork, productRecovery } from "../resilience/operations.ts";
import type { Recovery } from "../resilience/recovery.ts";
import type { RouteAnswer, RoutingEngine } from "./route.ts";

/** An engine that may be out for a while; undefined says so, and costs no time. */
export interface PausingEngine {
  route(...args: Parameters<RoutingEngine["route"]>): Promise<RouteAnswer | undefined>;
  /** Names the map it answered from last. */
  roads(): string;
}

/** What the choice is made from. */
export interface EngineChoice {
  sweden: SwedenOutline;
  network: CityNetwork;
  /** An engine that knows all roads, newer ones too, if one is configured. */
  osrm?: PausingEngine;
  /** Told of each failure of `osrm` that an answer of our own stood in for. */
  onFallback?: (error: GatewayError) => void;
  /** What is done when `osrm` fails. */
  recovery?: Pick<Recovery, "run">;
}

/** Until our own answer is taken, whatever the other one does, in milliseconds; it has 2 s for itself. */
const ASKED_MS = 3_000;

/**
 * One engine over all: an OSRM that fails or cannot say never stops a booking, our own answer then says which engine
 * gave it. Throws nothing but the caller's own abort.
 */
export function createRoutingEngine(choice: EngineChoice): RoutingEngine {
  const { network, osrm } = choice;
  const own = `${ESTIMATE_VERSION}+${network.graph.version}`;
  return {
    roads: () => osrm === undefined ? own : `${own}+${osrm.roads()}`,
    route: async (from, to, signal): Promise<RouteAnswer> => {
      const refusal = refuseTrip(choice.sweden, from, to);
      if (refusal) return refusal;
      const own = answerOurselves(choice, from, to);
      // No engine sells a way over a paid ferry, and OSRM's map has those too.
      if (osrm === undefined || (!own.ok && own.reason !== "no-road")) return own;
      const asked = await askOutside({ ...choice, osrm }, own, [from, to], signal);
      return asked ?? { ...own, isStandIn: true };
    },
  };
}

function answerOurselves({ sweden, network }: EngineChoice, from: Point, to: Point): RouteAnswer {
  if (!isInCity(network, from) || !isInCity(network, to)) {
    return estimateRoute({ sweden, network }, from, to);
  }
  const along = routeInCity(network, from, to);
  const loose = along.ok ? estimateLooseEnd(network, from, to) : undefined;
  if (!along.ok || !loose?.ok) return along;
  return loose.route.distanceMeters < along.route.distanceMeters ? loose : along;
}

/**
 * What the outside engine found, our own answer where that is a way absurdly longer, undefined when it failed, is left
 * alone or found nothing. Its refusal is never the customer's: its map may be smaller than the country, and what no engine may sell is
 * refused before it is asked.
 */
async function askOutside(
  { osrm, onFallback, recovery = productRecovery() }: EngineChoice & { osrm: PausingEngine },
  own: RouteAnswer,
  [from, to]: readonly [Point, Point],
  signal?: AbortSignal,
): Promise<RouteAnswer | undefined> {
  const done = await recovery.run(ownWork<RouteAnswer | undefined>("find-route", {
    deadlineMs: ASKED_MS,
    run: () => osrm.route(from, to, signal),
    instead: (error) => {
      if (error instanceof GatewayError) onFallback?.(error);
      return Promise.resolve(undefined);
    },
    ...(signal === undefined ? {} : { signal }),
  }));
  if ("error" in done) throw done.error;
  const answer = done.value;
  if (!answer?.ok) return undefined;
  const { distanceMeters } = answer.route;
  // Where we know no way ourselves, it leads round water: three times the straight line at least is usual.
  const expected = own.ok ? own.route.distanceMeters : 3 * greatCircleMeters(from, to);
  if (!isAbsurdlyLong(distanceMeters, expected)) return answer;
  onFallback?.(new GatewayError("osrm", "OSRM answered an absurd detour", false));
  return own;
}
