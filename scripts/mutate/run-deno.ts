// One deno process with a time limit; it ends early when the whole run is stopped.

/** Test tools have a lock file of their own, so that `start` downloads none of them. */
const TEST_LOCK = "--lock=tests/deno.lock";

/** A mutant may allocate without end; megabytes for the heap of one process. */
const MAX_HEAP_MEGABYTES = 1_536;

/** What a process answers to Ctrl-C. */
const INTERRUPTED = 130;

/** A process that a test left behind may hold the output open; its test has long said what it had to say. */
const LEFT_OPEN_MS = 1_000;

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
  /** Where it puts temporary files. */
  temporary: string;
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
  { root, temporary, limitMs, stop }: Bounds,
): Promise<Ended> {
  const started = performance.now();
  if (stop.aborted) {
    return { success: false, timedOut: false, stopped: true, output: "", milliseconds: 0 };
  }
  const child = new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: root,
    env: { NO_COLOR: "1", TMPDIR: temporary },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const output = readAll([child.stdout, child.stderr]);
  let timedOut = false;
  let hasEnded = false;
  const kill = () => {
    if (!hasEnded) child.kill("SIGKILL");
  };
  const timer = setTimeout(() => {
    timedOut = !hasEnded;
    kill();
  }, limitMs);
  stop.addEventListener("abort", kill);
  try {
    const { success, code, signal } = await child.status;
    hasEnded = true;
    return {
      success,
      timedOut,
      // Ctrl-C reaches the child as well, and maybe sooner.
      stopped: stop.aborted || signal === "SIGINT" || code === INTERRUPTED,
      output: await output.end(),
      milliseconds: performance.now() - started,
    };
  } finally {
    clearTimeout(timer);
    stop.removeEventListener("abort", kill);
  }
}

/** Reads streams as they come. `end` waits for the rest, but not for what a process left behind still holds open. */
function readAll(
  streams: readonly ReadableStream<Uint8Array<ArrayBuffer>>[],
): { end(): Promise<string> } {
  const readers = streams.map((stream) => stream.pipeThrough(new TextDecoderStream()).getReader());
  const texts = readers.map(() => "");
  const done = Promise.all(readers.map(async (reader, i) => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      texts[i] += part.value;
    }
  }));
  return {
    async end() {
      // A stream that ended in an error has nothing left to cancel; `done` tells of it.
      const giveUp = () => readers.forEach((reader) => void reader.cancel().catch(() => {}));
      const timer = setTimeout(giveUp, LEFT_OPEN_MS);
      await done;
      clearTimeout(timer);
      return texts.join("");
    },
  };
}
