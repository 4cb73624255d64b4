import assert from "node:assert/strict";
import { ENTRY_COST, findMostOpen, OPENNESS, opennessOf } from "../../lib/routing/openness.ts";

Deno.test("ENTRY_COST is nothing on public roads and more the less open a road is", () => {
  const [open, yard, destination] = ENTRY_COST;
  assert.ok(open === 0 && yard > open && destination > yard);
});

Deno.test("opennessOf() takes service roads for yards and the law's word over the class", () => {
  assert.equal(opennessOf("residential", false), OPENNESS.public);
  assert.equal(opennessOf("service", false), OPENNESS.yard);
  assert.equal(opennessOf("service", true), OPENNESS.destination);
});

Deno.test("findMostOpen() says of a junction what its most open road is", () => {
  const ends = { from: Int32Array.of(0, 1), to: Int32Array.of(1, 2) };
  const openness = Uint8Array.of(OPENNESS.public, OPENNESS.yard);
  assert.deepEqual([...findMostOpen(3, { ...ends, openness })], [0, 0, 1]);
});
