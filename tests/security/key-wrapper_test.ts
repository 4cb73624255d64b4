// Data keys as they are stored: opened with their own id and version alone, and what is wrong has a name.
import assert from "node:assert/strict";
import { secureRandomBytes } from "../../lib/kernel/ids.ts";
import { KeyRing } from "../../lib/security/key-ring.ts";
import { KeyWrapper } from "../../lib/security/key-wrapper.ts";
import { fixedKms } from "../../lib/security/kms.ts";
import { SealError, type SealFault } from "../../lib/security/seal-error.ts";
import { aKek, someKeks } from "../support/keks.ts";

const dataKey = aKek(101);

Deno.test("a data key is wrapped with the current version, never twice alike, and opens with any that is held", async () => {
  const former = await wrapper(1).wrap("a", dataKey);
  const [one, two] = [await wrapper(2).wrap("a", dataKey), await wrapper(2).wrap("a", dataKey)];
  assert.deepEqual([former.kek, one.kek], [1, 2]);
  assert.notEqual(one.wrapped, two.wrapped);
  for (const wrapped of [former, one, two]) {
    assert.deepEqual(await wrapper(2).unwrap("a", wrapped), dataKey);
  }
});

Deno.test("each use is counted before it happens", async () => {
  const used: number[] = [];
  await wrapper(3, { used }).wrap("a", dataKey);
  assert.deepEqual(used, [3]);
});

Deno.test("every bit that is flipped, another id and another version are refused by name", async () => {
  const own = wrapper(2);
  const { wrapped, kek } = await own.wrap("a", dataKey);
  const bytes = Uint8Array.fromBase64(wrapped);
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const flipped = bytes.slice();
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    await refused(own, "a", { wrapped: flipped.toBase64(), kek }, "altered");
  }
  await refused(own, "b", { wrapped, kek }, "altered");
  await refused(own, "a", { wrapped, kek: 1 }, "altered");
  for (const odd of ["", "!!", wrapped.slice(4), `${wrapped}AAAA`]) {
    await refused(own, "a", { wrapped: odd, kek }, "malformed");
  }
});

Deno.test("a version that is missing is told apart from one that was retired", async () => {
  const newer = await wrapper(3).wrap("a", dataKey);
  await refused(wrapper(2), "a", newer, "key-unavailable");
  await refused(wrapper(2, { retired: [3] }), "a", newer, "retired-key");
});

function wrapper(
  versions: number,
  { used = [], retired = [] }: { used?: number[]; retired?: readonly number[] } = {},
): KeyWrapper {
  const uses = {
    use: (version: number) => Promise.resolve(void used.push(version)),
    isRetired: (version: number) => Promise.resolve(retired.includes(version)),
  };
  const ring = new KeyRing(fixedKms(someKeks(versions)));
  return new KeyWrapper({ ring, uses, randomBytes: secureRandomBytes });
}

async function refused(
  keys: KeyWrapper,
  id: string,
  wrapped: Parameters<KeyWrapper["unwrap"]>[1],
  code: SealFault,
): Promise<void> {
  await assert.rejects(
    keys.unwrap(id, wrapped),
    (error) => error instanceof SealError && error.code === code,
    code,
  );
}
