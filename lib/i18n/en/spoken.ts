// English: lengths of time and parts of a price as one says them.

const LENGTHS: Readonly<Record<number, string>> = {
  1: "one minute",
  15: "a quarter of an hour",
  30: "half an hour",
  60: "one hour",
};

/** `a quarter of an hour`, `one hour`, `2 hours`, otherwise `25 minutes`. */
export function spokenMinutesEn(minutes: number): string {
  return LENGTHS[minutes] ?? (minutes % 60 === 0 ? `${minutes / 60} hours` : `${minutes} minutes`);
}

const PARTS: Readonly<Record<number, string>> = {
  0: "nothing",
  50: "half the price",
  100: "the full price",
};

/** `half the price`, `the full price`, otherwise `25% of the price`. */
export function partOfPriceEn(percent: number): string {
  return PARTS[percent] ?? `${percent}% of the price`;
}
