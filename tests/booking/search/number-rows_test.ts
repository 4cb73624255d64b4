import assert from "node:assert/strict";
import { NumberRows } from "../../../lib/booking/search/number-rows.ts";
import type { Digits } from "../../../lib/booking/search/phone-digits.ts";
import { RowSet } from "../../../lib/booking/search/row-set.ts";
import { fc } from "../../support/property.ts";

const digits = fc.stringMatching(/^[012]{1,15}$/);

Deno.test("rows are found by every beginning of their digits, zeros in front too, whatever they had before", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(40), fc.option(digits)), { maxLength: 60 }),
      fc.stringMatching(/^[012]{1,6}$/),
      (changes, beginning) => {
        const numbers = new NumberRows();
        for (const [row, text] of changes) numbers.set(row, text === null ? null : digitsOf(text));
        const now = new Map(changes);
        const expected = [...now].filter(([, text]) => text?.startsWith(beginning))
          .map(([row]) => row);
        assert.deepEqual(found(numbers, beginning), expected.sort((a, b) => a - b));
      },
    ),
    { numRuns: 400 },
  );
});

Deno.test("there is room for any row", () => {
  const numbers = new NumberRows();
  for (const row of [0, 1_023, 1_024, 5_000]) numbers.set(row, digitsOf("701234567"));
  assert.deepEqual(found(numbers, "7012"), [0, 1_023, 1_024, 5_000]);
});

function digitsOf(text: string): Digits {
  return { value: Number(text), length: text.length };
}

function found(numbers: NumberRows, beginning: string): number[] {
  const rows = new RowSet(5_001);
  numbers.addTo(rows, digitsOf(beginning));
  const all: number[] = [];
  rows.forEach((row) => all.push(row));
  return all;
}
