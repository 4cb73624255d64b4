// The promise of the detectors: of 100,000 visits without harm fewer than one in a thousand is found, with 95 in 100
// certainty on one side; beside it how many planted attacks of each kind are.
import { MOST_ATTACKS } from "./attacks.ts";
import { precision, recall, upperBound } from "./simulate.ts";

const VISITS = 100_000;
const SEED = 20_261_127;
/** Visits without harm that attacks are planted among. */
const BACKGROUND = 10_000;
/** The bound that is promised. */
const MOST = 0.001;

const begin = performance.now();
const benign = precision(SEED, VISITS);
const bound = upperBound(benign.falsePositives, benign.visits);
console.info(
  `${benign.visits} visits without harm, ${benign.events} events: ${benign.falsePositives} found, ` +
    `bound ${(100 * bound).toFixed(4)} % (promised < ${100 * MOST} %)`,
);
console.info("  by detector", benign.byDetector, "by persona", benign.byPersona);
for (
  const [name, { planted, found }] of Object.entries(recall(SEED + 1, MOST_ATTACKS, BACKGROUND))
) {
  console.info(
    `  ${name.padEnd(24)} ${found} of ${planted} found (${(100 * found / planted).toFixed(1)} %)`,
  );
}
console.info(`  ${((performance.now() - begin) / 1_000).toFixed(1)} s`);
if (bound >= MOST) {
  console.error("Too many of those without harm are found");
  Deno.exit(1);
}
