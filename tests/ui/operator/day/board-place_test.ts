import assert from "node:assert/strict";
import { readPlace } from "../../../../lib/ui/operator/day/board-place.ts";

const PLACE = { address: "/admin", scrollTop: 620, row: "B1", rowTop: 300.5, hadFocus: true };

Deno.test("a kept place is read as it was kept", () => {
  assert.deepEqual(readPlace(PLACE), PLACE);
  assert.deepEqual(readPlace({ ...PLACE, row: null }), { ...PLACE, row: null });
});

Deno.test("what is no place is none, whatever stands in the storage", () => {
  const { rowTop: _rowTop, ...partly } = PLACE;
  const others = [
    null,
    "620",
    [],
    {},
    partly,
    { ...PLACE, scrollTop: "620" },
    { ...PLACE, rowTop: null },
    { ...PLACE, row: 7 },
    { ...PLACE, address: undefined },
  ];
  for (const other of others) assert.equal(readPlace(other), null, JSON.stringify(other));
});
