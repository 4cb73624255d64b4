// A day as customers make it, fixed in advance, and two harsher ones: flatter, and with a scan of all pairs between.
import { type Random, seeded, wholeBelow } from "../../tests/support/random.ts";

/** Where all of them start. */
export const SEED = 20_261_126;
/** Places, and quotes of a day. */
export const PLACES = 3_000;
export const QUOTES = 20_000;
/** When the tariff is edited, in hours of the day. */
export const EDIT_HOURS = [3, 9, 14, 20] as const;
/** Pairs of the scan between two quotes. */
const SCANNED = 5;

/** One quote, or a pair of the scan. */
export interface Quote {
  /** Milliseconds from midnight. */
  atMs: number;
  from: number;
  to: number;
  isScan: boolean;
}

/** A day. */
export interface Trace {
  name: string;
  quotes: readonly Quote[];
}

const HOUR_MS = 3_600_000;
/** How much is asked in each hour of the day: two rush hours. */
const HOURS = [2, 1, 1, 1, 2, 5, 10, 20, 18, 9, 7, 7, 8, 7, 8, 11, 19, 20, 12, 8, 6, 6, 5, 4];

/** The day of the promise. */
export function dayTrace(seed = SEED): Trace {
  return { name: "a day (Zipf 1.0)", quotes: quotesOf(seeded(seed), 1) };
}

/** The two harsher ones. */
export function harsherTraces(): Trace[] {
  const flat = { name: "flatter (Zipf 0.7)", quotes: quotesOf(seeded(SEED), 0.7) };
  return [flat, { name: "a day with a scan", quotes: scanned(quotesOf(seeded(SEED), 1)) }];
}

function quotesOf(random: Random, s: number): Quote[] {
  const place = zipf(random, s);
  const sum = HOURS.reduce((all, one) => all + one, 0);
  const quotes = HOURS.flatMap((share, hour) =>
    Array.from({ length: Math.round(QUOTES * share / sum) }, () => {
      const from = place();
      let to = place();
      while (to === from) to = place();
      return { atMs: Math.floor((hour + random()) * HOUR_MS), from, to, isScan: false };
    })
  );
  return quotes.sort((a, b) => a.atMs - b.atMs);
}

/** A place, the most popular first; `s` says how much more popular. */
function zipf(random: Random, s: number): () => number {
  const sums: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= PLACES; rank++) sums.push(sum += rank ** -s);
  return () => {
    const at = random() * sum;
    let low = 0;
    let high = PLACES - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** All pairs in their order, a few after each quote, as a program that copies prices would ask. */
function scanned(quotes: readonly Quote[]): Quote[] {
  let next = wholeBelow(seeded(SEED), PLACES);
  return quotes.flatMap((quote) => [
    quote,
    ...Array.from({ length: SCANNED }, () => {
      const pair = next++ % (PLACES * PLACES);
      const { atMs } = quote;
      return { atMs, from: Math.floor(pair / PLACES), to: pair % PLACES, isScan: true };
    }),
  ]);
}
