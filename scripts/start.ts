// `deno task start`: builds, opens the database, seeds demo data on the first run, serves until Ctrl-C.
import { Builder } from "fresh/dev";
import { announceOnSignal, announceOperatorLink } from "../lib/accounts/announce-operator-link.ts";
import { type Config, loadConfig, processEnvironment } from "../lib/assembly/settings.ts";
import { ConfigError } from "../lib/kernel/settings.ts";
import { GatewayError } from "../lib/errors/gateway-error.ts";
import { startBackgroundWork } from "../lib/assembly/work.ts";
import { isBuildCurrent, stampBuild } from "./build-stamp.ts";
import { seedDemoData } from "./seed-demo.ts";

const ROOT = new URL("..", import.meta.url).pathname;
/** How long requests under way may take to end after Ctrl-C, in milliseconds. */
const DRAIN_MS = 5_000;

if (import.meta.main) await main();

async function main(): Promise<void> {
  try {
    const config = loadConfig(processEnvironment());
    assertPortFree(config);
    if (!await isBuildCurrent(ROOT)) {
      await new Builder().build();
      await stampBuild(ROOT);
    }
    await serve(config.origin);
  } catch (error) {
    console.error(sentence(error));
    Deno.exit(1);
  }
}

async function serve(origin: string): Promise<void> {
  const { services, stop, stopSignal } = await import("../main.ts");
  const { config } = services;
  const { default: built } = await import(new URL("../_fresh/server.js", import.meta.url).href);
  if (config.mode === "local" && await seedDemoData(services)) {
    console.info("Made demo data: vehicles, drivers, tariffs and a week of bookings.");
  }
  const server = Deno.serve(
    { hostname: config.host, port: config.port, onListen: () => {} },
    (request, info) => built.fetch(request, info),
  );
  const work = startBackgroundWork(services);
  console.info(`Avanti is running on ${origin} (Ctrl-C stops it)`);
  console.info(`Operators: ${origin}/admin`);
  const announce = () => announceOperatorLink(services, origin, console.info);
  await announce();
  announceOnSignal(announce, services.shutdown);
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

/** One clear sentence for what a person can mend; everything else keeps its stack. */
function sentence(error: unknown): string {
  if (error instanceof ConfigError || error instanceof GatewayError) return error.message;
  if (error instanceof Deno.errors.AddrInUse) {
    return "The port is taken. Stop what uses it, or choose another with PORT=8001.";
  }
  return error instanceof Error ? error.stack ?? error.message : String(error);
}
