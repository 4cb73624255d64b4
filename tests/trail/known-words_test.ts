// The islands a trail may name are those there are.
import assert from "node:assert/strict";
import { knownControl, knownIsland } from "../../lib/trail/known-words.ts";
import { filesBelow } from "../support/module-graph.ts";

Deno.test("every island may be named, and nothing else", async () => {
  const islands = filesBelow("islands").map((path) =>
    path.slice("islands/".length, -".tsx".length)
  );
  assert(islands.length > 10);
  assert.deepEqual(islands.map(knownIsland), islands);
  const source = await Deno.readTextFile(
    new URL("../../lib/trail/known-words.ts", import.meta.url),
  );
  const named = [...source.matchAll(/\b[A-Z][a-z]+[A-Z][A-Za-z]+\b/g)].map(([name]) => name);
  assert.deepEqual(named.filter((name) => !islands.includes(name) && name !== "ReadonlySet"), []);
  for (const other of ["Maja", "constructor", "", null, 1]) assert.equal(knownIsland(other), "");
});

Deno.test("a control is named by what it is, never by what somebody calls it", () => {
  assert.deepEqual(["radio", "spinbutton", "a"].map(knownControl), ["radio", "spinbutton", "a"]);
  for (const other of ["Maja", "button ", "toString", undefined]) {
    assert.equal(knownControl(other), "");
  }
});
