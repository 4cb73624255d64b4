// `deno task serve [--create-database] [--replace-secret]`: serves the finished build in production, until SIGTERM.
import { loadConfig, processEnvironment, productionByDefault } from "../lib/assembly/settings.ts";
import { isBuildCurrent } from "./build-stamp.ts";
import { serve } from "./serve.ts";
import { listen } from "./start.ts";
import { assertPortFree, Refused, runScript } from "./terminal.ts";

const ROOT = new URL("..", import.meta.url).pathname;
const OPTIONS = ["--create-database", "--replace-secret"];

if (import.meta.main) await runScript(main);

async function main(): Promise<void> {
  // A mistyped option must not be taken for none.
  const unknown = Deno.args.find((arg) => !OPTIONS.includes(arg));
  if (unknown !== undefined) throw new Refused(`Unknown option ${unknown}: ${OPTIONS.join(", ")}`);
  productionByDefault();
  const config = loadConfig(processEnvironment());
  if (config.mode !== "production") {
    throw new Refused("AVANTI_MODE is local: `deno task start` serves the demo.");
  }
  if (!await isBuildCurrent(ROOT)) throw new Refused("Build it first: deno task build");
  assertPortFree(config);
  await serve(await import("../main.ts"), listen);
}
