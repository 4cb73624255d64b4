// A whole run: chooses tests, sees that they pass, tries every mutant in copies of the checkout.
import { moduleGraph } from "../../tests/support/module-graph.ts";
import { measureTest, quickFirst, type TestBaseline } from "./baseline.ts";
import { type CheckoutCopy, copyCheckout } from "./checkout-copy.ts";
import { chooseTests, isAskedTest, type NearTest } from "./choose-tests.ts";
import { judgeMutant, type Verdict } from "./judge-mutant.ts";
import type { Mutant } from "./mutant.ts";

/** What a run needs. */
export interface MutantRun {
  /** The checkout, with a slash at the end, and its files. */
  root: string;
  files: readonly string[];
  mutants: readonly Mutant[];
  /** Reasons by id of mutants that nothing can see; they are not run. */
  equivalents: ReadonlyMap<string, string>;
  workers: number;
  types: boolean;
  stop: AbortSignal;
  say: (line: string) => void;
  /** Where copies are made; by default where temporary files belong. */
  copiesIn?: string;
}

/**
 * One verdict a mutant, in the order of `mutants`. After `stop` the rest is `not run`.
 * Throws RedBaseline when a test fails without any fault planted.
 */
export async function runMutants(run: MutantRun): Promise<Verdict[]> {
  const { mutants, equivalents, say } = run;
  const tried = mutants.filter(({ id }) => !equivalents.has(id));
  const failure = new AbortController();
  const stop = AbortSignal.any([run.stop, failure.signal]);
  const copies: CheckoutCopy[] = [];
  try {
    const workers = Math.min(run.workers, Math.max(tried.length, 1));
    for (let i = 0; i < workers; i++) {
      copies.push(await copyCheckout(run.root, run.files, run.copiesIn));
    }
    const testsOf = await testsByFile(run.files, tried, copies[0]?.root ?? run.root);
    const tests = new Set([...testsOf.values()].flat().map(({ path }) => path));
    const crew = { copies, stop, failure };
    const baseline = await measureAll(tests, crew, say);
    const verdicts = await judgeAll(tried, testsOf, baseline, crew, run);
    return mutants.map((mutant) =>
      verdicts.get(mutant.id) ?? untried(mutant, equivalents.get(mutant.id))
    );
  } finally {
    await Promise.all(copies.map((copy) => copy.remove()));
  }
}

/** An equivalent mutant has a reason; what has none was not reached in time. */
function untried(mutant: Mutant, reason: string | undefined): Verdict {
  const verdict = { mutant, tests: [], milliseconds: 0 };
  return reason === undefined
    ? { ...verdict, outcome: "not run" }
    : { ...verdict, outcome: "equivalent", reason };
}

/** The tests of every file with mutants, nearest first, by the module graph of the copy. */
async function testsByFile(
  files: readonly string[],
  mutants: readonly Mutant[],
  root: string,
): Promise<Map<string, NearTest[]>> {
  const graph = await moduleGraph(files.filter(isAskedTest), root);
  const paths = new Set(mutants.map(({ path }) => path));
  return new Map([...paths].map((path) => [path, chooseTests(path, graph)]));
}

async function measureAll(
  tests: ReadonlySet<string>,
  crew: Crew,
  say: (line: string) => void,
): Promise<Map<string, TestBaseline>> {
  const baseline = new Map<string, TestBaseline>();
  say(`Running ${tests.size} test files without any fault`);
  await shareOut([...tests], crew, async (test, copy) => {
    const measured = await measureTest(test, { ...copy, stop: crew.stop });
    if (measured === null) return;
    baseline.set(test, measured);
    const seconds = (measured.milliseconds / 1_000).toFixed(1);
    say(`[${baseline.size}/${tests.size}] ${test} (${seconds} s)`);
  });
  return baseline;
}

async function judgeAll(
  mutants: readonly Mutant[],
  testsOf: ReadonlyMap<string, NearTest[]>,
  baseline: ReadonlyMap<string, TestBaseline>,
  crew: Crew,
  { types, say }: MutantRun,
): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  await shareOut(mutants, crew, async (mutant, copy) => {
    const tests = quickFirst(testsOf.get(mutant.path) ?? [], baseline);
    const verdict = await judgeMutant(mutant, tests, { ...copy, stop: crew.stop, types });
    verdicts.set(mutant.id, verdict);
    const seconds = (verdict.milliseconds / 1_000).toFixed(1);
    const outcome = verdict.outcome.padEnd(11);
    say(`[${verdicts.size}/${mutants.length}] ${outcome} ${mutant.id} (${seconds} s)`);
  });
  return verdicts;
}

/** The copies at work, what stops them, and how one that fails stops the others. */
interface Crew {
  copies: readonly CheckoutCopy[];
  stop: AbortSignal;
  failure: AbortController;
}

/** Each copy takes the next of `items` as soon as it is free; ends when all have laid down their work. */
async function shareOut<T>(
  items: readonly T[],
  { copies, stop, failure }: Crew,
  work: (item: T, copy: CheckoutCopy) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  const ended = await Promise.allSettled(copies.map(async (copy) => {
    try {
      for (const item of rest) {
        if (stop.aborted) return;
        await work(item, copy);
      }
    } catch (error) {
      failure.abort();
      throw error;
    }
  }));
  for (const worker of ended) if (worker.status === "rejected") throw worker.reason;
}
