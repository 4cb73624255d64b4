// The routing engine the settings ask for.
import type { Config } from "./settings.ts";
import type { Logger } from "../kernel/log.ts";
import { loadSweden } from "../places/sweden.ts";
import { Dependencies } from "../resilience/dependencies.ts";
import { productRecovery } from "../resilience/operations.ts";
import { createRoutingEngine } from "../routing/choose-engine.ts";
import { type CityNetwork, loadCityNetwork } from "../routing/city-network.ts";
import { createOsrmEngine } from "../routing/osrm-gateway.ts";
import type { RoutingEngine } from "../routing/route.ts";

/** Göteborg's roads and an honest estimate elsewhere; OSRM before both when an address is set. */
export function makeRouting(
  config: Partial<Pick<Config, "osrmUrl">>,
  log: Logger,
  network: CityNetwork = loadCityNetwork(),
  dependencies = new Dependencies({ log }),
  recovery = productRecovery(),
): RoutingEngine {
  const map = { sweden: loadSweden(), network };
  if (config.osrmUrl === undefined) return createRoutingEngine(map);
  const { ask } = dependencies.open({ name: "osrm", label: "OSRM", mayRetry: true });
  return createRoutingEngine({
    ...map,
    recovery,
    osrm: createOsrmEngine({ baseUrl: config.osrmUrl, ask }),
    onFallback: (error) => log.warn("osrm failed", { retriable: error.retriable, error }),
  });
}
