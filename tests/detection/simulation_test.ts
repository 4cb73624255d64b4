// The promise of the detectors in short: the long version is `deno task bench detection`.
import assert from "node:assert/strict";
import { DETECTORS } from "../../lib/detection/finding.ts";
import { precision, recall, upperBound } from "../../bench/detection/simulate.ts";

/** The least part of planted attacks that is found, by detector: of the careful ones some are not. */
const FOUND_AT_LEAST = {
  "credential-stuffing": 0.8,
  "account-guessing": 0.95,
  "code-guessing": 0.8,
  scraping: 0.6,
  enumeration: 0.6,
  "session-in-two-places": 0.8,
  "unusual-reading": 0.8,
  "off-hours-export": 0.8,
  "secret-probing": 0.9,
} as const;

Deno.test("of visits without harm hardly any is found, and the same ones each time", () => {
  const once = precision(1, 6_000);
  assert.equal(once.visits, 6_000);
  assert(once.falsePositives <= 6, JSON.stringify(once));
  assert.deepEqual(precision(1, 6_000), once);
});

Deno.test("of planted attacks each detector finds its own", () => {
  const of = recall(2, 24, 1_500);
  for (const name of DETECTORS) {
    const { planted, found } = of[name];
    assert.equal(planted, 24, name);
    assert(found >= FOUND_AT_LEAST[name] * planted, `${name}: ${found} of ${planted}`);
  }
});

Deno.test("the bound is the exact one: 83 in 100,000 are fewer than one in a thousand, 84 may be more", () => {
  assert(upperBound(83, 100_000) < 0.001);
  assert(upperBound(84, 100_000) >= 0.001);
  // 3 / n, the rule of three: none seen in 1,000.
  assert(Math.abs(upperBound(0, 1_000) - (1 - 0.05 ** (1 / 1_000))) < 1e-9);
  assert.equal(upperBound(10, 10), 1);
});
