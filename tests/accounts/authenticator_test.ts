import assert from "node:assert/strict";
import {
  authenticatorAddress,
  codeStep,
  newAuthenticatorSecret,
} from "../../lib/accounts/authenticator.ts";
import { secureRandomBytes } from "../../lib/kernel/ids.ts";

/** "12345678901234567890", the secret of RFC 6238, appendix B. */
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

/** Appendix B has eight digits; six are the last six of them. */
const VECTORS: readonly [seconds: number, code: string][] = [
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
];

Deno.test("codes are those of RFC 6238, and one step before and after is taken", () => {
  for (const [seconds, code] of VECTORS) {
    const step = Math.floor(seconds / 30);
    const at = (offset: number) =>
      codeStep(SECRET, code, { nowMs: (seconds + offset) * 1_000, lastStep: 0 });
    assert.equal(at(0), step);
    assert.equal(at(30), step);
    assert.equal(at(-30), step);
    assert.equal(at(60), null);
    assert.equal(at(-60), null);
  }
});

Deno.test("a code is good once, and none before the last is", () => {
  const nowMs = 59_000;
  assert.equal(codeStep(SECRET, "287082", { nowMs, lastStep: 1 }), null);
  assert.equal(codeStep(SECRET, "287082", { nowMs, lastStep: 2 }), null);
});

Deno.test("a code may be typed with spaces, and nothing else is a code", () => {
  const at = { nowMs: 59_000, lastStep: 0 };
  assert.equal(codeStep(SECRET, " 287 082", at), 1);
  for (const typed of ["", "287083", "28708", "2870822", "28708a", "287082".repeat(2)]) {
    assert.equal(codeStep(SECRET, typed, at), null, typed);
  }
});

Deno.test("an app takes the secret from an address that names the product and the account", () => {
  const secret = newAuthenticatorSecret(secureRandomBytes);
  assert.match(secret, /^[A-Z2-7]{32}$/);
  const address = new URL(authenticatorAddress(secret, "karin@avanti.example"));
  assert.equal(address.protocol, "otpauth:");
  assert.equal(address.searchParams.get("secret"), secret);
  assert.equal(address.searchParams.get("issuer"), "Avanti");
  assert.match(decodeURIComponent(address.pathname), /Avanti:karin@avanti\.example$/);
});
