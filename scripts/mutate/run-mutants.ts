// A whole run: chooses tests, sees that they pass, tries every mutant in copies of the checkout.
import { moduleGraph } from "../../tests/support/module-graph.ts";
import { measureTest, type TestBaseline } from "./baseline.ts";
import { type CheckoutCopy, copyCheckout } from "./checkout-copy.ts";
import { chooseTests, isAskedTest } from "./choose-tests.ts";
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
  const failed = new AbortController();
  const stop = AbortSignal.any([run.stop, failed.signal]);
  const copies: CheckoutCopy[] = [];
  try {
    const workers = Math.min(run.workers, Math.max(tried.length, 1));
    for (let i = 0; i < workers; i++) {
      copies.push(await copyCheckout(run.root, run.files, run.copiesIn));
    }
    const testsOf = await testsByFile(run, copies[0]?.root ?? run.root);
    const baseline = await measureAll(new Set([...testsOf.values()].flat()), copies, stop, say);
    const verdicts = await judgeAll(tried, testsOf, baseline, copies, { ...run, stop });
    return mutants.map((mutant) =>
      verdicts.get(mutant.id) ?? { ...notRun(mutant), ...asEquivalent(equivalents.get(mutant.id)) }
    );
  } finally {
    failed.abort();
    await Promise.all(copies.map((copy) => copy.remove()));
  }
}

function notRun(mutant: Mutant): Verdict {
  return { mutant, outcome: "not run", tests: [], milliseconds: 0 };
}

function asEquivalent(reason: string | undefined): Pick<Verdict, "outcome" | "reason"> | object {
  return reason === undefined ? {} : { outcome: "equivalent", reason };
}

/** The tests of every file with mutants, nearest first, by the module graph of the copy. */
async function testsByFile({ files, mutants }: MutantRun, root: string) {
  const graph = await moduleGraph(files.filter(isAskedTest), root);
  const paths = new Set(mutants.map(({ path }) => path));
  return new Map([...paths].map((path) => [
    path,
    chooseTests(path, graph).map((test) => test.path),
  ]));
}

async function measureAll(
  tests: ReadonlySet<string>,
  copies: readonly CheckoutCopy[],
  stop: AbortSignal,
  say: (line: string) => void,
): Promise<Map<string, TestBaseline>> {
  const baseline = new Map<string, TestBaseline>();
  say(`Running ${tests.size} test files without any fault`);
  await shareOut([...tests], copies, async (test, { root }) => {
    const measured = await measureTest(test, { root, stop });
    if (measured === null) return;
    baseline.set(test, measured);
    const seconds = (measured.milliseconds / 1_000).toFixed(1);
    say(`[${baseline.size}/${tests.size}] ${test} (${seconds} s)`);
  });
  return baseline;
}

async function judgeAll(
  mutants: readonly Mutant[],
  testsOf: ReadonlyMap<string, string[]>,
  baseline: ReadonlyMap<string, TestBaseline>,
  copies: readonly CheckoutCopy[],
  { stop, types, say }: MutantRun,
): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  await shareOut(mutants, copies, async (mutant, { root }) => {
    if (stop.aborted) return;
    const tests = (testsOf.get(mutant.path) ?? []).flatMap((test) => baseline.get(test) ?? []);
    const verdict = await judgeMutant(mutant, tests, { root, stop, types });
    verdicts.set(mutant.id, verdict);
    const seconds = (verdict.milliseconds / 1_000).toFixed(1);
    const outcome = verdict.outcome.padEnd(11);
    say(`[${verdicts.size}/${mutants.length}] ${outcome} ${mutant.id} (${seconds} s)`);
  });
  return verdicts;
}

/** Each copy takes the next of `items` as soon as it is free. */
async function shareOut<T>(
  items: readonly T[],
  copies: readonly CheckoutCopy[],
  work: (item: T, copy: CheckoutCopy) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  await Promise.all(copies.map(async (copy) => {
    for (const item of rest) await work(item, copy);
  }));
}
