// What a source of key-encryption keys may say, and what is refused without a word of a key being repeated.
import assert from "node:assert/strict";
import {
  keyEncryptionKeys,
  MAX_KEK_VERSIONS,
  readKeyEncryptionKeys,
  writeKeyEncryptionKeys,
} from "../../lib/security/kms.ts";
import { aKek } from "../support/keks.ts";

const [one, two] = [aKek(5).toBase64(), aKek(7).toBase64()];

Deno.test("keys are read by version, and what is written reads back to the same", () => {
  const read = readKeyEncryptionKeys({ current: 2, keys: { 1: one, 2: two } });
  assert.deepEqual([read.current, [...read.keys.keys()]], [2, [1, 2]]);
  assert.deepEqual(read.keys.get(1), aKek(5));
  assert.deepEqual(readKeyEncryptionKeys(JSON.parse(writeKeyEncryptionKeys(read))), read);
});

Deno.test("what is no set of keys is refused, and the complaint repeats none", () => {
  const wrong: readonly unknown[] = [
    ...[null, [], "keys", 7, {}, { current: 1 }, { keys: { 1: one } }],
    { current: 1, keys: {} },
    { current: 3, keys: { 1: one, 2: two } },
    { current: 0, keys: { 0: one } },
    { current: 1.5, keys: { 1: one } },
    { current: "1", keys: { 1: one } },
    { current: 1, keys: { "01": one } },
    { current: 1, keys: { 1: one, 2: one } },
    { current: 1, keys: { 1: one.slice(4) } },
    { current: 1, keys: { 1: `${one}é` } },
    { current: 1, keys: { 1: btoa("A".repeat(32)) } },
    { current: 1, keys: { 1: one }, note: two },
    { current: 1, keys: Object.fromEntries(manyKeks().map(([v, key]) => [v, key.toBase64()])) },
  ];
  for (const said of wrong) {
    assert.throws(() => readKeyEncryptionKeys(said), (error) => {
      assert(error instanceof RangeError, String(error));
      assert.doesNotMatch(error.message, new RegExp(one.slice(4, 12)));
      return true;
    }, JSON.stringify(said));
  }
  assert.throws(() => keyEncryptionKeys(1, [[1, aKek(5)], [1, aKek(7)]]), /stands twice/);
});

function manyKeks(): [number, Uint8Array][] {
  return Array.from({ length: MAX_KEK_VERSIONS + 1 }, (_, i) => [i + 1, aKek(2 * i + 3)]);
}
