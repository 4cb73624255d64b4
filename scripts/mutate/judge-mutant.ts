// What the tests say to one mutant, planted in a copy of the checkout and taken out again.
import { maySee, type TestBaseline } from "./baseline.ts";
import { type Mutant, withMutant } from "./mutant.ts";
import { type Bounds, checkTypes, type Ended, runTests } from "./run-deno.ts";

/** What became of a mutant. */
export type Outcome =
  | "found"
  | "timed out"
  | "survived"
  | "not covered"
  | "equivalent"
  | "found by the compiler"
  | "not run";

/** One mutant and what became of it. */
export interface Verdict {
  mutant: Mutant;
  outcome: Outcome;
  /** Test files that ran, in order; the last one may have been cut short. */
  tests: string[];
  /** The test that failed, when its name could be read. */
  foundBy?: string;
  /** Why it is equivalent. */
  reason?: string;
  milliseconds: number;
}

/**
 * The nearest tests run in a process of their own, because most faults are found there; then twice as many, and so
 * on: deno runs the files of one process deepest folder first, whatever order they are given in.
 */
const NEAREST = 4;

/** A fault may slow a test this much, and a machine may stall this long, before it counts as hanging. */
const SLOWER = 3;
const STALL_MS = 10_000;

/** A type check of one file takes seconds; past this it hangs. */
const TYPES_LIMIT_MS = 120_000;

/** Plants the mutant in the copy at `root`, runs the tests that may see it, and restores the file. */
export async function judgeMutant(
  mutant: Mutant,
  tests: readonly TestBaseline[],
  options: Omit<Bounds, "limitMs"> & { types: boolean },
): Promise<Verdict> {
  const asked = tests.filter((test) => maySee(test, mutant));
  if (asked.length === 0) return { mutant, outcome: "not covered", tests: [], milliseconds: 0 };
  const started = performance.now();
  const file = options.root + mutant.path;
  const text = await Deno.readTextFile(file);
  await Deno.writeTextFile(file, withMutant(text, mutant));
  try {
    const verdict = options.types && !await passesTypes(mutant, options)
      ? { outcome: options.stop.aborted ? "not run" as const : "found by the compiler" as const }
      : await askTests(asked, options);
    return { mutant, tests: [], ...verdict, milliseconds: performance.now() - started };
  } finally {
    await Deno.writeTextFile(file, text);
  }
}

async function passesTypes(mutant: Mutant, bounds: Omit<Bounds, "limitMs">): Promise<boolean> {
  return (await checkTypes(mutant.path, { ...bounds, limitMs: TYPES_LIMIT_MS })).success;
}

async function askTests(
  asked: readonly TestBaseline[],
  bounds: Omit<Bounds, "limitMs">,
): Promise<Omit<Verdict, "mutant" | "milliseconds">> {
  const ran: string[] = [];
  for (const batch of batchesOf(asked)) {
    const usual = batch.reduce((sum, test) => sum + test.milliseconds, 0);
    const paths = batch.map(({ path }) => path);
    const ended = await runTests(paths, { ...bounds, limitMs: usual * SLOWER + STALL_MS });
    if (ended.stopped) return { outcome: "not run", tests: ran };
    ran.push(...begunTests(ended));
    if (ended.timedOut) return { outcome: "timed out", tests: ran };
    if (!ended.success) {
      const foundBy = failedTest(ended);
      return { outcome: "found", tests: ran, ...(foundBy === undefined ? {} : { foundBy }) };
    }
  }
  return { outcome: "survived", tests: ran };
}

function batchesOf<T>(all: readonly T[], size = NEAREST): T[][] {
  if (all.length === 0) return [];
  return [all.slice(0, size), ...batchesOf(all.slice(size), size * 2)];
}

/** `running 3 tests from ./tests/x_test.ts` */
function begunTests({ output }: Ended): string[] {
  return [...output.matchAll(/^running \d+ tests? from \.\/(\S+)$/gm)]
    .flatMap(([, path]) => path ?? []);
}

/** `name => ./tests/x_test.ts:12:6`, as deno lists failures, or `./tests/x_test.ts (uncaught error)`. */
function failedTest({ output }: Ended): string | undefined {
  return /^(.* => \.\/tests\/\S+)$/m.exec(output)?.[1] ??
    /^(?:error: )?(.*tests\/\S+_test\.tsx? .*error.*)$/m.exec(output)?.[1];
}
