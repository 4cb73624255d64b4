// Two processes of the product on one denokv server, behind one Caddy: what a company runs that cannot wait a second.
import { tempFolder } from "../../support/databases.ts";
import {
  freePort,
  type ProductionServer,
  startProduction,
} from "../../support/production-server.ts";
import { startProxy } from "../../support/proxies.ts";
import { DENOKV_ENV, startDenokv } from "./denokv-peer.ts";

/** The pair and the way to it. */
export interface Pair extends AsyncDisposable {
  /** Where people reach it. */
  origin: string;
  ask: ProductionServer["ask"];
  servers: readonly ProductionServer[];
}

/** Starts all four programs. */
export async function startPair(program: string): Promise<Pair> {
  await using started = new AsyncDisposableStack();
  const folder = started.use(await tempFolder());
  const { url: database } = started.use(await startDenokv(program, `${folder.path}/kv.sqlite`));
  // What makes the fleet asks the server as the product does.
  Deno.env.set("DENO_KV_ACCESS_TOKEN", DENOKV_ENV.DENO_KV_ACCESS_TOKEN);
  const [port, ...ports] = [freePort(), freePort(), freePort()];
  const origin = `https://localhost:${port}`;
  const env = { ...DENOKV_ENV, AVANTI_PROXIES: "1" };
  const servers: ProductionServer[] = [];
  for (const own of ports) {
    const existing = servers.length > 0;
    servers.push(
      started.use(await startProduction({ database, origin, port: own, env, existing })),
    );
  }
  const [upstream = 0, ...others] = ports;
  const proxy = started.use(await startProxy("caddy", { port, upstream, others }));
  const all = started.move();
  return {
    origin,
    ask: (path, init) => proxy.ask(path, init),
    servers,
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}
