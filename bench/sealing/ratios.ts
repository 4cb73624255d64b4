// Two ways measured in turns, who is first taking turns as well: a machine that others use is as fast for both. Beside what
// a clock on the wall says stands what the process itself has worked, which others cannot take away.
import process from "node:process";
import { percentile } from "../board/percentile.ts";

/** What some work took. */
export interface Took {
  perSecond: number;
  /** Milliseconds of the processor, all threads of this process, for one of them. */
  cpuMs: number;
}

/** The measured pairs. */
export interface Pairs {
  /** Prints medians and the ratio sealed / plain. */
  report(name: string, wanted: number): void;
}

/** Does something `count` times in all, and says what it took. */
export async function took(count: number, work: () => Promise<void>): Promise<Took> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: count / seconds, cpuMs: (user + system) / 1_000 / count };
}

/** Both ways, `rounds` times. */
export async function ratios(
  rounds: number,
  { plain, sealed }: { plain: () => Promise<Took>; sealed: () => Promise<Took> },
): Promise<Pairs> {
  const pairs: [plain: Took, sealed: Took][] = [];
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) pairs.push([await plain(), await sealed()]);
    else {
      const first = await sealed();
      pairs.push([await plain(), first]);
    }
  }
  return { report: (name, wanted) => print(name, wanted, pairs) };
}

function print(name: string, wanted: number, pairs: readonly [plain: Took, sealed: Took][]): void {
  const median = (of: (pair: [Took, Took]) => number) =>
    percentile(pairs.map((one) => of([...one])), 0.5);
  const wall = ([without, sealed]: [Took, Took]) => sealed.perSecond / without.perSecond;
  const cpu = ([without, sealed]: [Took, Took]) => without.cpuMs / sealed.cpuMs;
  const rate = (side: 0 | 1) => median((pair) => pair[side].perSecond).toFixed(0);
  const work = (side: 0 | 1) => median((pair) => pair[side].cpuMs).toFixed(2);
  console.info(`${name} (wanted >= ${wanted})`);
  console.info(
    `  wall: ${rate(1)} a second sealed, ${rate(0)} without; ratio ${median(wall).toFixed(2)}`,
  );
  console.info(
    `  processor: ${work(1)} ms sealed, ${work(0)} without; ratio ${median(cpu).toFixed(2)}`,
  );
}
