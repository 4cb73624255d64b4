// One deno process with a time limit; it ends early when the whole run is stopped.

/** Test tools have a lock file of their own, so that `start` downloads none of them. */
const TEST_LOCK = "--lock=tests/deno.lock";

/** A mutant may allocate without end; megabytes for the heap of one process. */
const MAX_HEAP_MEGABYTES = 1_536;

/** What a process answers to Ctrl-C. */
const INTERRUPTED = 130;

/** How a process ended. */
export interface Ended {
  success: boolean;
  timedOut: boolean;
  stopped: boolean;
  output: string;
  milliseconds: number;
}

/** Where and how long a process may run. */
export interface Bounds {
  root: string;
  limitMs: number;
  stop: AbortSignal;
}

/** Runs test files in the given order until one fails. */
export function runTests(
  tests: readonly string[],
  bounds: Bounds,
  flags: readonly string[] = [],
): Promise<Ended> {
  const heap = `--v8-flags=--max-old-space-size=${MAX_HEAP_MEGABYTES}`;
  return runDeno(
    ["test", "-A", "--no-check", "--fail-fast", TEST_LOCK, heap, ...flags, ...tests],
    bounds,
  );
}

/** Type-checks one file and what it imports. */
export function checkTypes(path: string, bounds: Bounds): Promise<Ended> {
  return runDeno(["check", TEST_LOCK, path], bounds);
}

/** Runs a deno command. */
export async function runDeno(
  args: readonly string[],
  { root, limitMs, stop }: Bounds,
): Promise<Ended> {
  const started = performance.now();
  if (stop.aborted) {
    return { success: false, timedOut: false, stopped: true, output: "", milliseconds: 0 };
  }
  const child = new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: root,
    env: { NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let timedOut = false;
  const kill = () => child.kill("SIGKILL");
  const timer = setTimeout(() => {
    timedOut = true;
    kill();
  }, limitMs);
  stop.addEventListener("abort", kill);
  try {
    const { success, code, signal, stdout, stderr } = await child.output();
    const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    return {
      success,
      timedOut,
      // Ctrl-C reaches the child as well, and maybe sooner.
      stopped: stop.aborted || signal === "SIGINT" || code === INTERRUPTED,
      output: decode(stdout) + decode(stderr),
      milliseconds: performance.now() - started,
    };
  } finally {
    clearTimeout(timer);
    stop.removeEventListener("abort", kill);
  }
}
