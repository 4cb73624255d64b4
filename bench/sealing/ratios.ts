// Two ways measured in turns, who is first taking turns as well: a machine that others use is as fast for both.
import { percentile } from "../board/percentile.ts";

/** The measured pairs. */
export interface Pairs {
  /** Prints medians and the ratio sealed / plain. */
  report(name: string, unit: string, wanted: number): void;
}

/** How much of something a second is done, both ways, `rounds` times. */
export async function ratios(
  rounds: number,
  { plain, sealed }: { plain: () => Promise<number>; sealed: () => Promise<number> },
): Promise<Pairs> {
  const pairs: [plain: number, sealed: number][] = [];
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) pairs.push([await plain(), await sealed()]);
    else {
      const first = await sealed();
      pairs.push([await plain(), first]);
    }
  }
  return {
    report(name, unit, wanted) {
      const of = (side: 0 | 1) => percentile(pairs.map((pair) => pair[side]), 0.5).toFixed(0);
      const all = pairs.map(([without, with_]) => with_ / without);
      const at = (share: number) => percentile(all, share).toFixed(2);
      console.info(
        `${name}: ${of(1)} ${unit} sealed, ${of(0)} without; ratio ${at(0.5)} ` +
          `(${at(0)} to ${at(1)}; wanted >= ${wanted})`,
      );
    },
  };
}
