import assert from "node:assert/strict";
import { addWords, bitsOf, FILTER_BYTES, mayHave } from "../../lib/audit/block-filter.ts";

Deno.test("a filter knows all its words, and of others hardly any", () => {
  const filter = new Uint8Array(FILTER_BYTES);
  const words = Array.from({ length: 400 }, (_, i) => `subject mark-${i}`);
  addWords(filter, words);
  assert(words.every((word) => mayHave(filter, bitsOf(word))));
  const wrong = Array.from({ length: 10_000 }, (_, i) => `subject other-${i}`)
    .filter((word) => mayHave(filter, bitsOf(word)));
  assert(wrong.length < 50, `${wrong.length} of 10,000`);
});
