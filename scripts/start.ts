// `deno task start`: builds, opens the database, seeds demo data on the first run, serves until Ctrl-C.
import { Builder } from "fresh/dev";
import { announceOnSignal, announceOperatorLink } from "../lib/accounts/announce-operator-link.ts";
import { type Config, loadConfig, processEnvironment } from "../lib/assembly/settings.ts";
import { startBackgroundWork } from "../lib/assembly/work.ts";
import { isBuildCurrent, stampBuild } from "./build-stamp.ts";
import { seedDemoData } from "./seed-demo.ts";
import { runScript } from "./terminal.ts";
import { unsoldClasses } from "./unsold-classes.ts";

const ROOT = new URL("..", import.meta.url).pathname;
/** How long requests under way may take to end after Ctrl-C, in milliseconds. */
const DRAIN_MS = 5_000;

if (import.meta.main) await runScript(main);

async function main(): Promise<void> {
  const config = loadConfig(processEnvironment());
  assertPortFree(config);
  if (!await isBuildCurrent(ROOT)) {
    await new Builder().build();
    await stampBuild(ROOT);
  }
  await serve(config.origin);
}

async function serve(origin: string): Promise<void> {
  const { services, stop, stopSignal } = await import("../main.ts");
  const { config } = services;
  const { default: built } = await import(new URL("../_fresh/server.js", import.meta.url).href);
  if (config.mode === "local" && await seedDemoData(services)) {
    console.info("Made demo data: vehicles, drivers, tariffs and a week of bookings.");
  }
  const unsold = await unsoldClasses(services);
  if (unsold !== null) console.warn(unsold);
  const server = Deno.serve(
    { hostname: config.host, port: config.port, onListen: () => {} },
    (request, info) => built.fetch(request, info),
  );
  const work = startBackgroundWork(services);
  console.info(`Avanti is running on ${origin} (Ctrl-C stops it)`);
  console.info(`Operators: ${origin}/admin`);
  const announce = () => announceOperatorLink(services, origin, console.info);
  await announce();
  announceOnSignal(services, announce, services.shutdown);
  await stopAsked();
  console.info("Stopping …");
  stopSignal.abort();
  const drained = Promise.all([server.shutdown(), work]);
  await Promise.race([drained, new Promise((resolve) => setTimeout(resolve, DRAIN_MS))]);
  stop();
  Deno.exit(0);
}

/** Throws AddrInUse before anything is built or written. */
function assertPortFree({ host, port }: Config): void {
  Deno.listen({ hostname: host, port }).close();
}

/** Resolves at the first Ctrl-C or SIGTERM. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    Deno.addSignalListener("SIGINT", () => resolve());
    if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", () => resolve());
  });
}
