// `deno task test`: unit, integration and browser tests; ends with one line that counts them.
import { CHROMIUM, hasChromium } from "../tests/support/chromium-path.ts";

/** Test tools have a lock file of their own, so that `start` downloads none of them. */
const TEST_LOCK = "--lock=tests/deno.lock";
const ROOT = new URL("..", import.meta.url).pathname;
if (import.meta.main) {
  const browser = await hasChromium();
  if (!browser) {
    console.info(
      `Browser tests left out: ${CHROMIUM} is missing (apt-get install chromium adds it)`,
    );
  }
  const ignored = browser ? [] : ["--ignore=tests/**/*_browser_test.ts"];
  const args = ["test", "-A", "--no-check", TEST_LOCK, ...ignored, "--parallel", ...Deno.args];
  const files = Deno.args.length > 0 ? [] : ["tests/"];
  const child = new Deno.Command(Deno.execPath(), {
    args: [...args, ...files],
    cwd: ROOT,
    env: { DENO_JOBS: "2", NO_COLOR: "1" },
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const output = await echo(child.stdout);
  const { code } = await child.status;
  const counts = [...output.matchAll(/(\d+) passed.*?\| (\d+) failed/g)].at(-1);
  const [, passed = "0", failed = code === 0 ? "0" : "1"] = counts ?? [];
  console.info(`${passed} passed, ${failed} failed`);
  Deno.exit(code === 0 && Number(passed) === 0 ? 1 : code);
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
