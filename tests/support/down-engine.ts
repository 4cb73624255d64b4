// A routing engine whose OSRM is always down.
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { loadSweden } from "../../lib/places/sweden.ts";
import type { Recovery } from "../../lib/resilience/recovery.ts";
import { createRoutingEngine } from "../../lib/routing/choose-engine.ts";
import { loadCityNetwork } from "../../lib/routing/city-network.ts";
import type { RoutingEngine } from "../../lib/routing/route.ts";

/** The engine; what stands in goes through `recovery`. */
export function downOsrm(recovery: Recovery): RoutingEngine {
  return createRoutingEngine({
    ...{ sweden: loadSweden(), network: loadCityNetwork(), recovery },
    osrm: {
      route: () => Promise.reject(new GatewayError("osrm", "OSRM status 500", true)),
      roads: () => "down",
    },
  });
}
