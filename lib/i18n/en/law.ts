// English: dated figures of the law that have to be seen to.
import type { lawSv } from "../sv/law.ts";

/** Said to operators. */
export const lawEn: typeof lawSv = {
  thresholdMissing: (year) =>
    `The price-quote threshold of ${year} is missing. It is due now: tell whoever looks after the system.`,
  thresholdExpected: (year) =>
    `The price-quote threshold of ${year} is only expected. The base amount is decided by now: tell whoever looks after the system.`,
};
