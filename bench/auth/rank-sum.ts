// Whether two sets of times could be of one kind: the rank-sum test of Wilcoxon, Mann and Whitney, two-sided, by the
// normal approximation with ties, which is right to three digits from twenty of each on.

/** The probability of ranks that differ as much or more when both sets are of one kind. */
export function rankSumP(a: readonly number[], b: readonly number[]): number {
  const all = [
    ...a.map((value) => ({ value, isFirst: true })),
    ...b.map((value) => ({ value, isFirst: false })),
  ].toSorted((x, y) => x.value - y.value);
  const { rankSum, ties } = rankSumOf(all);
  const [n, m] = [a.length, b.length];
  const total = n + m;
  const mean = n * (total + 1) / 2;
  const variance = n * m / 12 * (total + 1 - ties / (total * (total - 1)));
  if (variance === 0) return 1;
  const distance = Math.max(0, Math.abs(rankSum - mean) - 0.5);
  return 2 * upperTail(distance / Math.sqrt(variance));
}

/** The sum of ranks of the first set, equal values sharing theirs, and the sum of t³ − t over groups of equal values. */
function rankSumOf(all: readonly { value: number; isFirst: boolean }[]) {
  let rankSum = 0;
  let ties = 0;
  for (let from = 0; from < all.length;) {
    let to = from + 1;
    while (to < all.length && all[to]?.value === all[from]?.value) to++;
    const size = to - from;
    ties += size ** 3 - size;
    const firsts = all.slice(from, to).filter(({ isFirst }) => isFirst).length;
    rankSum += firsts * (from + 1 + to) / 2;
    from = to;
  }
  return { rankSum, ties };
}

/** How much of the normal distribution lies above `z` >= 0: Abramowitz and Stegun 26.2.17, off by 7.5e-8 at most. */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const terms = [0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const sum = terms.reduceRight((inner, term) => (inner + term) * t, 0);
  return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * sum;
}
