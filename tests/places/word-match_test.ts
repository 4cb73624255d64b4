import assert from "node:assert/strict";
import fc from "npm:fast-check@4.10.2";
import { letterBits, loadPlaceIndex } from "../../lib/places/place-index.ts";
import { matchWords, MAX_ROW, typoCounts } from "../../lib/places/word-match.ts";

const shipped = loadPlaceIndex();
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
  const texts = (typed: string) =>
    matchWords(shipped, typed, true).map(({ word }) => shipped.words[word]!.text);
  assert.ok(texts("hamng").every((text) => text.startsWith("hamng")));
  assert.ok(texts("landveter").includes("landvetter"));
});

Deno.test("matchWords() takes a short word as it is", () => {
  assert.deepEqual(matchWords(shipped, "xqz", true), []);
});

/** What is found among `words` alone, by its text. */
function matchesAmong(words: string[], typed: string, isLast = true) {
  const own = words.toSorted().map((text) => ({
    text,
    letters: letterBits(text),
    keys: [],
    areas: [],
  }));
  const index = { ...shipped, words: own };
  return matchWords(index, typed, isLast).map(({ word, share, isWhole }) => [
    own[word]?.text,
    Number(share.toFixed(6)),
    isWhole,
  ]);
}

Deno.test("a whole word is worth 1, a beginning 0.7 and up to 0.25 more, a typo 0.14 less", () => {
  const words = ["hamn", "hamngatan", "hammar", "zebra"];
  assert.deepEqual(matchesAmong(words, "hamn"), [
    ["hamn", 1, true],
    ["hamngatan", Number((0.7 + 0.25 * 4 / 9).toFixed(6)), false],
  ]);
  assert.deepEqual(matchesAmong(words, "zbra"), [["zebra", 0.86, true]]);
  assert.deepEqual(matchesAmong(words, "hamngtn"), []);
  assert.deepEqual(matchesAmong(["hamngatan"], "hmng"), [
    ["hamngatan", Number((0.7 + 0.25 * 4 / 9 - 0.14).toFixed(6)), false],
  ]);
  assert.deepEqual(matchesAmong(["landvetter"], "lanveter"), [["landvetter", 0.72, true]]);
});

Deno.test("one typo is forgiven from four letters on, two from eight", () => {
  const word = "abcdefghij";
  const typo = (length: number) => `${word.slice(0, length - 1)}x`;
  const typos = (length: number) => `${word.slice(0, length - 2)}xy`;
  const finds = (typed: string, length: number) =>
    matchesAmong([word.slice(0, length)], typed).length > 0;
  assert.deepEqual([3, 4, 7, 8].map((length) => finds(typo(length), length)), [
    false,
    true,
    true,
    true,
  ]);
  assert.deepEqual([4, 7, 8, 9].map((length) => finds(typos(length), length)), [
    false,
    false,
    true,
    true,
  ]);
});

Deno.test("only the last word may be a mistyped beginning", () => {
  assert.equal(matchesAmong(["hamngatan"], "hmng", true).length, 1);
  assert.deepEqual(matchesAmong(["hamngatan"], "hmng", false), []);
  assert.equal(matchesAmong(["hamnen"], "hmnen", false).length, 1);
  assert.equal(matchesAmong(["hamnen"], "hamneen", false).length, 1);
});

Deno.test("every beginning is found, the first and the last word of the index too", () => {
  const words = ["aa", "aab", "b", "zz", "zzz"];
  const texts = (typed: string) => matchesAmong(words, typed).map(([text]) => text);
  assert.deepEqual(texts("a"), ["aa", "aab"]);
  assert.deepEqual(texts("b"), ["b"]);
  assert.deepEqual(texts("z"), ["zz", "zzz"]);
  assert.deepEqual(texts("zzz"), ["zzz"]);
});

Deno.test("rows have room for the longest query with its typos", () => {
  assert.equal(MAX_ROW, 83);
});
