import assert from "node:assert/strict";
import { sentSheet } from "../../../lib/board/sheet/sheet-form.ts";

const read = (fields: Record<string, string>) => sentSheet(new Map(Object.entries(fields)));

Deno.test("what was shown comes back with the sheet; without a price nothing was", () => {
  const shown = { openedVersion: "2", expectedVersion: "4", seenTotalOre: "54000" };
  assert.equal(read(shown).seen, null);
  const { openedVersion, expectedVersion, seen } = read({ ...shown, seenFormerOre: "0" });
  assert.deepEqual({ openedVersion, expectedVersion, seen }, {
    openedVersion: 2,
    expectedVersion: 4,
    seen: { totalOre: 54_000, formerOre: 0 },
  });
});

Deno.test("versions and prices that nobody was shown are read as none", () => {
  for (const wrong of ["", "-1", "1e3", "4.5", "x"]) {
    const sent = read({ expectedVersion: wrong, seenTotalOre: wrong, seenFormerOre: "0" });
    assert.deepEqual([sent.expectedVersion, sent.seen], [1, null], wrong);
  }
});

Deno.test("the button of a free time is an answer and stands in the fields", () => {
  const { values, isAnswered } = read({
    ...{ date: "2026-11-24", time: "10.00", overlap: "later", instead: "2026-11-25T00:15" },
  });
  assert.deepEqual([values.date, values.time, values.overlap], ["2026-11-25", "00:15", ""]);
  assert.equal(isAnswered, true);
  const made = read({ date: "2026-11-24", time: "10.00", instead: "tomorrow" });
  assert.deepEqual([made.values.date, made.values.time], ["2026-11-24", "10:00"]);
  assert.equal(made.isAnswered, false);
});
