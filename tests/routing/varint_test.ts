import assert from "node:assert/strict";
import fc from "npm:fast-check@4.10.2";
import { VarintReader, VarintWriter } from "../../lib/routing/varint.ts";

Deno.test("VarintReader gives back what VarintWriter wrote", () => {
  const signed = fc.integer({ min: -(2 ** 29), max: 2 ** 29 - 1 });
  const unsigned = fc.integer({ min: 0, max: 2 ** 30 });
  fc.assert(fc.property(fc.array(fc.tuple(signed, unsigned)), (pairs) => {
    const writer = new VarintWriter();
    for (const [a, b] of pairs) {
      writer.signed(a);
      writer.unsigned(b);
    }
    const reader = new VarintReader(writer.toBase64());
    for (const [a, b] of pairs) {
      assert.equal(reader.signed() + 0, a);
      assert.equal(reader.unsigned(), b);
    }
    assert.ok(reader.isAtEnd);
  }));
});

Deno.test("VarintReader refuses to read past the end or through a number without one", () => {
  assert.throws(() => new VarintReader("").unsigned(), RangeError);
  assert.throws(() => new VarintReader(btoa("\x80")).unsigned(), RangeError);
  assert.throws(() => new VarintReader(btoa("\x80".repeat(9))).unsigned(), RangeError);
});
