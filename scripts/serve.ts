// What every server of the product does beside answering: demo data, background work, the operators' link, and
// a clean end. `start` serves a finished build, `dev` one that follows the sources.
import {
  announceDemoLinks,
  announceOnSignal,
  announceServerLink,
} from "../lib/accounts/announce-links.ts";
import type { Config } from "../lib/assembly/settings.ts";
import { privateFile, writePrivately } from "../lib/kernel/private-file.ts";
import { startBackgroundWork } from "../lib/assembly/work.ts";
import { installLastResort } from "../lib/resilience/last-resort.ts";
import { demoPeople } from "./demo/demo-people.ts";
import { seedDemoData } from "./seed-demo.ts";
import { unsoldClasses } from "./unsold-classes.ts";

/** How long requests under way may take to end after Ctrl-C, in milliseconds. */
const DRAIN_MS = 5_000;

/** How long a proxy is left to notice that the process is about to end, in milliseconds. */
const LEAVE_MS = 1_000;

/** `main.ts`, loaded. */
export type Product = typeof import("../main.ts");

/** Starts to listen where the settings say; what it returns ends the listening once requests have ended. */
export type Listen = (config: Config) => Promise<() => Promise<void>>;

/** Serves until Ctrl-C or SIGTERM, then ends the process. */
export async function serve({ services, stop, stopSignal }: Product, listen: Listen) {
  installLastResort(services.lastResort, globalThis);
  // From the first moment: whoever reads that it runs may end it at once.
  const asked = stopAsked();
  const { config } = services;
  if (config.mode === "local" && await seedDemoData(services)) {
    console.info("Made demo data: vehicles, drivers, tariffs and a week of bookings.");
  }
  const unsold = await unsoldClasses(services);
  if (unsold !== null) console.warn(unsold);
  const shutdown = await listen(config);
  const work = startBackgroundWork(services);
  console.info(`Avanti is running on ${config.origin} (Ctrl-C stops it)`);
  console.info(`Operators: ${config.origin}/admin`);
  if (config.mode === "local") console.info(`Messages to customers: ${config.origin}/outbox`);
  const announce = () => announceLinks(services);
  await announce();
  announceOnSignal(services, announce, services.shutdown);
  await asked;
  console.info("Stopping …");
  stopSignal.abort();
  // Behind a proxy: what is new is held there once it has asked again. It asks four times a second.
  if (config.proxies > 0) await new Promise((resolve) => setTimeout(resolve, LEAVE_MS));
  const drained = Promise.all([shutdown(), work]);
  await Promise.race([drained, new Promise((resolve) => setTimeout(resolve, DRAIN_MS))]);
  stop();
  Deno.exit(0);
}

/** The demo has a person of each role; a company has whoever runs its server, until they invite others. */
async function announceLinks(services: Product["services"]): Promise<void> {
  const { config } = services;
  const { origin } = config;
  const write = linkWriter(config);
  if (config.mode === "production") return await announceServerLink(services, origin, write);
  await announceDemoLinks(services, { origin, people: await demoPeople(services) }, write);
}

/**
 * Where operators' links go. What production prints may be collected and read by many: there a link is written where
 * only the server's own user reads it, unless a person looks at the terminal.
 */
function linkWriter({ mode, database }: Config): (line: string) => void {
  if (mode !== "production" || Deno.stdout.isTerminal()) return (line) => console.info(line);
  const file = privateFile(database, "operator-link");
  return (line) => {
    if (!line.includes("://")) return console.info(line);
    writePrivately(file, `${line}\n`);
    console.info(`A link for operators is in ${file}`);
  };
}

/** Resolves at the first Ctrl-C or SIGTERM, or when the terminal it was started from is closed. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    Deno.addSignalListener("SIGINT", () => resolve());
    if (Deno.build.os === "windows") return;
    for (const signal of ["SIGTERM", "SIGHUP"] as const) {
      Deno.addSignalListener(signal, () => resolve());
    }
  });
}
