// `deno task reset-demo [--yes]`: empties a local database that holds demo data and makes the data again,
// for example after a vehicle class was added. Never touches a database that was not made by the demo.
import type { Services } from "../lib/assembly/services.ts";
import { type Config, loadConfig, processEnvironment } from "../lib/assembly/settings.ts";
import { clearDatabase } from "../lib/kv/clear.ts";
import { isSeeded, seedDemoData } from "./seed-demo.ts";
import { isAgreed, Refused, runScript } from "./terminal.ts";

if (import.meta.main) await runScript(main);

async function main(): Promise<void> {
  const config = loadConfig(processEnvironment());
  assertLocal(config);
  // A server keeps the fleet and its days in memory: it must not run while they are made anew.
  Deno.listen({ hostname: config.host, port: config.port }).close();
  const { services, stop } = await import("../main.ts");
  try {
    await resetDemo(
      services,
      () =>
        isAgreed(
          `Delete everything in ${config.database} and make the demo data again?`,
          Deno.args,
        ),
    );
    console.info(`Made the demo data of ${config.database} again.`);
  } finally {
    stop();
  }
}

/** Empties the database and seeds it anew. Throws Refused when it is no demo, or nobody agreed. */
export async function resetDemo(
  services: Services,
  agreed: () => boolean,
  tripsPerDay?: number,
): Promise<void> {
  assertLocal(services.config);
  if (!await isSeeded(services)) {
    throw new Refused("The database holds no demo data, so nothing in it is deleted.");
  }
  if (!agreed()) throw new Refused("Nothing was deleted; --yes deletes it.");
  await clearDatabase(services.db);
  await seedDemoData(services, tripsPerDay);
}

function assertLocal({ mode }: Pick<Config, "mode">): void {
  if (mode !== "local") throw new Refused("Demo data is reset in local mode only.");
}
