import assert from "node:assert/strict";
import { HashingGate } from "../../lib/accounts/hashing-gate.ts";
import { refusal } from "../support/refusal.ts";

Deno.test("one hashes at a time, twenty wait, the next is told to come back, and the gate says how many there are", async () => {
  const gate = new HashingGate();
  const { promise, resolve } = Promise.withResolvers<void>();
  let most = 0;
  let now = 0;
  const hash = async () => {
    most = Math.max(most, ++now);
    await promise;
    now--;
  };
  assert.equal(gate.size, 0);
  const all = Array.from({ length: 21 }, () => gate.run(hash));
  assert.equal(gate.size, 21);
  await refusal(gate.run(hash), "busy");
  resolve();
  await Promise.all(all);
  assert.deepEqual([most, gate.size], [1, 0]);
});
