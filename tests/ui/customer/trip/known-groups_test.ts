import assert from "node:assert/strict";
import { knownGroups } from "../../../../lib/ui/customer/trip/known-groups.ts";
import type { OfferedPlace } from "../../../../lib/ui/customer/trip/recent-places.ts";

function place(id: string, words: string): OfferedPlace {
  return { id, words, name: id, kind: "street", kindWord: "street", area: "Göteborg" };
}

Deno.test("what a person keeps stands before all other places, and once", () => {
  const home = { ...place("street:a", "A 1"), own: { name: "Hem", icon: "house" as const } };
  const neighbour = place("street:a", "A 3");
  const groups = knownGroups({
    own: [home],
    recent: [place("street:a", "A 1"), neighbour],
    popular: [place("street:b", "B")],
  });
  assert.deepEqual(groups.map(({ kind }) => kind), ["own", "recent", "popular"]);
  assert.deepEqual(groups.map(({ places }) => places.length), [1, 1, 1]);
  assert.deepEqual(groups[1]?.places, [neighbour]);
});

Deno.test("a heading without places is left out", () => {
  assert.deepEqual(knownGroups({ own: [], recent: [], popular: [] }), []);
  const [only] = knownGroups({ own: [], recent: [], popular: [place("street:b", "B")] });
  assert.equal(only?.kind, "popular");
});
