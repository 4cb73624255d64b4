import assert from "node:assert/strict";
import { menuTarget } from "../../../../lib/ui/operator/more/menu-keys.ts";

const NAMES = ["Dela på två bilar", "Boka samma resa igen", "Boka återresa"];

Deno.test("arrows go round, Home and End lead to the ends", () => {
  assert.equal(menuTarget("ArrowDown", 0, NAMES), 1);
  assert.equal(menuTarget("ArrowDown", 2, NAMES), 0);
  assert.equal(menuTarget("ArrowUp", 0, NAMES), 2);
  assert.equal(menuTarget("ArrowUp", 2, NAMES), 1);
  assert.equal(menuTarget("Home", 2, NAMES), 0);
  assert.equal(menuTarget("End", 0, NAMES), 2);
});

Deno.test("a letter leads to the next item that begins with it, and round again", () => {
  assert.equal(menuTarget("b", 0, NAMES), 1);
  assert.equal(menuTarget("b", 1, NAMES), 2);
  assert.equal(menuTarget("B", 2, NAMES), 1);
  assert.equal(menuTarget("d", 2, NAMES), 0);
});

Deno.test("keys that are nobody's lead nowhere", () => {
  for (const key of ["x", " ", "Enter", "F2", "Shift"]) {
    assert.equal(menuTarget(key, 0, NAMES), null, key);
  }
});
