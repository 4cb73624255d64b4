// The name of a mutant, and what an edit does to it.
import assert from "node:assert/strict";
import { type Change, mutantOf, withMutant } from "../../../scripts/mutate/mutant.ts";

/** The change that puts `replacement` for the only `word` of a text. */
function change(text: string, word: string, replacement: string): Change {
  const start = text.indexOf(word);
  return { start, end: start + word.length, replacement, operator: "boundary" };
}

Deno.test("a mutant is named by path, line, column, operator and hash", () => {
  const text = "const a = 1;\n  if (a < 2) f();\n";
  const mutant = mutantOf("lib/a.ts", text, change(text, "<", "<="));
  assert.match(mutant.id, /^lib\/a\.ts:2:9:boundary#[0-9a-f]{8}$/);
  assert.equal(mutant.original, "<");
  assert.equal(withMutant(text, mutant), "const a = 1;\n  if (a <= 2) f();\n");
});

Deno.test("the first line is counted from one as well", () => {
  assert.match(mutantOf("a.ts", "a < b", change("a < b", "<", "<=")).id, /^a\.ts:1:3:/);
});

Deno.test("lines added above and another indentation keep the hash", () => {
  const before = "if (a < 2) f();";
  const after = "// New.\n    if (a < 2) f();";
  assert.equal(
    mutantOf("a.ts", before, change(before, "<", "<=")).hash,
    mutantOf("a.ts", after, change(after, "<", "<=")).hash,
  );
});

Deno.test("another replacement, another text or an edited line is another hash", () => {
  const hash = (text: string, word: string, replacement: string) =>
    mutantOf("a.ts", text, change(text, word, replacement)).hash;
  const hashes = [
    hash("if (a < 2) f();", "<", "<="),
    hash("if (a < 2) f();", "<", ">="),
    hash("if (a < 2) f();", "2", "<="),
    hash("if (a < 3) f();", "<", "<="),
  ];
  assert.equal(new Set(hashes).size, hashes.length);
});
