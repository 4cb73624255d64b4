// bench/restart: twenty restarts under load, behind Caddy: of the one process on a file, and of two in turn on one denokv
// server. Wanted: every request has its answer; the longest is how long a customer waits for a new release.
// `deno task bench restart [one|two] [RESTARTS]`.
import { aCustomer, freePort, startProduction } from "../../tests/support/production-server.ts";
import { denokvProgram } from "../../tests/peers/support/denokv-peer.ts";
import { startPair } from "../../tests/peers/support/denokv-pair.ts";
import { isInstalled, startProxy } from "../../tests/support/proxies.ts";
import { restartUnderLoad } from "../../tests/support/restarts.ts";

/** Of each process. */
const RESTARTS = 20;

if (import.meta.main) {
  const parts = Deno.args.filter((word) => ["one", "two"].includes(word));
  const restarts = Number(Deno.args.find((word) => /^\d+$/.test(word)) ?? RESTARTS);
  if (await isInstalled("caddy")) Deno.exit(await measured(parts, restarts) ? 0 : 1);
  console.info("Caddy is not installed: apt-get install caddy");
}

/** True when nothing failed. */
async function measured(parts: readonly string[], restarts: number): Promise<boolean> {
  const isWanted = (part: string) => parts.length === 0 || parts.includes(part);
  const one = !isWanted("one") || await oneProcess(restarts);
  return (!isWanted("two") || await twoProcesses(restarts)) && one;
}

async function oneProcess(restarts: number): Promise<boolean> {
  const [port, upstream] = [freePort(), freePort()];
  const origin = `https://localhost:${port}`;
  const env = { AVANTI_PROXIES: "1" };
  await using server = await startProduction({ origin, port: upstream, env });
  await using proxy = await startProxy("caddy", { port, upstream });
  console.info("one process on a file:");
  return await tell([server], (path, init) => proxy.ask(path, init), origin, restarts);
}

async function twoProcesses(restarts: number): Promise<boolean> {
  const program = denokvProgram("two processes");
  if (program === null) return true;
  await using pair = await startPair(program);
  console.info("two processes on one denokv server, in turn:");
  return await tell(pair.servers, pair.ask, pair.origin, restarts * pair.servers.length);
}

async function tell(
  servers: Parameters<typeof restartUnderLoad>[0],
  ask: Parameters<typeof restartUnderLoad>[1]["ask"],
  origin: string,
  restarts: number,
): Promise<boolean> {
  const customer = aCustomer(ask, origin);
  const nowMs = () => performance.now();
  const figures = await restartUnderLoad(servers, { ask, customer, restarts, nowMs });
  const { pages, bookings, streams, turnedAway, failures, longestMs } = figures;
  console.info(`${figures.restarts} restarts, ${pages} pages, ${bookings} bookings`);
  console.info(`${streams} open tickets were told to come back, and did`);
  console.info(`${turnedAway} pages turned away for a moment, as the machine had too much to do`);
  console.info(`${failures.length} failed; the longest request took ${Math.round(longestMs)} ms`);
  for (const failure of failures) console.info(`  ${failure}`);
  return failures.length === 0;
}
