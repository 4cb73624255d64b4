import assert from "node:assert/strict";
import { OldestFirst } from "../../lib/kernel/oldest-first.ts";
import { fc } from "../support/property.ts";

Deno.test("the oldest is the one that came first of those that are there, whatever goes and comes", () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("add" as const), value: fc.nat(20) }),
    fc.record({ kind: fc.constant("delete" as const), value: fc.nat(20) }),
    fc.record({ kind: fc.constant("look" as const), value: fc.nat(20) }),
  );
  fc.assert(fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
    const values = new OldestFirst<number>();
    let model: number[] = [];
    for (const { kind, value } of steps) {
      if (kind === "add" && !model.includes(value)) model.push(value);
      if (kind === "add") values.add(value);
      if (kind === "delete") {
        values.delete(value);
        model = model.filter((one) => one !== value);
      }
      if (kind === "look") assert.equal(values.oldest(), model[0] ?? null);
      assert.equal(values.size, model.length);
    }
    assert.equal(values.oldest(), model[0] ?? null);
  }));
});
