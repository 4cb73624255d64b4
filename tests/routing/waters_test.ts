import assert from "node:assert/strict";
import { loadSweden } from "../../lib/places/sweden.ts";
import { isInSweden } from "../../lib/places/sweden.ts";
import { WATERS } from "../../lib/routing/waters.ts";
import { isOpen } from "../../lib/routing/way-round.ts";

const sweden = loadSweden();
const pointOf = ([lat, lng]: readonly [number, number]) => ({ lat, lng });

Deno.test("WATERS names every bridge, ferry and shore it sends a trip by, once a water and in Sweden", () => {
  for (const { name, line, passes } of WATERS) {
    assert.ok(line.length > 1, name);
    assert.equal(new Set(passes.map((pass) => pass.name)).size, passes.length, name);
    for (const pass of passes) {
      assert.ok(pass.name.length > 2 && pass.by.length > 0, name);
      for (const point of pass.by) assert.ok(isInSweden(sweden, pointOf(point)), pass.name);
    }
  }
});

Deno.test("WATERS has no bridge or ferry that crosses nothing, and no shore at which it has to", () => {
  for (const { passes } of WATERS) {
    for (const { name, by } of passes) {
      const legs = by.slice(1).map((end, i) => isOpen(pointOf(by[i]!), pointOf(end)));
      assert.equal(by.length > 1, legs.includes(false), name);
    }
  }
});

Deno.test("WATERS counts minutes on every ferry, and on nothing else", () => {
  for (const { name, ferryMinutes } of WATERS.flatMap(({ passes }) => passes)) {
    assert.equal(name.startsWith("färjan"), ferryMinutes !== undefined, name);
    assert.ok((ferryMinutes ?? 10) >= 10 && (ferryMinutes ?? 10) <= 60, name);
  }
});
