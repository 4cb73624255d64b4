import assert from "node:assert/strict";
import Holidays from "npm:date-holidays@3.37.0";
import { textsFor } from "../../lib/i18n/texts.ts";
import {
  dayKind,
  easterSunday,
  namedDayDate,
  namesOf,
  nextOrdinaryWeekday,
  RED_DAYS,
} from "../../lib/pricing/swedish-calendar.ts";

const { namedDays } = textsFor("sv").prices;
const YEARS = Array.from({ length: 11 }, (_, i) => 2025 + i);
const day = (text: string) => Temporal.PlainDate.from(text);

function datesOf(year: number): Temporal.PlainDate[] {
  const first = new Temporal.PlainDate(year, 1, 1);
  return Array.from({ length: first.daysInYear }, (_, days) => first.add({ days }));
}

Deno.test("dayKind() finds the red days of date-holidays and the Sundays, 2025 to 2035, and no others", () => {
  for (const year of YEARS) {
    const expected = new Set(
      new Holidays("SE", { types: ["public"] }).getHolidays(year)
        .map((holiday: { date: string }) => holiday.date.slice(0, 10)),
    );
    assert.equal(expected.size >= 12, true, `the oracle knows the red days of ${year}`);
    for (const date of datesOf(year)) {
      const isRed = expected.has(date.toString()) || date.dayOfWeek === 7;
      assert.equal(dayKind(date) === "red", isRed, date.toString());
    }
  }
});

Deno.test("dayKind() finds the four eves off and leaves the eves by name only as ordinary days", () => {
  const off = ["påskafton", "midsommarafton", "julafton", "nyårsafton"];
  for (const year of YEARS) {
    const all: { date: string; name: string }[] = new Holidays("SE").getHolidays(year);
    const expected = all.filter(({ name }) => off.includes(name)).map(({ date }) =>
      date.slice(0, 10)
    );
    assert.equal(expected.length, 4);
    // A Sunday is red first: New Year's Eve 2028, Christmas Eve 2028 and 2034.
    const eves = expected.filter((date) => day(date).dayOfWeek !== 7);
    const found = datesOf(year).filter((date) => dayKind(date) === "eve").map(String);
    assert.deepEqual(found.sort(), eves.sort());
  }
  assert.equal(dayKind(day("2026-04-30")), "weekday", "valborgsmässoafton, a Thursday");
  assert.equal(dayKind(day("2026-05-23")), "saturday", "pingstafton");
});

Deno.test("The law's thirteen days have the names and dates of date-holidays", () => {
  for (const year of YEARS) {
    const oracle: { date: string; name: string }[] = new Holidays("SE", { types: ["public"] })
      .getHolidays(year);
    for (const code of RED_DAYS) {
      const expected = oracle.find((holiday) => holiday.name === namedDays[code]);
      assert.ok(expected, `${namedDays[code]} is known to the oracle`);
      assert.equal(namedDayDate(code, year).toString(), expected.date.slice(0, 10));
    }
  }
});

Deno.test("easterSunday() gives the published dates, the earliest and the latest among them", () => {
  for (
    const date of [
      "1609-04-19",
      "1818-03-22",
      "1943-04-25",
      "2000-04-23",
      "2024-03-31",
      "2026-04-05",
      "2038-04-25",
      "2285-03-22",
    ]
  ) {
    assert.equal(easterSunday(day(date).year).toString(), date);
  }
});

Deno.test("namesOf() gives both names when a movable day meets a fixed one", () => {
  // Ascension Day 2035 is 3 May; in 2008 it met May Day.
  assert.deepEqual(namesOf(day("2008-05-01")).toSorted(), ["ascension-day", "may-day"]);
  assert.deepEqual(namesOf(day("2026-11-23")), []);
});

Deno.test("nextOrdinaryWeekday() passes over weekends, red days and eves", () => {
  for (
    const [from, expected] of [
      ["2026-11-23", "2026-11-24"],
      ["2026-11-27", "2026-11-30"],
      ["2025-12-24", "2025-12-29"],
      ["2026-12-31", "2027-01-04"],
      ["2026-04-03", "2026-04-07"],
      ["2026-06-19", "2026-06-22"],
      // Between Christmas and New Year people work.
      ["2029-12-26", "2029-12-27"],
    ] as const
  ) {
    assert.equal(nextOrdinaryWeekday(day(from)).toString(), expected);
  }
});
