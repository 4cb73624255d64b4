import assert from "node:assert/strict";
import { BLOCK_ENTRIES, BlockIndex, mayHave, offsetsIn } from "../../lib/audit/block-index.ts";
import { outcomeOf, type Word, wordNumber } from "../../lib/audit/entry-words.ts";
import type { Intent } from "../../lib/audit/intent.ts";

function intent(i: number): Intent {
  return {
    ...{ kind: "change", at: "2026-11-23T05:00:00Z", who: `person/P${i % 5}`, what: "POST /x" },
    ...{ from: "83.252.x.x", ref: "", subjects: [`mark-${i}`] },
    rows: [{ row: `booking/B${i}`, was: null, is: "#x" }],
  };
}

function filled(further: (i: number) => readonly string[] = () => []): BlockIndex {
  const index = new BlockIndex();
  for (let i = 0; i < BLOCK_ENTRIES; i++) index.add(i, intent(i), further(i));
  return index;
}

const at = (index: BlockIndex, ...words: Word[]) =>
  [...offsetsIn(index.encode(), new Set(words.map(wordNumber)))].sort((a, b) => a - b);

Deno.test("an index of a block knows where each word stands, also once it was kept and gone on with", () => {
  const half = new BlockIndex();
  for (let i = 0; i < 100; i++) half.add(i, intent(i), []);
  const index = BlockIndex.from(half.encode());
  for (let i = 100; i < BLOCK_ENTRIES; i++) index.add(i, intent(i), []);
  assert.deepEqual(at(index, { kind: "subject", word: "mark-7" }), [7]);
  assert.deepEqual(at(index, { kind: "id", word: "B255" }), [255]);
  assert.deepEqual(at(index, { kind: "id", word: "B1" }, { kind: "id", word: "B2" }), [1, 2]);
  assert.equal(at(index, { kind: "who", word: "person/P3" }).length, 51);
  assert.equal(at(index, { kind: "family", word: "booking" }).length, BLOCK_ENTRIES);
  assert.deepEqual(at(index, { kind: "subject", word: "B1" }), [], "a word of another kind");
  assert.deepEqual(index.encode(), filled().encode());
});

Deno.test("subjects an entry does not name are found as well as those it names", () => {
  const index = filled((i) => i === 9 ? ["far", "further"] : []);
  assert.deepEqual(at(index, { kind: "subject", word: "further" }), [9]);
});

Deno.test("an index that would be too long for a row is empty", () => {
  const many = (i: number) => Array.from({ length: 100 }, (_, j) => `m-${i}-${j}`);
  assert.equal(filled(many).encode().length, 0);
});

Deno.test("a filter knows all words of its block, and of others hardly any", () => {
  const filter = filled().filter();
  for (let i = 0; i < BLOCK_ENTRIES; i++) {
    assert(mayHave(filter, wordNumber({ kind: "subject", word: `mark-${i}` })));
    assert(mayHave(filter, wordNumber({ kind: "id", word: `B${i}` })));
  }
  const wrong = Array.from({ length: 10_000 }, (_, i) => ({ kind: "subject", word: `other-${i}` }))
    .filter((word) => mayHave(filter, wordNumber(word as Word)));
  assert(wrong.length < 50, `${wrong.length} of 10,000`);
});

Deno.test("what was refused and what was only tried is told apart from what was done", () => {
  const security = (what: string) => outcomeOf({ kind: "security", what });
  assert.equal(security("refused: not-allowed"), "refused");
  assert.equal(security("sign-in try: password"), "tried");
  assert.equal(security("person block"), "done");
  assert.equal(outcomeOf({ kind: "change", what: "refused: x" }), "done");
});
