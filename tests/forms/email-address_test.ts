import assert from "node:assert/strict";
import { readEmailAddress } from "../../lib/forms/email-address.ts";
import { fc } from "../support/property.ts";

const ADDRESSES: Readonly<Record<string, string>> = {
  " maja@example.se ": "maja@example.se",
  "Maja.Oberg+taxi@Example.SE": "Maja.Oberg+taxi@example.se",
  "o'neil@example.co.uk": "o'neil@example.co.uk",
  "maja@räksmörgås.se": "maja@xn--rksmrgs-5wao1o.se",
  "maja@RÄKSMÖRGÅS.se": "maja@xn--rksmrgs-5wao1o.se",
  "maja@xn--rksmrgs-5wao1o.se": "maja@xn--rksmrgs-5wao1o.se",
  "maja@例え.テスト": "maja@xn--r8jz45g.xn--zckzah",
  "åsa@example.se": "åsa@example.se",
  "ａ＠example．se": "a@example.se",
  "a\u200bb\u200d@example.se\u202c": "ab@example.se",
};

for (const [typed, address] of Object.entries(ADDRESSES)) {
  Deno.test(`readEmailAddress() reads ${JSON.stringify(typed)} as ${address}`, () => {
    assert.deepEqual(readEmailAddress(typed), { ok: true, value: address });
  });
}

const label = "d".repeat(63);
const REFUSED: Readonly<Record<string, string>> = {
  "maja": "emailNoAt",
  "maja.example.se": "emailNoAt",
  "maja@@example.se": "emailTwoAts",
  "maja@home@example.se": "emailTwoAts",
  "maja@example.se, bo@example.se": "emailTwoAts",
  "maja oberg@example.se": "emailSpace",
  "maja@example .se": "emailSpace",
  "maja@example,se": "emailComma",
  "maja,oberg@example.se": "emailComma",
  "maja@example.se.": "emailDot",
  "maja@example..se": "emailDot",
  "maja.@example.se": "emailDot",
  ".maja@example.se": "emailDot",
  "maja@.example.se": "emailDot",
  "maja@example": "emailNoEnding",
  "maja@localhost": "emailNoEnding",
  "maja@example.s": "emailNoEnding",
  "maja@192.0.2.1": "emailNoEnding",
  '"maja"@example.se': "emailQuoted",
  '"maja oberg"@example.se': "emailQuoted",
  "<maja@example.se>": "emailInvalid",
  "mailto:maja@example.se": "emailInvalid",
  "@example.se": "emailInvalid",
  "maja@": "emailInvalid",
  "maja@-example.se": "emailInvalid",
  "maja@exa_mple.se": "emailInvalid",
  "maja@[192.0.2.1]": "emailInvalid",
  "maja@example.se/x": "emailInvalid",
  [`maja@${label}d.se`]: "emailInvalid",
  [`${"a".repeat(65)}@example.se`]: "emailTooLong",
  [`${"å".repeat(33)}@example.se`]: "emailTooLong",
  [`a@${label}.${label}.${label}.${label}.se`]: "emailTooLong",
};

for (const [typed, code] of Object.entries(REFUSED)) {
  Deno.test(`readEmailAddress() refuses ${JSON.stringify(typed).slice(0, 60)} (${typed.length}): ${code}`, () => {
    assert.deepEqual(readEmailAddress(typed), { ok: false, code });
  });
}

Deno.test("readEmailAddress() takes 64 octets before the @ and 254 in all", () => {
  const longest = `${"a".repeat(64)}@${label}.${label}.${"d".repeat(58)}.se`;
  assert.equal(longest.length, 254);
  assert(readEmailAddress(longest).ok);
  assert.deepEqual(readEmailAddress(longest.replace(".se", "d.se")), {
    ok: false,
    code: "emailTooLong",
  });
});

Deno.test("readEmailAddress() gives one line with one @ and nothing unseen, and reads its answers as themselves", () => {
  const part = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'ab.-å@ \u200b\r\n"<,'),
      fc.string({ unit: "binary", maxLength: 1 }),
    ),
  });
  fc.assert(
    fc.property(part, part, (local, domain) => {
      const read = readEmailAddress(`${local}@${domain}.se`);
      if (!read.ok) return;
      assert.match(read.value, /^[^\s"<>,@]+@[a-z0-9.-]+$/);
      assert.doesNotMatch(read.value, /[\p{C}]/u);
      assert.deepEqual(readEmailAddress(read.value), read);
    }),
    { numRuns: 1_000 },
  );
});
