import assert from "node:assert/strict";
import { CodeRows } from "../../../lib/booking/search/code-rows.ts";
import { RowSet } from "../../../lib/booking/search/row-set.ts";
import { fc } from "../../support/property.ts";

const code = fc.stringMatching(/^[3KY]{6}$/);

Deno.test("a code is found by its first four characters and more, whatever the row had before", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(20), fc.oneof(code, fc.constant(""))), { maxLength: 40 }),
      fc.stringMatching(/^[3ky]{3,7}$/),
      (changes, word) => {
        const codes = new CodeRows();
        for (const [row, reference] of changes) codes.set(row, reference);
        const isLong = word.length >= 4 && word.length <= 6;
        const expected = [...new Map(changes)]
          .filter(([, reference]) => isLong && reference.toLowerCase().startsWith(word))
          .map(([row]) => row);
        assert.deepEqual(found(codes, word), expected.sort((a, b) => a - b));
      },
    ),
    { numRuns: 400 },
  );
});

Deno.test("there is room for any row, and what is no code finds nothing", () => {
  const codes = new CodeRows();
  codes.set(2_000, "K4Q7RM");
  assert.deepEqual(found(codes, "k4q7rm"), [2_000]);
  for (const word of ["k4ö7", "k4-7", ":k4q"]) assert.deepEqual(found(codes, word), [], word);
});

function found(codes: CodeRows, word: string): number[] {
  const rows = new RowSet(2_001);
  codes.addTo(rows, word);
  const all: number[] = [];
  rows.forEach((row) => all.push(row));
  return all;
}
