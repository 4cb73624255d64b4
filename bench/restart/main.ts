// bench/restart: twenty restarts of the one process behind Caddy, while people look at pages and book. Wanted: every
// request has its answer; the longest is how long a customer waits for a new release.
import { aCustomer, freePort, startProduction } from "../../tests/support/production-server.ts";
import { isInstalled, startProxy } from "../../tests/support/proxies.ts";
import { restartUnderLoad } from "../../tests/support/restarts.ts";

const RESTARTS = 20;

if (import.meta.main) {
  if (await isInstalled("caddy")) Deno.exit(await measured() ? 0 : 1);
  console.info("Caddy is not installed: apt-get install caddy");
}

/** True when nothing failed. */
async function measured(): Promise<boolean> {
  const [port, upstream] = [freePort(), freePort()];
  const origin = `https://localhost:${port}`;
  const env = { AVANTI_PROXIES: "1" };
  await using server = await startProduction({ origin, port: upstream, env });
  await using proxy = await startProxy("caddy", { port, upstream });
  const ask: typeof server.ask = (path, init) => proxy.ask(path, init);
  const { restarts, pages, bookings, turnedAway, failures, longestMs } = await restartUnderLoad(
    server,
    {
      ...{ ask, customer: aCustomer(ask, origin), restarts: RESTARTS },
      nowMs: () => performance.now(),
    },
  );
  console.info(`${restarts} restarts, ${pages} pages, ${bookings} bookings`);
  console.info(`${turnedAway} pages turned away for a moment, as the machine had too much to do`);
  console.info(`${failures.length} failed; the longest request took ${Math.round(longestMs)} ms`);
  for (const failure of failures) console.info(`  ${failure}`);
  return failures.length === 0;
}
