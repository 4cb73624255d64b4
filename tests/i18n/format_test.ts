import assert from "node:assert/strict";
import {
  formatCount,
  formatDate,
  formatDay,
  formatDifference,
  formatDistance,
  formatDuration,
  formatKronor,
  formatMoment,
  formatMoney,
  formatOre,
  formatReference,
  formatTime,
  formatUntil,
  spellReference,
  wallTimeOf,
} from "../../lib/i18n/format.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";

const TODAY = "2026-11-22";

/** Intl puts no-break spaces inside amounts and units; a test reads better without them. */
function spaced(text: string): string {
  return text.replace(/\s/gu, " ");
}

Deno.test("formatMoney() writes whole kronor without öre, and SEK in front in English", () => {
  assert.equal(spaced(formatMoney("sv", 124_000)), "1 240 kr");
  assert.equal(spaced(formatMoney("en", 124_000)), "SEK 1,240");
});

Deno.test("VAT is written to the öre, a sum of a day to the krona, a difference with its sign", () => {
  assert.equal(spaced(formatOre("sv", 3_000)), "30,00 kr");
  assert.equal(spaced(formatOre("en", 3_057)), "SEK 30.57");
  assert.equal(spaced(formatKronor("sv", 6_124_050)), "61 241 kr");
  assert.deepEqual(
    [2_000, -2_000, 0, -2_050].map((ore) => spaced(formatDifference("sv", ore))),
    ["+20 kr", "−20 kr", "0 kr", "−20,50 kr"],
  );
});

Deno.test("formatUntil() names no day today, the weekday of the next six, else the date", () => {
  const until = (wallTime: string) => formatUntil("sv", wallTime, "2026-11-27T21:40");
  assert.equal(until("2026-11-27T23:00"), "23.00");
  assert.equal(until("2026-11-28T05:40"), "lördag 05.40");
  assert.equal(until("2026-12-03T05:40"), "torsdag 05.40");
  assert.equal(until("2026-12-04T05:40"), "4 december 05.40");
  assert.equal(until("2027-11-27T05:40"), "27 november 2027 05.40");
  assert.equal(until("2026-11-26T05:40"), "26 november 05.40");
});

Deno.test("formatMoney() shows the öre of an old price and keeps the amount on one line", () => {
  assert.equal(spaced(formatMoney("sv", 3_057)), "30,57 kr");
  assert.doesNotMatch(formatMoney("sv", 124_000), / /, "only no-break spaces");
});

Deno.test("formatTime() has a dot in Swedish and a colon in English", () => {
  assert.equal(formatTime("sv", "2026-11-23T06:40"), "06.40");
  assert.equal(formatTime("en", "2026-11-23T06:40"), "06:40");
});

Deno.test("formatDay() names the days next to today and dates the others", () => {
  assert.equal(formatDay("sv", "2026-11-22T23:59", TODAY), "i dag");
  assert.equal(formatDay("sv", "2026-11-23", TODAY), "i morgon");
  assert.equal(formatDay("sv", "2026-11-21", TODAY), "i går");
  assert.equal(formatDay("sv", "2026-11-24", TODAY), "tisdag 24 november");
  assert.equal(formatDay("en", "2026-11-23", TODAY), "tomorrow");
  assert.equal(formatDay("en", "2026-11-24", TODAY), "Tuesday 24 November");
});

Deno.test("formatDate() adds the year when it is another one", () => {
  assert.equal(formatDate("sv", "2027-01-02", TODAY), "lördag 2 januari 2027");
  assert.equal(formatDate("en", "2027-01-02", TODAY), "Saturday 2 January 2027");
});

Deno.test("formatMoment() joins day and time", () => {
  assert.equal(formatMoment("sv", "2026-11-23T06:40", TODAY), "i morgon 06.40");
  assert.equal(formatMoment("en", "2026-11-23T06:40", TODAY), "tomorrow at 06:40");
});

Deno.test("wallTimeOf() reads an instant in Stockholm, on both sides of a change night", () => {
  assert.equal(wallTimeOf("2026-11-23T05:40:00Z"), "2026-11-23T06:40");
  assert.equal(wallTimeOf("2027-03-28T00:59:00Z"), "2027-03-28T01:59");
  assert.equal(wallTimeOf("2027-03-28T01:00:00Z"), "2027-03-28T03:00");
  assert.equal(wallTimeOf(Date.parse("2026-12-31T23:30:00Z")), "2027-01-01T00:30");
});

Deno.test("formatDistance() is as exact as a person reads it, and rounds before it chooses the unit", () => {
  const texts: [number, string][] = [
    [847, "850 m"],
    [994, "990 m"],
    [995, "1 km"],
    [999, "1 km"],
    [1_049, "1 km"],
    [1_050, "1,1 km"],
    [9_949, "9,9 km"],
    [9_960, "10 km"],
    [24_499, "24 km"],
    [24_500, "25 km"],
  ];
  for (const [meters, text] of texts) assert.equal(spaced(formatDistance("sv", meters)), text);
  assert.equal(spaced(formatDistance("en", 1_250)), "1.3 km");
});

Deno.test("formatDuration() is in hours and minutes and never nothing", () => {
  assert.equal(spaced(formatDuration("sv", 1_920)), "32 min");
  assert.equal(spaced(formatDuration("sv", 3_900)), "1 tim 5 min");
  assert.equal(spaced(formatDuration("sv", 7_200)), "2 tim");
  assert.equal(spaced(formatDuration("sv", 5)), "1 min");
  assert.equal(spaced(formatDuration("en", 3_900)), "1 hr 5 mins");
});

Deno.test("formatCount() chooses the plural of the language", () => {
  for (
    const [locale, one, two, none] of [
      ["sv", "1 resenär", "2 resenärer", "0 resenärer"],
      ["en", "1 passenger", "2 passengers", "0 passengers"],
    ] as const
  ) {
    const { passengerCount } = textsFor(locale).trip;
    assert.equal(formatCount(locale, 1, passengerCount), one);
    assert.equal(formatCount(locale, 2, passengerCount), two);
    assert.equal(formatCount(locale, 0, passengerCount), none);
  }
});

Deno.test("a reference is shown in two halves and spelled for screen readers", () => {
  assert.equal(formatReference("K4Q7RM"), "K4Q 7RM");
  assert.equal(
    spellReference("K4Q7RM", textsFor("sv").ticket.letters),
    "Kalle fyra Qvintus, sju Rudolf Martin",
  );
  assert.equal(
    spellReference("K4Q7RM", textsFor("en").ticket.letters),
    "Kilo four Quebec, seven Romeo Mike",
  );
  for (const locale of LOCALES) {
    const { letters } = textsFor(locale).ticket;
    for (const letter of "34679CDFGHJKMNPQRTWXY") assert((letters[letter] ?? "").length > 2);
  }
});
