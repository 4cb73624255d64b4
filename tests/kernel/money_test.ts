import assert from "node:assert/strict";
import { InvariantError } from "../../lib/kernel/invariant.ts";
import { assertOre, includedVatOre, MAX_ORE, roundDiv } from "../../lib/kernel/money.ts";
import { fc } from "../support/property.ts";

Deno.test("assertOre() takes whole öre up to its bound and nothing else", () => {
  for (const amount of [0, 1, -1, MAX_ORE, -MAX_ORE]) assert.equal(assertOre(amount), amount);
  for (const amount of [0.5, NaN, Infinity, MAX_ORE + 1, 2 ** 53, 1e308]) {
    assert.throws(() => assertOre(amount), InvariantError);
  }
});

Deno.test("roundDiv() rounds half away from zero, exactly, without a minus zero", () => {
  assert.deepEqual([roundDiv(5, 2), roundDiv(-5, 2), roundDiv(5, -2), roundDiv(4, 3)], [
    3,
    -3,
    -3,
    1,
  ]);
  assert(Object.is(roundDiv(-1, 3), 0));
  const whole = fc.integer({ min: -1e9, max: 1e9 });
  fc.assert(fc.property(whole, fc.integer({ min: 1, max: 10_000 }), (n, d) => {
    // The nearest whole number, by integers alone.
    const error = Math.abs(roundDiv(n, d) * d - n);
    assert(2 * error <= d);
    assert.equal(roundDiv(-n, d), -roundDiv(n, d) || 0);
  }));
});

Deno.test("includedVatOre() is what a gross amount holds: 6 % of 106 kronor is 6 kronor", () => {
  assert.equal(includedVatOre(10_600, 6), 600);
  assert.equal(includedVatOre(12_500, 25), 2_500);
  assert.equal(includedVatOre(0, 6), 0);
  assert.equal(includedVatOre(9, 6), 1);
  assert.equal(includedVatOre(8, 6), 0);
});

Deno.test("the largest amount is ten million kronor", () => {
  assert.equal(MAX_ORE, 1_000_000_000);
});
