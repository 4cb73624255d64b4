// The keys as wrapping asks for them.
import assert from "node:assert/strict";
import { CountedKeys } from "../../lib/security/counted-keys.ts";
import { KeyRing } from "../../lib/security/key-ring.ts";
import { fixedKms } from "../../lib/security/kms.ts";
import { SealError } from "../../lib/security/seal-error.ts";
import { aKek, someKeks } from "../support/keks.ts";

Deno.test("each use is counted before it happens, and opening counts for nothing", async () => {
  const { keys, used } = counted();
  assert.deepEqual(await keys.current(), { version: 2, key: aKek(7) });
  assert.deepEqual(await keys.version(1), aKek(5));
  assert.deepEqual(used, [2]);
});

Deno.test("a use that cannot be counted does not happen", async () => {
  const { keys } = counted({ full: true });
  await assert.rejects(keys.current(), RangeError);
});

Deno.test("a version that is missing is told apart from one that was retired, also while it is still there", async () => {
  const codeOf = async (keys: CountedKeys) => {
    const error = await keys.version(3).catch((error) => error);
    assert(error instanceof SealError);
    return error.code;
  };
  assert.equal(await codeOf(counted().keys), "key-unavailable");
  assert.equal(await codeOf(counted({ retired: [3] }).keys), "retired-key");
  const { keys } = counted({ retired: [1] });
  await assert.rejects(keys.version(1), { code: "retired-key" });
});

function counted({ retired = [], full = false }: { retired?: number[]; full?: boolean } = {}) {
  const used: number[] = [];
  const uses = {
    use: (version: number) =>
      full ? Promise.reject(new RangeError("used up")) : Promise.resolve(void used.push(version)),
    isRetired: (version: number) => Promise.resolve(retired.includes(version)),
  };
  const ring = new KeyRing(fixedKms(someKeks(2)));
  return { keys: new CountedKeys({ ring, uses }), used };
}
