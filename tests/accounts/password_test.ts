import assert from "node:assert/strict";
import {
  hashPassword,
  isOutdated,
  isPassword,
  NOBODYS_PASSWORD,
  PASSWORD_ITERATIONS,
  type StoredPassword,
} from "../../lib/accounts/password.ts";
import { passwordProblem } from "../../lib/accounts/password-rules.ts";
import { secureRandomBytes } from "../../lib/kernel/ids.ts";

const AT = "2026-11-23T05:00:00Z";
const FEW = 1_000;
const hash = (password: string) => hashPassword(password, secureRandomBytes, AT, FEW);

// RFC 7914, section 11: PBKDF2-HMAC-SHA-256 of "Password" and "NaCl", 80,000 rounds.
Deno.test("a password is hashed as PBKDF2-HMAC-SHA-256 has it", async () => {
  const known: StoredPassword = {
    algorithm: "pbkdf2-hmac-sha-256",
    iterations: 80_000,
    salt: btoa("NaCl"),
    hash: Uint8Array.fromHex("4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56")
      .toBase64(),
    changedAt: AT,
  };
  assert.equal(await isPassword(known, "Password"), true);
  assert.equal(await isPassword(known, "password"), false);
});

Deno.test("a password set today has 600,000 rounds and a salt of its own", async () => {
  assert.equal(PASSWORD_ITERATIONS, 600_000);
  const [one, two] = [await hash("korrekt häst"), await hash("korrekt häst")];
  assert.notEqual(one.salt, two.salt);
  assert.notEqual(one.hash, two.hash);
  assert.equal(Uint8Array.fromBase64(one.salt).length, 16);
  assert.equal(isOutdated(one), true);
  assert.equal(isOutdated({ ...one, iterations: PASSWORD_ITERATIONS }), false);
});

Deno.test("spaces, 128 letters and other scripts are part of a password, and none is cut off", async () => {
  for (const password of [" a b ", "å".repeat(128), "пароль 密码 🔑", "x".repeat(127) + "y"]) {
    const stored = await hash(password);
    assert.equal(await isPassword(stored, password), true);
    assert.equal(await isPassword(stored, password.slice(0, -1)), false);
    assert.equal(await isPassword(stored, `${password} `), false);
  }
});

Deno.test("letters typed in parts are the letters typed as one", async () => {
  assert.equal(await isPassword(await hash("häst"), "ha\u0308st"), true);
});

Deno.test("nobody's password is nobody's, and costs what somebody's does", async () => {
  assert.equal(NOBODYS_PASSWORD.iterations, PASSWORD_ITERATIONS);
  for (const password of ["", "nobody", "\0"]) {
    assert.equal(await isPassword({ ...NOBODYS_PASSWORD, iterations: 1 }, password), false);
  }
});

const problem = (password: string, hasSecondFactor = false, known: string[] = []) =>
  passwordProblem(password, { hasSecondFactor, known });

Deno.test("a password alone has fifteen letters or more, one beside a second factor eight", () => {
  assert.equal(problem("tjugo ekorrar!"), "passwordTooShort");
  assert.equal(problem("tjugo ekorrar!!"), null);
  assert.equal(problem("qz7rwkv", true), "passwordTooShort");
  assert.equal(problem("qz7r wkv", true), null);
  assert.equal(problem("🐎".repeat(7), true), "passwordTooShort", "letters, not bytes");
  assert.equal(problem("en mening som är lång nog ".repeat(11)), "passwordTooLong");
  assert.equal(problem("fyra vilda hästar äter gröna moln ".repeat(4).slice(0, 128)), null);
});

Deno.test("common passwords, walks over the keyboard and what everybody knows of somebody are refused", () => {
  const common = [
    "password1234567",
    "aaaaaaaaaaaaaaaaaaaa",
    "qwertyuiopasdfgh",
    "123456789012345",
    "iloveyouiloveyou",
  ];
  for (const password of common) assert.equal(problem(password), "passwordCommon", password);
  for (const password of ["P@ssw0rd", "letmein1", "sunshine"]) {
    assert.equal(problem(password, true), "passwordCommon", password);
  }
  const known = ["Karin Lindström", "karin.lindstrom@avanti.example"];
  assert.equal(problem("karin.lindstrom", false, known), "passwordCommon");
  assert.equal(problem("Karin.Lindstrom@avanti.example", false, known), "passwordCommon");
  assert.equal(problem("avantitaxi", true), "passwordCommon");
});

Deno.test("no password needs digits, capitals or signs", () => {
  assert.equal(problem("korrekt batteri klammer"), null);
});
