// bench/checkout cuts: runs of the whole checkout whose processes are cut again and again, and what they came to.
import { PEOPLE, runCheckouts } from "../../tests/support/power-cuts/checkout-runs.ts";

/** Worlds between two lines that say how far it is. */
const A_LINE = 50;

/** Runs at least `runs` checkouts from a seed on; false when one of them broke a rule, which is said. */
export async function cutCheckouts(runs: number, seed: number): Promise<boolean> {
  const worlds = Math.ceil(runs / PEOPLE);
  const cuts = new Map<string, number>();
  const ends = new Map<string, number>();
  let broken = 0;
  for (let world = 0; world < worlds; world++) {
    try {
      const report = await runCheckouts(seed + world);
      for (const cut of report.cuts) count(cuts, cut);
      for (const [end, times] of Object.entries(report.ends)) count(ends, end, times);
    } catch (error) {
      broken++;
      console.error(error);
    }
    if ((world + 1) % A_LINE === 0) console.info(`${(world + 1) * PEOPLE} runs, ${broken} broken`);
  }
  const all = [...cuts.values()].reduce((sum, times) => sum + times, 0);
  console.info(`${worlds * PEOPLE} runs, ${all} cuts at ${cuts.size} places, ${broken} broken`);
  console.info([...ends].map(([end, times]) => `${times} ${end}`).join(", "));
  for (const [cut, times] of [...cuts].sort((a, b) => b[1] - a[1])) console.info(times, cut);
  return broken === 0;
}

function count(counts: Map<string, number>, word: string, times = 1): void {
  counts.set(word, (counts.get(word) ?? 0) + times);
}
