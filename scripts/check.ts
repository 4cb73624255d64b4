// `deno task check`: documents, generated files, format, lint, house rules, types, lost promises. Quick steps come first;
// each that fails shows its problems and the command that mends or repeats it.
import { checkManifest } from "../lib/jsr/fresh/manifest.ts";
import { checkDocs } from "./check-docs.ts";
import { warnOfLaw } from "./law-due.ts";
import { HOUSE_RULES } from "./house-rules.ts";
import { lostPromises } from "./promises/lost-promises.ts";

/** Test tools have a lock file of their own, so that `start` downloads none of them. */
const TEST_LOCK = "--lock=tests/deno.lock";

const ROOT = new URL("..", import.meta.url).pathname;

/** One thing that is looked at. */
export interface Step {
  name: string;
  /** What a person runs when it fails. */
  command: string;
  /** Its problems, none when all is well. */
  run: () => Promise<string[]>;
}

const STEPS: readonly Step[] = [
  {
    name: "documentation",
    command: "deno task check, when the paths above exist",
    run: () => checkDocs(ROOT),
  },
  { name: "route manifest", command: "deno task build", run: manifestIsCurrent },
  {
    name: "style sheets",
    command: "deno run -A scripts/build-styles.ts",
    run: () => deno(["run", "-A", "--quiet", "scripts/build-styles.ts", "--check"]),
  },
  {
    name: "icons",
    command: "deno run -A --lock=tests/deno.lock scripts/build-icons.ts",
    run: () => deno(["run", "-A", "--quiet", TEST_LOCK, "scripts/build-icons.ts", "--check"]),
  },
  {
    name: "session trail",
    command: "deno run -A scripts/build-trail.ts",
    run: () => deno(["run", "-A", "--quiet", "scripts/build-trail.ts", "--check"]),
  },
  {
    name: "ASVS table",
    command: "deno run -A scripts/build-asvs.ts",
    run: () => deno(["run", "-A", "--quiet", "scripts/build-asvs.ts", "--check"]),
  },
  {
    name: "table of indexes",
    command: "deno run -A scripts/build-indexes.ts",
    run: () => deno(["run", "-A", "--quiet", "scripts/build-indexes.ts", "--check"]),
  },
  { name: "format", command: "deno fmt", run: () => deno(["fmt", "--check"]) },
  { name: "lint", command: "deno lint", run: () => deno(["lint", "--quiet"]) },
  {
    name: "house rules",
    command: `deno task test ${HOUSE_RULES.join(" ")}`,
    run: brokenRules,
  },
  {
    name: "types",
    command: `deno check ${TEST_LOCK} .`,
    run: () => deno(["check", "--quiet", TEST_LOCK, "."]),
  },
  {
    name: "promises",
    command: "await them, catch what they may throw, or say by `void` and a reason why not",
    run: () => lostPromises(ROOT),
  },
];

if (import.meta.main) {
  warnOfLaw();
  if (!await runSteps(STEPS, () => performance.now(), (line) => console.info(line))) Deno.exit(1);
}

/** Runs every step, also after one that failed, and tells how each went. True when all went well. */
export async function runSteps(
  steps: readonly Step[],
  nowMs: () => number,
  tell: (line: string) => void,
): Promise<boolean> {
  const startMs = nowMs();
  const seconds = (sinceMs: number) => `${((nowMs() - sinceMs) / 1_000).toFixed(1)} s`;
  const failed: string[] = [];
  for (const { name, command, run } of steps) {
    const stepMs = nowMs();
    const problems = await run();
    const isWell = problems.length === 0;
    tell(`${isWell ? "ok    " : "FAILED"} ${name} (${seconds(stepMs)})`);
    if (isWell) continue;
    failed.push(name);
    for (const problem of problems) tell(problem.trimEnd());
    tell(`Run: ${command}`);
  }
  const outcome = failed.length === 0 ? "All checks passed" : `Failed: ${failed.join(", ")}`;
  tell(`${outcome} (${seconds(startMs)})`);
  return failed.length === 0;
}

/** Runs a deno command; what it printed when it failed, nothing when it passed. */
async function deno(args: string[]): Promise<string[]> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd: ROOT,
    env: { NO_COLOR: "1" },
    stdout: "piped",
    stderr: "piped",
  }).output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return success ? [] : [decode(stdout) + decode(stderr)];
}

/** What the house rules print, without the rules that are kept. */
async function brokenRules(): Promise<string[]> {
  const printed = await deno(["test", "-A", "--no-check", "--quiet", TEST_LOCK, ...HOUSE_RULES]);
  const lines = printed.flatMap((text) => text.split("\n"));
  return lines.filter((line) => line.trim() !== "" && !/^running | \.\.\. ok \(/.test(line));
}

async function manifestIsCurrent(): Promise<string[]> {
  const { stale } = await checkManifest(ROOT);
  return stale ? ["fresh.gen.ts is stale"] : [];
}
