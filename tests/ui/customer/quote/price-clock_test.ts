import assert from "node:assert/strict";
import { textsFor } from "../../../../lib/i18n/texts.ts";
import { leftInWords, untilNextWords } from "../../../../lib/ui/customer/quote/price-clock.ts";
import { fc } from "../../../support/property.ts";

const { minutesLeft: left, lastMinute: last } = textsFor("sv").quote;
const words = { locale: "sv", left, last } as const;

Deno.test("the minutes that are left are those that are left for certain", () => {
  const said = [900_000, 899_999, 299_999, 240_000, 60_000, 59_999, 1, 0, -5]
    .map((ms) => leftInWords(words, ms));
  assert.deepEqual(said, [
    "15 min kvar",
    "14 min kvar",
    "4 min kvar",
    "4 min kvar",
    "1 min kvar",
    ...Array.from({ length: 4 }, () => "mindre än 1 min kvar"),
  ]);
});

Deno.test("the words change once a minute, and no look comes too late for the next ones", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 900_000 }), (leftMs) => {
    const wait = untilNextWords(leftMs);
    assert(wait > 0 && wait <= 60_000);
    assert.equal(leftInWords(words, leftMs - wait + 1), leftInWords(words, leftMs));
    assert.notEqual(
      leftInWords(words, leftMs - wait) === leftInWords(words, leftMs),
      leftMs > 60_000,
    );
  }));
});
