// The product for a day of dispatchers: a server process whose clock runs as the machine's does and leaps when it is
// told. Says its two ports on one line of JSON: the product's, and the one of who leads the day. It runs in the sources
// of the board before too.
import { enterAs } from "../../scripts/demo/enter-as.ts";
import { startBackgroundWork } from "../../lib/assembly/work.ts";
import { makeRouting } from "../../lib/assembly/routing.ts";
import { makeServices, type Services } from "../../lib/assembly/services.ts";
import { loadConfig } from "../../lib/assembly/settings.ts";
import * as fleetNouns from "../../lib/fleet/vehicle.ts";
import type { Clock } from "../../lib/kernel/clock.ts";
import { makeLogger, writeLines } from "../../lib/kernel/log.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import { deriveCryptoKeys } from "../../lib/security/crypto-keys.ts";
import { serveBench } from "../booking/server.ts";
import { UNLIMITED } from "../../tests/support/unlimited.ts";

/** Cars of the day; each has a driver of its number. */
const CARS = 60;
/** The board before had fewer facts of a car and no makers of those with few. */
const { driverId, vehicleId } = fleetNouns;
const plainVehicle: typeof fleetNouns.plainVehicle = fleetNouns.plainVehicle ?? asGiven;
const plainDriver: typeof fleetNouns.plainDriver = fleetNouns.plainDriver ?? asGiven;

if (import.meta.main) {
  const [database = ":memory:", start = "0"] = Deno.args;
  const clock = leapingClock(Number(start));
  const services = await servicesOf(database, clock);
  if ((await services.fleet.vehicles()).length === 0) await saveDayFleet(services);
  const control = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    (request) => lead(services, clock, new URL(request.url)),
  );
  await serveBench(services, (port) => {
    console.info(JSON.stringify({ port, control: control.addr.port }));
    void startBackgroundWork(services);
  });
}

interface LeapingClock extends Clock {
  leap(minutes: number): void;
}

function leapingClock(startMs: number): LeapingClock {
  let aheadMs = startMs - Date.now();
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(Date.now() + aheadMs),
    leap: (minutes) => void (aheadMs += minutes * 60_000),
  };
}

async function servicesOf(database: string, clock: Clock): Promise<Services> {
  const log = makeLogger({ clock, write: writeLines(console), least: "error" });
  return makeServices({
    config: loadConfig({ ...UNLIMITED, AVANTI_DATABASE: database }),
    keys: await deriveCryptoKeys(new Uint8Array(32).fill(1)),
    db: await openDatabase(database),
    places: loadPlaceIndex(),
    routing: makeRouting({}, log),
    timeZoneDataVersion: "bench",
    shutdown: new AbortController().signal,
    log,
    clock,
  });
}

async function saveDayFleet({ fleet, tariffs }: Services): Promise<void> {
  for (const tariff of DEMO_TARIFFS) await tariffs.save(tariff);
  const numbers = Array.from({ length: CARS }, (_, i) => String(i + 1).padStart(2, "0"));
  const vehicles = numbers.map((number) =>
    plainVehicle({
      id: vehicleId(`V${number}`),
      name: `Bil ${number}`,
      vehicleClass: "standard",
      registration: `DAG 0${number}`,
      inTraffic: true,
    })
  );
  const drivers = numbers.map((number) =>
    plainDriver({
      id: driverId(`D${number}`),
      name: `Förare ${number}`,
      vehicleId: vehicleId(`V${number}`),
      driverCode: number,
    })
  );
  await fleet.save(vehicles, drivers);
}

/** `/clock?leap=10` moves the clock by minutes; `/session?name=Kim` signs a dispatcher in. */
async function lead(services: Services, clock: LeapingClock, url: URL): Promise<Response> {
  if (url.pathname === "/clock") {
    clock.leap(Number(url.searchParams.get("leap") ?? 0));
    return Response.json({ nowMs: clock.now().epochMilliseconds });
  }
  return Response.json((await enterAs(services, url.searchParams.get("name") ?? "")).headers);
}

function asGiven<Full>(given: Partial<Full>): Full {
  return given as Full;
}
