// The server under load: the real app on a file database, a large fleet so that vehicles do not run out.
import { Builder } from "fresh/dev";
import { loadConfig } from "../../lib/assembly/settings.ts";
import { systemClock } from "../../lib/kernel/clock.ts";
import { makeLogger, writeLines } from "../../lib/kernel/log.ts";
import { assembleApp } from "../../lib/http/app.ts";
import { makeRouting } from "../../lib/assembly/routing.ts";
import { makeServices, type ServiceParts, type Services } from "../../lib/assembly/services.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import { deriveCryptoKeys } from "../../lib/security/crypto-keys.ts";
import { plainVehicle, vehicleId } from "../../lib/fleet/vehicle.ts";
import { UNLIMITED } from "../../tests/support/unlimited.ts";

/** Vehicles of the bench's fleet; with pickups over 300 days no hour fills up. */
const VEHICLES = 200;

if (import.meta.main) {
  const [database = ":memory:"] = Deno.args;
  await serveBench(await benchServices(database), (port) => console.info(`listening ${port}`));
}

/** The services of the product over a database as it is. */
export async function openServices(
  database: string,
  environment: Readonly<Record<string, string>> = {},
  parts: Partial<ServiceParts> = {},
): Promise<Services> {
  const log = makeLogger({ clock: systemClock, write: writeLines(console), least: "error" });
  return makeServices({
    // What is measured is what the product can do, not what it lets one address do.
    config: loadConfig({
      ...UNLIMITED,
      ...environment,
      AVANTI_DATABASE: database,
    }),
    keys: await deriveCryptoKeys(new Uint8Array(32).fill(1)),
    db: await openDatabase(database),
    places: loadPlaceIndex(),
    routing: makeRouting({}, log),
    timeZoneDataVersion: "bench",
    log,
    shutdown: new AbortController().signal,
    ...parts,
  });
}

/** The same with tariffs and many vehicles. */
export async function benchServices(
  database: string,
  environment: Readonly<Record<string, string>> = {},
  parts: Partial<ServiceParts> = {},
): Promise<Services> {
  const services = await openServices(database, environment, parts);
  for (const tariff of DEMO_TARIFFS) await services.tariffs.save(tariff);
  const vehicles = Array.from({ length: VEHICLES }, (_, i) =>
    plainVehicle({
      id: vehicleId(`V${String(i).padStart(3, "0")}`),
      name: `Bil ${i}`,
      vehicleClass: "standard",
      registration: `BEN ${i}`,
      inTraffic: true,
    }));
  await services.fleet.save(vehicles, []);
  return services;
}

/** Serves the production build on a free port, which it says. */
export async function serveBench(services: Services, onPort: (port: number) => void) {
  const app = assembleApp(services);
  const applySnapshot = await new Builder().build({ mode: "production", snapshot: "memory" });
  applySnapshot(app);
  const handler = app.handler();
  Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: ({ port }) => onPort(port) }, handler);
}
