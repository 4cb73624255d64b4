// The product on a port of its own, as a browser meets it: the production build, an empty database with
// fleet and tariffs, and a clock that stands, so that no test depends on the day it runs.
import process from "node:process";
import type { BookingSummary } from "../../lib/booking/booking.ts";
import { loadConfig } from "../../lib/assembly/settings.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import { assembleApp } from "../../lib/http/app.ts";
import { makeRouting } from "../../lib/assembly/routing.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { makeServices, type Services } from "../../lib/assembly/services.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { loadCityNetwork } from "../../lib/routing/city-network.ts";
import { createRoadFinder } from "../../lib/routing/road-finder.ts";
import { deriveCryptoKeys } from "../../lib/security/crypto-keys.ts";
import { seedFleetAndTariffs } from "../../scripts/seed-demo.ts";
import { useBuilt } from "./built.ts";
import { aLink } from "./operator.ts";
import { keptLog } from "./kept-log.ts";
import { UNLIMITED } from "./unlimited.ts";

/** A running product; stopped by the test that started it. */
export interface ServedApp extends AsyncDisposable {
  origin: string;
  services: Services;
  /** Bookings with a pickup on a local date. */
  bookingsOn(date: string): Promise<BookingSummary[]>;
  /** The address that lets an operator in once. */
  operatorLink(name: string): Promise<string>;
}

/** Where the clock stands unless a test says otherwise: 10.00 on a Monday without surcharge in Sweden. */
export const SERVED_NOW = "2026-11-23T09:00:00Z";

const nowhere = { issuer: "http://127.0.0.1:9", clientId: "avanti", clientSecret: "none" };

/** Others who vouch for people: each way in is offered, and nobody is there. */
const WAYS_IN = {
  ...{ AVANTI_GOOGLE_CLIENT_ID: "avanti", AVANTI_GOOGLE_CLIENT_SECRET: "none" },
  AVANTI_OIDC: JSON.stringify([
    { id: "entra", label: "Entra", ...nowhere },
    { id: "okta", label: "Okta", ...nowhere, issuer: "http://127.0.0.1:9/okta" },
  ]),
};

/** Serves on 127.0.0.1 and a free port. */
export async function serveApp(
  now = SERVED_NOW,
  environment: Record<string, string> = {},
): Promise<ServedApp> {
  const stopping = new AbortController();
  const config = loadConfig({
    ...{ ...UNLIMITED, ...WAYS_IN, AVANTI_DATABASE: ":memory:" },
    ...environment,
  });
  const clock = manualClock(now);
  const { log } = keptLog(clock);
  const network = loadCityNetwork();
  const services = makeServices({
    config,
    db: await openDatabase(config.database),
    keys: await deriveCryptoKeys(new Uint8Array(32).fill(3)),
    places: loadPlaceIndex(),
    routing: makeRouting(config, log, network),
    roads: createRoadFinder(network),
    timeZoneDataVersion: process.versions["tz"] ?? "unknown",
    shutdown: stopping.signal,
    log,
    clock,
  });
  await seedFleetAndTariffs(services);
  const app = assembleApp(services);
  await useBuilt(app);
  const handler = app.handler();
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: portOf(environment), onListen: () => {} },
    (request, info) => handler(request, info),
  );
  const origin = `http://127.0.0.1:${server.addr.port}`;
  return {
    origin,
    services,
    bookingsOn: (date) => services.bookings.listDay(date),
    operatorLink: async (name) => origin + paths.enter(await aLink(services, name)),
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await server.shutdown();
      services.db.close();
    },
  };
}

/** That of an origin the product was told it has; any that is free otherwise. */
function portOf({ AVANTI_ORIGIN: origin }: Record<string, string>): number {
  return origin === undefined ? 0 : Number(new URL(origin).port);
}
