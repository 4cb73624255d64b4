import assert from "node:assert/strict";
import fc from "npm:fast-check@4.10.2";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { matchWords, MAX_ROW, typoCounts } from "../../lib/places/word-match.ts";

const rows = [new Uint8Array(MAX_ROW), new Uint8Array(MAX_ROW), new Uint8Array(MAX_ROW)];

/** The textbook table of the optimal string alignment distance; its last row is "typed against beginnings". */
function distances(typed: string, text: string): number[] {
  const table = Array.from(
    { length: typed.length + 1 },
    (_, i) => Array.from({ length: text.length + 1 }, (_, j) => i === 0 ? j : j === 0 ? i : 0),
  );
  for (let i = 1; i <= typed.length; i++) {
    for (let j = 1; j <= text.length; j++) {
      const replace = table[i - 1]![j - 1]! + (typed[i - 1] === text[j - 1] ? 0 : 1);
      let cost = Math.min(table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, replace);
      if (i > 1 && j > 1 && typed[i - 1] === text[j - 2] && typed[i - 2] === text[j - 1]) {
        cost = Math.min(cost, table[i - 2]![j - 2]! + 1);
      }
      table[i]![j] = cost;
    }
  }
  return table[typed.length]!;
}

Deno.test("typoCounts() agrees with the full table on any two words", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 2 }), (typed, text, limit) => {
      const row = distances(typed, text);
      assert.deepEqual(typoCounts(typed, text, limit, rows), {
        whole: Math.min(row.at(-1)!, limit + 1),
        beginning: Math.min(...row, limit + 1),
      });
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("matchWords() looks for typos only when no word begins as typed", () => {
  const index = loadPlaceIndex();
  const texts = (typed: string) =>
    matchWords(index, typed, true).map(({ word }) => index.words[word]!.text);
  assert.ok(texts("hamng").every((text) => text.startsWith("hamng")));
  assert.ok(texts("landveter").includes("landvetter"));
});

Deno.test("matchWords() takes a short word as it is", () => {
  assert.deepEqual(matchWords(loadPlaceIndex(), "xqz", true), []);
});
