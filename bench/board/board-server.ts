// The product over a filled database for parts that open boards: says its ports on one line of JSON, the product's and
// the one of who measures. It names nothing that the board before had not, so it runs in the sources of that board too.
import { enterAs } from "../../scripts/demo/enter-as.ts";
import { Builder } from "fresh/dev";
import process from "node:process";
import { makeRouting } from "../../lib/assembly/routing.ts";
import { makeServices, type Services } from "../../lib/assembly/services.ts";
import { loadConfig } from "../../lib/assembly/settings.ts";
import { startBackgroundWork } from "../../lib/assembly/work.ts";
import { assembleApp } from "../../lib/http/app.ts";
import { systemClock } from "../../lib/kernel/clock.ts";
import { makeLogger, writeLines } from "../../lib/kernel/log.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { deriveCryptoKeys } from "../../lib/security/crypto-keys.ts";
import { UNLIMITED } from "../../tests/support/unlimited.ts";

if (import.meta.main) {
  const [database = ":memory:"] = Deno.args;
  const services = await servicesOf(database);
  const holds = loopHolds();
  const app = assembleApp(services);
  (await new Builder().build({ mode: "production", snapshot: "memory" }))(app);
  const local = { hostname: "127.0.0.1", port: 0, onListen: () => {} };
  const product = Deno.serve(local, app.handler());
  void startBackgroundWork(services);
  const control = Deno.serve(local, async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/holds") return Response.json(holds.longest());
    return Response.json(await operatorHeaders(services));
  });
  console.info(JSON.stringify({ port: product.addr.port, control: control.addr.port }));
}

async function servicesOf(database: string): Promise<Services> {
  const log = makeLogger({ clock: systemClock, write: writeLines(console), least: "error" });
  return makeServices({
    config: loadConfig({ ...UNLIMITED, AVANTI_DATABASE: database }),
    keys: await deriveCryptoKeys(new Uint8Array(32).fill(1)),
    db: await openDatabase(database),
    places: loadPlaceIndex(),
    routing: makeRouting({}, log),
    timeZoneDataVersion: "bench",
    log,
    shutdown: new AbortController().signal,
  });
}

async function operatorHeaders(services: Services): Promise<Record<string, string>> {
  return (await enterAs(services, "Bench")).headers;
}

/**
 * The longest time the loop was held since it was last asked, in milliseconds: as a request saw it, and what of it was
 * the process's own work. On a machine that others use the first is longer.
 */
function loopHolds() {
  let longest = { seenMs: 0, ownMs: 0 };
  let [lastMs, lastCpuMs] = [performance.now(), cpuMs()];
  setInterval(() => {
    const [now, cpu] = [performance.now(), cpuMs()];
    const seenMs = now - lastMs - 1;
    longest = {
      seenMs: Math.max(longest.seenMs, seenMs),
      ownMs: Math.max(longest.ownMs, Math.min(seenMs, cpu - lastCpuMs)),
    };
    [lastMs, lastCpuMs] = [now, cpu];
  }, 1);
  return {
    longest() {
      const found = longest;
      longest = { seenMs: 0, ownMs: 0 };
      return found;
    },
  };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
