// `deno task test [PATH …] [OPTION …]`: unit, integration and browser tests; ends with one line that counts them.
import { CHROMIUM, hasChromium } from "../tests/support/chromium-path.ts";
import { CHECKED_TOO, HOUSE_RULES } from "./house-rules.ts";
import { warnOfLaw } from "./law-due.ts";

const HELP = `deno task test [PATH …] [OPTION …]

Runs every test, or those of the named files and folders. Options of \`deno test\` are passed on:

  deno task test tests/pricing tests/booking/contact_test.ts
  deno task test tests/browser --filter "in English"

  --after-check  leaves out what \`deno task check\` has looked at
  --help         shows this

Browser tests need ${CHROMIUM}
or /usr/bin/chromium; without either they are left out, and one line says so.
Properties look at the same cases every time; AVANTI_TEST_SEED=random looks at others.`;

/** Test tools have a lock file of their own, so that `start` downloads none of them. */
const TEST_LOCK = "--lock=tests/deno.lock";
const ROOT = new URL("..", import.meta.url).pathname;
const BROWSER_TESTS = "tests/**/*_browser_test.ts";
/** Slow files that a run of everything names at its end. */
const SLOW_FILES = 5;

if (import.meta.main) await main();

async function main(): Promise<void> {
  if (Deno.args.includes("--help")) return console.info(HELP);
  warnOfLaw();
  const browser = await hasChromium();
  if (!browser) {
    console.info(
      `Browser tests left out: ${CHROMIUM} is missing (apt-get install chromium-headless-shell adds it)`,
    );
  }
  const report = await Deno.makeTempFile({ prefix: "avanti-tests-", suffix: ".xml" });
  const child = new Deno.Command(Deno.execPath(), {
    args: [...testArguments(Deno.args, browser), `--junit-path=${report}`],
    cwd: ROOT,
    env: { DENO_JOBS: "2", NO_COLOR: "1" },
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const output = await echo(child.stdout);
  const { code } = await child.status;
  if (namedPaths(Deno.args).length === 0) {
    for (const line of slowestFiles(await Deno.readTextFile(report))) console.info(line);
  }
  await Deno.remove(report);
  const counts = [...output.matchAll(/(\d+) passed.*?\| (\d+) failed/g)].at(-1);
  const [, passed = "0", failed = code === 0 ? "0" : "1"] = counts ?? [];
  console.info(`${passed} passed, ${failed} failed`);
  Deno.exit(code === 0 && Number(passed) === 0 ? 1 : code);
}

/** What `deno` is called with for what a person wrote. */
export function testArguments(written: readonly string[], hasBrowser: boolean): string[] {
  const ignored = [
    ...hasBrowser ? [] : [BROWSER_TESTS],
    ...written.includes("--after-check") ? [...HOUSE_RULES, ...CHECKED_TOO] : [],
  ];
  return [
    ...["test", "-A", "--no-check", TEST_LOCK, "--parallel"],
    ...ignored.length === 0 ? [] : [`--ignore=${ignored.join(",")}`],
    ...written.filter((word) => word !== "--after-check"),
    ...namedPaths(written).length === 0 ? ["tests/"] : [],
  ];
}

/** Files and folders are written as such; everything else is an option or its value. */
function namedPaths(written: readonly string[]): string[] {
  return written.filter((word) => /^(\.\/)?tests(\/|$)/.test(word));
}

/** The files that took longest, as lines, from a report in JUnit's form. */
export function slowestFiles(junit: string): string[] {
  const seconds = new Map<string, number>();
  for (const [, file = "", time] of junit.matchAll(/ classname="([^"]*)" time="([\d.]+)"/g)) {
    seconds.set(file, (seconds.get(file) ?? 0) + Number(time));
  }
  const slowest = [...seconds].sort(([, a], [, b]) => b - a).slice(0, SLOW_FILES);
  return slowest.map(([file, time]) =>
    `${time.toFixed(1).padStart(6)} s ${file.replace(/^\.\//, "")}`
  );
}

/** Shows what the tests print as they print it, and returns it. */
async function echo(stream: ReadableStream<Uint8Array>): Promise<string> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true });
    Deno.stdout.writeSync(chunk);
  }
  return text;
}
