import assert from "node:assert/strict";
import { fc } from "../support/property.ts";
import { secureRandomBytes } from "../../lib/kernel/ids.ts";
import { deriveCryptoKeys } from "../../lib/security/crypto-keys.ts";
import { openText, sealText } from "../../lib/security/sealed-text.ts";

const { sealKey } = await deriveCryptoKeys(new Uint8Array(32).fill(7));
const { sealKey: otherKey } = await deriveCryptoKeys(new Uint8Array(32).fill(8));

Deno.test("what is sealed is opened again, and looks different each time", async () => {
  for (const text of ["", "JBSWY3DPEHPK3PXP", "åäö 🔑", "x".repeat(10_000)]) {
    const [one, two] = [
      await sealText(sealKey, ["a", "b"], text, secureRandomBytes),
      await sealText(sealKey, ["a", "b"], text, secureRandomBytes),
    ];
    assert.equal(await openText(sealKey, ["a", "b"], one), text);
    assert.notEqual(one.iv, two.iv);
    assert.notEqual(one.ciphertext, two.ciphertext);
  }
});

Deno.test("sealed for one place it opens at no other, nor with another key", async () => {
  const sealed = await sealText(sealKey, ["authenticator", "ab"], "secret", secureRandomBytes);
  for (const place of [["authenticator", "a"], ["authenticatora", "b"], ["ab"], []]) {
    await assert.rejects(openText(sealKey, place, sealed));
  }
  await assert.rejects(openText(otherKey, ["authenticator", "ab"], sealed));
});

Deno.test("a changed bit anywhere is noticed", async () => {
  const sealed = await sealText(sealKey, ["p"], "a secret of somebody", secureRandomBytes);
  const flipped = (base64: string, bit: number) => {
    const bytes = Uint8Array.fromBase64(base64);
    const at = Math.floor(bit / 8) % bytes.length;
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
    return bytes.toBase64();
  };
  await fc.assert(
    fc.asyncProperty(fc.nat(2_000), fc.constantFrom("iv", "ciphertext"), async (bit, part) => {
      const changed = { ...sealed, [part]: flipped(sealed[part], bit) };
      await assert.rejects(openText(sealKey, ["p"], changed));
    }),
    { numRuns: 200 },
  );
});
