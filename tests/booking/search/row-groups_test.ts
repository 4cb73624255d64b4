import assert from "node:assert/strict";
import { RowGroups } from "../../../lib/booking/search/row-groups.ts";

Deno.test("what is taken out leaves the others, and a group without any is gone", () => {
  const groups = new RowGroups<string>();
  for (const row of [1, 2, 3]) groups.add("maj", row);
  groups.add("bo", 2);
  assert.equal(groups.remove("maj", 1), false, "others are left");
  assert.deepEqual([groups.of("maj").toSorted(), groups.of("bo")], [[2, 3], [2]]);
  assert.equal(groups.remove("maj", 7), false, "it is not there");
  assert.equal(groups.remove("nina", 7), false, "nor is the group");
  assert.equal(groups.remove("maj", 3), false);
  assert.equal(groups.remove("maj", 2), true, "it was the last one");
  assert.deepEqual([groups.of("maj"), groups.size], [[], 1]);
});
