// `deno task start`: builds when the sources have changed, seeds demo data on the first run, serves until Ctrl-C.
import { Builder } from "fresh/dev";
import { type Config, loadConfig, processEnvironment } from "../lib/assembly/settings.ts";
import { BUILD_OPTIONS, buildOf, isBuildCurrent } from "./build-stamp.ts";
import { startStripeBeside } from "./local-stripe/beside.ts";
import { serve } from "./serve.ts";
import { assertPortFree, runScript } from "./terminal.ts";

const ROOT = new URL("..", import.meta.url).pathname;

/** Most pages made before anybody comes, and how quickly one is made once the engine has compiled what it takes. */
const MOST_WARM_UPS = 30;
const QUICK_MS = 15;
/** Whoever asks before anybody can. */
const NOBODY = {
  remoteAddr: { transport: "tcp", hostname: "127.0.0.1", port: 0 },
  completed: Promise.resolve(),
};

if (import.meta.main) await runScript(main);

async function main(): Promise<void> {
  startStripeBeside();
  assertPortFree(loadConfig(processEnvironment()));
  if (!await isBuildCurrent(ROOT)) {
    await buildOf(ROOT, () => new Builder(BUILD_OPTIONS).build(), { onlyIfStale: true });
  }
  await serve(await import("../main.ts"), listen);
}

/** Listens with the finished build. */
export async function listen({ host, port, origin }: Config): Promise<() => Promise<void>> {
  const { default: built } = await import(new URL("../_fresh/server.js", import.meta.url).href);
  await warmUp((request) => built.fetch(request, NOBODY), origin);
  const server = Deno.serve(
    { hostname: host, port, onListen: () => {} },
    (request, info) => built.fetch(request, info),
  );
  return () => server.shutdown();
}

/** The first pages of a process take it ten times as long: those who wait for a restart would be told to come back. */
async function warmUp(
  answer: (request: Request) => Response | Promise<Response>,
  origin: string,
): Promise<void> {
  for (let pages = 0; pages < MOST_WARM_UPS; pages++) {
    const startMs = performance.now();
    const response = await answer(new Request(`${origin}/`));
    await response.text();
    if (performance.now() - startMs < QUICK_MS) return;
  }
}
