// `deno task start`: builds when the sources have changed, seeds demo data on the first run, serves until Ctrl-C.
import { Builder } from "fresh/dev";
import { type Config, loadConfig, processEnvironment } from "../lib/assembly/settings.ts";
import { buildOf, isBuildCurrent } from "./build-stamp.ts";
import { serve } from "./serve.ts";
import { assertPortFree, runScript } from "./terminal.ts";

const ROOT = new URL("..", import.meta.url).pathname;

if (import.meta.main) await runScript(main);

async function main(): Promise<void> {
  assertPortFree(loadConfig(processEnvironment()));
  if (!await isBuildCurrent(ROOT)) {
    await buildOf(ROOT, () => new Builder().build(), { onlyIfStale: true });
  }
  await serve(await import("../main.ts"), listen);
}

/** Listens with the finished build. */
export async function listen({ host, port }: Config): Promise<() => Promise<void>> {
  const { default: built } = await import(new URL("../_fresh/server.js", import.meta.url).href);
  const server = Deno.serve(
    { hostname: host, port, onListen: () => {} },
    (request, info) => built.fetch(request, info),
  );
  return () => server.shutdown();
}
