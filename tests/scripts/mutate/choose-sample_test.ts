// Which mutants are tried when not all can be.
import assert from "node:assert/strict";
import { chooseSample, seededRandom } from "../../../scripts/mutate/choose-sample.ts";

const ALL = [
  ...Array.from({ length: 60 }, (_, i) => `large:${i}`),
  ...Array.from({ length: 30 }, (_, i) => `middling:${i}`),
  ...Array.from({ length: 10 }, (_, i) => `small:${i}`),
];

Deno.test("each file is met as often as it has mutants", () => {
  for (let seed = 1; seed <= 50; seed++) {
    const files = chooseSample(ALL, 10, seededRandom(seed)).map((name) => name.split(":")[0]);
    assert.equal(files.filter((file) => file === "large").length, 6);
    assert.equal(files.filter((file) => file === "middling").length, 3);
    assert.equal(files.filter((file) => file === "small").length, 1);
  }
});

Deno.test("the same seed chooses the same, another seed something else", () => {
  const sample = (seed: number) => chooseSample(ALL, 10, seededRandom(seed)).join();
  assert.equal(sample(7), sample(7));
  assert.notEqual(sample(7), sample(8));
});

Deno.test("every mutant is chosen by some seed, none twice in one sample", () => {
  const met = new Set<string>();
  for (let seed = 1; seed <= 300; seed++) {
    const sample = chooseSample(ALL, 7, seededRandom(seed));
    assert.equal(new Set(sample).size, 7);
    for (const name of sample) met.add(name);
  }
  assert.equal(met.size, ALL.length);
});

Deno.test("a sample as large as all, or without end, is all", () => {
  assert.deepEqual(chooseSample(ALL, 100, seededRandom(1)), ALL);
  assert.deepEqual(chooseSample(ALL, Infinity, seededRandom(1)), ALL);
});
