import assert from "node:assert/strict";
import { cancellationWords } from "../../lib/i18n/cancellation-words.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { fc } from "../support/property.ts";

/** Saturday 28 November 2026, 05.40 in Sweden. */
const FREE_UNTIL = "2026-11-28T04:40:00Z";
const COST = { freeUntil: FREE_UNTIL, lateFeeOre: 27_200 };

const at = (instant: string) => Date.parse(instant);

for (
  const [name, now, sv, en] of [
    ["the same day", "2026-11-28T01:00:00Z", "05.40", "05:40"],
    ["the last moment", FREE_UNTIL, "05.40", "05:40"],
    ["the evening before", "2026-11-27T20:40:00Z", "lördag 05.40", "Saturday at 05:40"],
    ["six days before", "2026-11-22T08:00:00Z", "lördag 05.40", "Saturday at 05:40"],
    ["a week before", "2026-11-21T08:00:00Z", "28 november 05.40", "28 November at 05:40"],
    [
      "a year before",
      "2025-11-29T08:00:00Z",
      "28 november 2026 05.40",
      "28 November 2026 at 05:40",
    ],
  ] as const
) {
  Deno.test(`${name} the words name the time until which cancelling is free`, () => {
    const swedish = cancellationWords("sv", COST, at(now));
    assert.deepEqual(swedish, {
      short: `Avboka gratis till ${sv}`,
      long: `Gratis till ${sv}. Därefter kostar det 272 kr.`.replace("2 kr", "2\u00a0kr"),
    });
    assert.equal(cancellationWords("en", COST, at(now)).short, `Free to cancel until ${en}`);
  });
}

Deno.test("once it is past, the words say what it costs and name no time", () => {
  const late = at(FREE_UNTIL) + 1;
  assert.equal(cancellationWords("sv", COST, late).short, "Avbokning kostar 272\u00a0kr från nu");
  assert.equal(cancellationWords("sv", COST, late).long, "Avbokning kostar 272\u00a0kr från nu.");
  assert.match(
    cancellationWords("en", COST, late).short,
    /^Cancelling costs SEK\s272 from now on$/,
  );
});

Deno.test("no moment makes a sentence with a deadline that has passed", () => {
  const moment = fc.integer({ min: at("2025-12-01T00:00:00Z"), max: at("2027-12-31T00:00:00Z") });
  fc.assert(fc.property(moment, fc.constantFrom(...LOCALES), (nowMs, locale) => {
    const { short, long } = cancellationWords(locale, COST, nowMs);
    const names = /\d\d[.:]40/;
    const isAhead = nowMs <= at(FREE_UNTIL);
    assert.deepEqual([names.test(short), names.test(long)], [isAhead, isAhead]);
  }));
});
