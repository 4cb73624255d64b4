import assert from "node:assert/strict";
import {
  all,
  byTag,
  either,
  flag,
  instant,
  listOf,
  named,
  number,
  orMissing,
  orNull,
  record,
  text,
  word,
} from "../../lib/kernel/shape.ts";

Deno.test("a record has every field in its shape; what stands beside them is nobody's", () => {
  const shape = record<{ id: string; spans: number[] }>({ id: text, spans: listOf(number) });
  assert.equal(shape({ id: "a", spans: [1, 2], later: true }), true);
  for (const odd of [null, undefined, 0, "", [], {}, { id: "a" }, { id: "a", spans: [NaN] }]) {
    assert.equal(shape(odd), false, JSON.stringify(odd));
  }
});

Deno.test("a tag chooses the shape, and only words that have one", () => {
  const shape = byTag("kind", { circle: record<{ radius: number }>({ radius: number }) });
  assert.equal(shape({ kind: "circle", radius: 1 }), true);
  assert.equal(shape({ kind: "circle" }), false);
  assert.equal(shape({ kind: "constructor" }), false);
  assert.equal(shape(null), false);
});

Deno.test("the small shapes take what they name and nothing near it", () => {
  assert.deepEqual([flag(false), flag(0), number(0), number(Infinity), number("1")], [
    ...[true, false, true, false, false],
  ]);
  assert.deepEqual([instant("2026-11-23T05:00:00Z"), instant("soon"), instant(0)], [
    ...[true, false, false],
  ]);
  assert.deepEqual([word(["a"])("a"), word(["a"])("b")], [true, false]);
  assert.deepEqual([orNull(text)(null), orNull(text)(undefined), orMissing(text)(undefined)], [
    ...[true, false, true],
  ]);
  assert.deepEqual([either(text, number)(1), either(text, number)(null)], [true, false]);
  assert.deepEqual([named(number)({ a: 1 }), named(number)({ a: "" }), named(number)([])], [
    ...[true, false, false],
  ]);
  assert.deepEqual([all(text, word(["a"]))("a"), all(text, word(["a"]))("b")], [true, false]);
});
