import assert from "node:assert/strict";
import { RowSet } from "../../../lib/booking/search/row-set.ts";
import { fc } from "../../support/property.ts";

const ROOM = 100;
const rows = fc.array(fc.nat(ROOM - 1), { maxLength: 60 });

Deno.test("a set of rows holds what a set of numbers holds, joined and met too", () => {
  fc.assert(
    fc.property(rows, rows, rows, (first, second, third) => {
      const set = setOf(first);
      assert.deepEqual(listed(set), sorted(first));
      set.join(setOf(second));
      const both = [...first, ...second];
      assert.deepEqual([listed(set), set.size], [sorted(both), sorted(both).length]);
      set.keep(setOf(third));
      const met = sorted(both.filter((row) => third.includes(row)));
      assert.deepEqual([listed(set), set.size], [met, met.length]);
    }),
  );
});

Deno.test("the first and the last row of each number of bits are rows like others", () => {
  const edges = [0, 31, 32, 63, 64, 99];
  assert.deepEqual(listed(setOf(edges)), edges);
  const full = Array.from({ length: ROOM }, (_, row) => row);
  assert.deepEqual([listed(setOf(full)), setOf(full).size], [full, ROOM]);
  assert.deepEqual([listed(new RowSet(0)), new RowSet(0).size], [[], 0]);
});

function setOf(items: readonly number[]): RowSet {
  const set = new RowSet(ROOM);
  const [first, ...others] = items;
  if (first !== undefined) set.add(first);
  set.addAll(others);
  return set;
}

function listed(set: RowSet): number[] {
  const all: number[] = [];
  set.forEach((row) => all.push(row));
  return all;
}

function sorted(items: readonly number[]): number[] {
  return [...new Set(items)].sort((a, b) => a - b);
}
