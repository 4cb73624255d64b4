// The tests before any fault is planted: that they pass, how long they take, which lines they run.
import type { NearTest } from "./choose-tests.ts";
import { type CoveredLines, mayRun, parseLcov } from "./covered-lines.ts";
import { type Bounds, type Ended, runDeno, runTests } from "./run-deno.ts";

/** A test file that took longer is not measured: counting lines slows what computes much by a factor of six. */
const MEASURED_MS = 6_000;

/** The longest a test file may take on a slow machine. */
const LIMIT_MS = 300_000;

/** One test file as it is without a fault. */
export interface TestBaseline {
  path: string;
  milliseconds: number;
  /** Null when it was not measured: it may run anything it loads. */
  covered: CoveredLines | null;
}

/** Why a run cannot begin: a test that fails without any fault planted. */
export class RedBaseline extends Error {
  constructor(readonly test: string, readonly output: string) {
    super(`${test} fails without any fault planted`);
  }
}

/** Runs one test file unmutated; null when the whole run was stopped meanwhile. */
export async function measureTest(
  path: string,
  bounds: Omit<Bounds, "limitMs">,
): Promise<TestBaseline | null> {
  const folder = await Deno.makeTempDir({ dir: bounds.temporary });
  try {
    const flags = [`--coverage=${folder}`, "--coverage-raw-data-only"];
    const measured = await runTests([path], { ...bounds, limitMs: MEASURED_MS }, flags);
    if (measured.stopped) return null;
    if (measured.timedOut) return await timeTest(path, bounds);
    throwIfRed(path, measured);
    const lcov = await runDeno(["coverage", "--lcov", folder], { ...bounds, limitMs: LIMIT_MS });
    // A test that loads no file of the repository leaves nothing to report, and deno calls that a failure.
    const covered = parseLcov(lcov.success ? lcov.output : "", bounds.root);
    return { path, milliseconds: measured.milliseconds, covered };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Whether a test can see a fault. */
export function maySee({ covered }: TestBaseline, mutant: Parameters<typeof mayRun>[1]): boolean {
  return covered === null || mayRun(covered, mutant);
}

/** Nearest first; but what takes long and is not near comes last, when the quick ones have found nothing. */
export function quickFirst(
  tests: readonly NearTest[],
  baseline: ReadonlyMap<string, TestBaseline>,
): TestBaseline[] {
  const isSlow = ({ path, hops }: NearTest) => hops > 1 && baseline.get(path)?.covered === null;
  const { quick = [], slow = [] } = Object.groupBy(tests, (t) => isSlow(t) ? "slow" : "quick");
  return [...quick, ...slow].flatMap(({ path }) => baseline.get(path) ?? []);
}

async function timeTest(
  path: string,
  bounds: Omit<Bounds, "limitMs">,
): Promise<TestBaseline | null> {
  const timed = await runTests([path], { ...bounds, limitMs: LIMIT_MS });
  if (timed.stopped) return null;
  throwIfRed(path, timed);
  return { path, milliseconds: timed.milliseconds, covered: null };
}

function throwIfRed(path: string, ended: Ended): void {
  if (!ended.success) throw new RedBaseline(path, ended.output);
}
