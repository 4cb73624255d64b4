// The real product over memory, at a fixed evening, so that pictures differ only when the pages do.
import process from "node:process";
import { manualClock } from "../../lib/kernel/clock.ts";
import { loadConfig } from "../../lib/assembly/settings.ts";
import { makeLogger, writeLines } from "../../lib/kernel/log.ts";
import { makeRouting } from "../../lib/assembly/routing.ts";
import { makeServices, type Services } from "../../lib/assembly/services.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { loadCityNetwork } from "../../lib/routing/city-network.ts";
import { createRoadFinder } from "../../lib/routing/road-finder.ts";
import { deriveCryptoKeys } from "../../lib/security/crypto-keys.ts";
import { seedFleetAndTariffs } from "../seed-demo.ts";
import { UNLIMITED } from "../../tests/support/unlimited.ts";

/** A Sunday evening in November, 18.05 in Stockholm. */
export const STAGE_NOW = "2026-11-22T17:05:00Z";

/** Services with the demo fleet and tariffs. */
export async function openStage(): Promise<Services> {
  const config = loadConfig({ ...UNLIMITED, AVANTI_DATABASE: ":memory:" });
  const clock = manualClock(STAGE_NOW);
  const log = makeLogger({ clock, write: writeLines(console), least: "warn" });
  const network = loadCityNetwork();
  const services = makeServices({
    config,
    db: await openDatabase(config.database),
    keys: await deriveCryptoKeys(new Uint8Array(32).fill(1)),
    places: loadPlaceIndex(),
    routing: makeRouting(config, log, network),
    roads: createRoadFinder(network),
    timeZoneDataVersion: process.versions["tz"] ?? "unknown",
    shutdown: new AbortController().signal,
    log,
    clock,
  });
  await seedFleetAndTariffs(services);
  return services;
}

/** The same services at another moment. */
export function at(services: Services, instant: string): Services {
  return { ...services, clock: manualClock(instant) };
}
