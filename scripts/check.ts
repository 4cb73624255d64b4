// `deno task check`: format, lint, types, manifest drift, documentation links. Says which of them failed.
import { checkDocs } from "./check-docs.ts";
import { checkManifest } from "../lib/jsr/fresh/manifest.ts";

/** Test tools have a lock file of their own, so that `start` downloads none of them. */
const TEST_LOCK = "--lock=tests/deno.lock";

const ROOT = new URL("..", import.meta.url).pathname;

const STEPS: readonly { name: string; run: () => Promise<string[]> }[] = [
  { name: "format", run: () => deno(["fmt", "--check"]) },
  { name: "lint", run: () => deno(["lint"]) },
  { name: "types", run: () => deno(["check", TEST_LOCK, "."]) },
  { name: "manifest", run: manifestIsCurrent },
  { name: "documentation", run: () => checkDocs(ROOT) },
];

if (import.meta.main) {
  const failed: string[] = [];
  for (const { name, run } of STEPS) {
    const problems = await run();
    console.info(`${problems.length === 0 ? "ok    " : "FAILED"} ${name}`);
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) failed.push(name);
  }
  if (failed.length > 0) Deno.exit(1);
}

/** Runs a deno command; what it printed when it failed, nothing when it passed. */
async function deno(args: string[]): Promise<string[]> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd: ROOT,
    stdout: "piped",
    stderr: "piped",
  }).output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return success ? [] : [decode(stdout) + decode(stderr)];
}

async function manifestIsCurrent(): Promise<string[]> {
  const { stale } = await checkManifest(ROOT);
  return stale ? ["fresh.gen.ts is stale; run: deno task build"] : [];
}
