import assert from "node:assert/strict";
import { invariant, InvariantError, unreachable } from "../../lib/kernel/invariant.ts";

Deno.test("invariant() throws its message for what is false and lets what is true pass", () => {
  assert.throws(() => invariant(0, "not zero"), new InvariantError("not zero"));
  invariant("text", "never");
});

Deno.test("unreachable() names the case nobody foresaw", () => {
  assert.throws(() => unreachable({ type: "new" } as never), /Unexpected case: \{"type":"new"\}/);
});
