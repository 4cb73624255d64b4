// Puts the product together: settings, database, services, routes. Everything else is passed on from here.
import process from "node:process";
import { assembleApp } from "./lib/http/app.ts";
import { openCacheShare } from "./lib/assembly/cache-room.ts";
import { cleaned } from "./lib/assembly/clean-database.ts";
import { claimSecret, consentOf, openOwnDatabase } from "./lib/assembly/own-database.ts";
import { makeServices, type Services } from "./lib/assembly/services.ts";
import { type Config, loadConfig, processEnvironment } from "./lib/assembly/settings.ts";
import { GatewayError } from "./lib/errors/gateway-error.ts";
import { systemClock } from "./lib/kernel/clock.ts";
import { secureRandomBytes } from "./lib/kernel/ids.ts";
import { makeLogger, writeLines } from "./lib/kernel/log.ts";
import { loadPlaceIndex } from "./lib/places/place-index.ts";
import { makeGeocoder } from "./lib/assembly/geocoding.ts";
import { makeKms } from "./lib/assembly/key-encryption.ts";
import { makeRouting } from "./lib/assembly/routing.ts";
import { productRecovery } from "./lib/resilience/operations.ts";
import { Dependencies } from "./lib/resilience/dependencies.ts";
import { loadCityNetwork } from "./lib/routing/city-network.ts";
import { createRoadFinder } from "./lib/routing/road-finder.ts";
import {
  deriveAuditSeed,
  deriveCacheSecret,
  deriveCryptoKeys,
  derivePersonKey,
  deriveVapidSecret,
} from "./lib/security/crypto-keys.ts";
import { claimKeys } from "./lib/security/claim-keys.ts";
import { erasureFileOf } from "./lib/security/erasure-file.ts";
import { claimLedger } from "./lib/security/keep-ledger.ts";
import { KeyRing } from "./lib/security/key-ring.ts";
import { masterSecret } from "./lib/security/local-secret.ts";

// `deno serve _fresh/server.js` would answer requests without jobs, lock or operators' link.
if (Deno.mainModule.endsWith("/_fresh/server.js")) {
  throw new GatewayError(
    "start",
    "Start the product by `deno task serve`, or `deno task start` for the demo.",
    false,
  );
}

const stopping = new AbortController();

/** The services of this process. */
export const services: Services = await openServices(loadConfig(processEnvironment()));
await services.landmarks.refresh();

/** The app, for the server and for the build. */
export const app = assembleApp(services);

/** Ends long answers and background work, then closes the database. Call it once no request runs. */
export function stop(): void {
  stopping.abort();
  services.dependencies[Symbol.dispose]();
  services.cacheParts.tier?.close();
  services.db.close();
}

/** Aborts when `stop` is called; servers end their long answers at the first sign of it. */
export const stopSignal = stopping;

async function openServices(config: Config): Promise<Services> {
  const consent = consentOf(Deno.args);
  const open = () => openOwnDatabase(config, { ...consent, isServed: true });
  const db = await cleaned(await open(), {
    ...{ path: config.database, reopen: open, tell: console.warn },
  });
  const log = makeLogger({
    clock: systemClock,
    write: writeLines(console),
    least: config.logLevel,
  });
  const dependencies = new Dependencies({ log });
  const recovery = productRecovery();
  const network = loadCityNetwork();
  const secret = await masterSecret(config, console.info);
  await claimSecret(db, secret, consent);
  if (db.kind === "file") {
    await claimLedger({ db, path: erasureFileOf(config.database) }, secureRandomBytes);
  }
  const keys = await deriveCryptoKeys(secret);
  const kms = new KeyRing(makeKms(config, keys, dependencies, console.info));
  await claimKeys({ db, clock: systemClock }, await kms.keys());
  return makeServices({
    config,
    db,
    keys,
    personKey: await derivePersonKey(secret),
    vapidSecret: await deriveVapidSecret(secret),
    kms,
    auditSeed: await deriveAuditSeed(secret),
    cacheShare: await openCacheShare(config, await deriveCacheSecret(secret)),
    places: loadPlaceIndex(),
    geocoder: makeGeocoder(config, log, dependencies, undefined, recovery),
    routing: makeRouting(config, log, network, dependencies, recovery),
    ...{ dependencies, recovery },
    roads: createRoadFinder(network),
    log,
    timeZoneDataVersion: process.versions["tz"] ?? "unknown",
    shutdown: stopping.signal,
  });
}
