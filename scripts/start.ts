// `deno task start`: builds, opens the database, seeds demo data on the first run, serves until Ctrl-C.
import { Builder } from "fresh/dev";
import { type Config, loadConfig, processEnvironment } from "../lib/assembly/settings.ts";
import { isBuildCurrent, stampBuild } from "./build-stamp.ts";
import { serve } from "./serve.ts";
import { assertPortFree, runScript } from "./terminal.ts";

const ROOT = new URL("..", import.meta.url).pathname;

if (import.meta.main) await runScript(main);

async function main(): Promise<void> {
  assertPortFree(loadConfig(processEnvironment()));
  if (!await isBuildCurrent(ROOT)) {
    await new Builder().build();
    await stampBuild(ROOT);
  }
  await serve(await import("../main.ts"), listen);
}

async function listen({ host, port }: Config): Promise<() => Promise<void>> {
  const { default: built } = await import(new URL("../_fresh/server.js", import.meta.url).href);
  const server = Deno.serve(
    { hostname: host, port, onListen: () => {} },
    (request, info) => built.fetch(request, info),
  );
  return () => server.shutdown();
}
