import assert from "node:assert/strict";
import { IdRows } from "../../../lib/booking/search/id-rows.ts";
import { RowSet } from "../../../lib/booking/search/row-set.ts";

Deno.test("rows are found by their id of now, and by none once it is taken away", () => {
  const ids = new IdRows();
  ids.set(0, "V01");
  ids.set(1_500, "V02");
  ids.set(2, "V01");
  assert.deepEqual(found(ids, ["V01"]), [0, 2]);
  ids.set(2, "V02");
  ids.set(2, "V02");
  ids.set(0, null);
  assert.deepEqual([found(ids, ["V01"]), found(ids, ["V02", "V03"])], [[], [2, 1_500]]);
  assert.deepEqual(found(ids, ["V03"]), [], "nobody has it");
});

function found(ids: IdRows, wanted: string[]): number[] {
  const rows = new RowSet(2_000);
  ids.addTo(rows, wanted);
  const all: number[] = [];
  rows.forEach((row) => all.push(row));
  return all;
}
