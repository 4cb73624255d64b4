// Services over memory (or a file) with a clock that stands still: the real product, no fakes inside.
import { type ManualClock, manualClock } from "../../lib/kernel/clock.ts";
import { loadConfig } from "../../lib/assembly/settings.ts";
import { makeServices, type ServiceParts, type Services } from "../../lib/assembly/services.ts";
import { secureRandomBytes } from "../../lib/kernel/ids.ts";
import { type Database, openDatabase } from "../../lib/kv/open.ts";
import { loadPlaceIndex, type PlaceIndex } from "../../lib/places/place-index.ts";
import { DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import { Dependencies } from "../../lib/resilience/dependencies.ts";
import type { RoutingEngine } from "../../lib/routing/route.ts";
import { makeRouting } from "../../lib/assembly/routing.ts";
import { loadCityNetwork } from "../../lib/routing/city-network.ts";
import { createRoadFinder } from "../../lib/routing/road-finder.ts";

import { deriveCryptoKeys } from "../../lib/security/crypto-keys.ts";
import type { Driver, Vehicle } from "../../lib/fleet/vehicle.ts";
import type { LogRecord } from "../../lib/kernel/log.ts";
import { keptLog } from "./kept-log.ts";
import { DEMO_DRIVERS, DEMO_HOLDERS, DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { UNLIMITED } from "./unlimited.ts";

/** Services of a test, to be disposed of: `await using test = await testServices()`. */
export interface TestServices extends AsyncDisposable {
  services: Services;
  clock: ManualClock;
  /** What was logged. */
  records: LogRecord[];
  stop: AbortController;
}

/** What a test may choose. */
export interface TestServiceOptions {
  /** Where the clock stands; a quiet Monday morning by default. */
  now?: string;
  database?: string;
  vehicles?: readonly Vehicle[];
  drivers?: readonly Driver[];
  /** An index of its own, for tests that change landmarks. */
  places?: PlaceIndex;
  routing?: RoutingEngine;
  environment?: Record<string, string>;
  /** Stands between the product and its database. */
  wrap?: (db: Database) => Database;
  /** Parts of its own: a geocoder, services of others, a watch over the clock. */
  parts?: Partial<ServiceParts>;
  /** An instance that goes on with a database another one made. */
  existing?: boolean;
}

/** Where test clocks stand unless the test says otherwise. */
export const TEST_NOW = "2026-11-23T05:00:00Z";

const places = loadPlaceIndex();
const network = loadCityNetwork();
const routing = makeRouting({}, keptLog().log, network);
const roads = createRoadFinder(network);
const testKeys = deriveCryptoKeys(new Uint8Array(32).fill(7));

/** Real services with demo fleet and tariffs over an own database. */
export async function testServices(options: TestServiceOptions = {}): Promise<TestServices> {
  const clock = manualClock(options.now ?? TEST_NOW);
  const stop = new AbortController();
  const { log, records } = keptLog(clock);
  const services = makeServices({
    config: loadConfig({
      AVANTI_DATABASE: options.database ?? ":memory:",
      ...UNLIMITED,
      ...options.environment,
    }),
    keys: await testKeys,
    db: (options.wrap ?? ((db) => db))(await openDatabase(options.database ?? ":memory:")),
    places: options.places ?? places,
    routing: options.routing ?? routing,
    roads,
    timeZoneDataVersion: "test",
    shutdown: stop.signal,
    clock,
    dependencies: new Dependencies({ log, clock, now: () => clock.now().epochMilliseconds }),
    log,
    randomBytes: secureRandomBytes,
    ...options.parts,
  });
  if (!options.existing) {
    for (const tariff of DEMO_TARIFFS) await services.tariffs.save(tariff);
    const { vehicles = DEMO_VEHICLES, drivers = DEMO_DRIVERS } = options;
    await services.fleet.save(vehicles, drivers, DEMO_HOLDERS);
  }
  const dispose = () => {
    stop.abort();
    services.dependencies[Symbol.dispose]();
    services.db.close();
    return Promise.resolve();
  };
  return { services, clock, records, stop, [Symbol.asyncDispose]: dispose };
}
