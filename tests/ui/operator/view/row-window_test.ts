import assert from "node:assert/strict";
import {
  drawnRows,
  FIRST_ROWS,
  firstRange,
  rangeAround,
  WHOLE_ROWS,
} from "../../../../lib/ui/operator/view/row-window.ts";
import { fc } from "../../../support/property.ts";

Deno.test("a list of a usual day is drawn whole", () => {
  assert.deepEqual(firstRange(WHOLE_ROWS, 0), { from: 0, to: WHOLE_ROWS });
  assert.deepEqual(rangeAround(WHOLE_ROWS, 90, 100), { from: 0, to: WHOLE_ROWS });
});

Deno.test("of a long one what is around now is drawn, at the end the last rows", () => {
  const { from, to } = firstRange(5_000, 2_500);
  assert.equal(to - from, FIRST_ROWS);
  assert.ok(from < 2_500 && to > 2_500);
  assert.deepEqual(firstRange(5_000, 4_999), { from: 5_000 - FIRST_ROWS, to: 5_000 });
});

Deno.test("every row is drawn or stands in a gap, in its order, and the kept one is drawn", () => {
  const sizes = fc.nat({ max: 1_000 });
  fc.assert(
    fc.property(sizes, sizes, sizes, fc.integer({ min: -1, max: 1_000 }), (count, a, b, k) => {
      const rows = Array.from({ length: count }, (_, at) => at);
      const kept = k < count ? k : -1;
      const drawn = drawnRows(rows, rangeAround(count, Math.min(a, b), Math.max(a, b)), kept);
      let at = 0;
      for (const item of drawn) {
        if (item.kind === "gap") at += item.rows;
        else assert.equal(item.row, at++);
      }
      assert.equal(at, count);
      assert.ok(kept === -1 || drawn.some((item) => item.kind === "row" && item.row === kept));
      const keys = drawn.flatMap((item) => item.kind === "gap" ? [item.key] : []);
      assert.equal(new Set(keys).size, keys.length, "keys of gaps");
    }),
  );
});

Deno.test("what is in the window is drawn with rows to spare on both sides", () => {
  const range = rangeAround(5_000, 1_000, 1_020);
  assert.ok(range.from <= 980 && range.to >= 1_040);
  assert.ok(range.to - range.from < WHOLE_ROWS);
});
