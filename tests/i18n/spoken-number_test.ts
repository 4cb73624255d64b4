import assert from "node:assert/strict";
import { spokenNumberEn } from "../../lib/i18n/en/spoken-number.ts";
import { spokenNumberSv } from "../../lib/i18n/sv/spoken-number.ts";

const SPOKEN: readonly (readonly [count: number, sv: string, en: string])[] = [
  [0, "noll", "zero"],
  [17, "sjutton", "seventeen"],
  [20, "tjugo", "twenty"],
  [71, "sjuttioett", "seventy-one"],
  [100, "etthundra", "one hundred"],
  [198, "etthundranittioåtta", "one hundred and ninety-eight"],
  [545, "femhundrafyrtiofem", "five hundred and forty-five"],
  [1_000, "ettusen", "one thousand"],
  [1_013, "ettusentretton", "one thousand and thirteen"],
  [2_450, "tvåtusenfyrahundrafemtio", "two thousand four hundred and fifty"],
  [12_001, "tolvtusenett", "twelve thousand and one"],
  [101_000, "etthundraettusen", "one hundred and one thousand"],
];

Deno.test("spokenNumberSv() and spokenNumberEn() say a number as one reads it aloud", () => {
  for (const [count, sv, en] of SPOKEN) {
    assert.equal(spokenNumberSv(count), sv);
    assert.equal(spokenNumberEn(count), en);
  }
});

Deno.test("no two amounts are read alike", () => {
  const counts = Array.from({ length: 30_000 }, (_, count) => count);
  for (const say of [spokenNumberSv, spokenNumberEn]) {
    assert.equal(new Set(counts.map(say)).size, counts.length);
  }
});
