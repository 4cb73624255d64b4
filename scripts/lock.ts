// Writes both lock files anew: deno.lock has what the product needs, tests/deno.lock what tests and tools add.
// Run it after adding or raising a package: deno run -A --no-lock scripts/lock.ts
import { PROMISE_TOOLS } from "./promises/tools.ts";

const ROOT = new URL("..", import.meta.url).pathname;

/** Everything `start`, `dev` and `build` run. */
const PRODUCT = ["main.ts", "dev.ts", "fresh.gen.ts", "scripts/start.ts"];

/** Imports what the bench builds, which is not there on a clean checkout; it needs no package of its own. */
const IMPORTS_A_BUILD = "bench/web/site/serve.ts";

if (import.meta.main) {
  await rewrite("deno.lock", ["install"]);
  await deno(["cache", "--lock=deno.lock", "--frozen=false", ...PRODUCT]);
  await Deno.copyFile(`${ROOT}deno.lock`, `${ROOT}tests/deno.lock`);
  const sources = ["tests", "scripts", "bench", "lib", "routes", "islands"].flatMap(sourcesBelow);
  await deno(["cache", "--lock=tests/deno.lock", "--frozen=false", ...sources, ...PROMISE_TOOLS]);
}

async function rewrite(lock: string, command: string[]): Promise<void> {
  await Deno.remove(ROOT + lock).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
  await deno([...command, "--frozen=false"]);
}

async function deno(args: string[]): Promise<void> {
  const { success } = await new Deno.Command(Deno.execPath(), { args, cwd: ROOT }).spawn().status;
  if (!success) throw new Error(`deno ${args[0]} failed`);
}

function sourcesBelow(folder: string): string[] {
  return [...Deno.readDirSync(ROOT + folder)].flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) return sourcesBelow(path);
    return /\.tsx?$/.test(entry.name) && path !== IMPORTS_A_BUILD ? [path] : [];
  });
}
