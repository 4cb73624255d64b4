import assert from "node:assert/strict";
import { surchargeApplies } from "../../lib/pricing/surcharge-rules.ts";
import type { SurchargeWindow } from "../../lib/pricing/tariff.ts";
import { HOME_ZONE } from "../../lib/kernel/wall-time.ts";

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const EVERY_KIND = ["red", "eve", "saturday", "weekday"] as const;

function daily(
  from: string,
  until: string,
  changes: Partial<Extract<SurchargeWindow, { kind: "daily" }>> = {},
): SurchargeWindow {
  return { kind: "daily", from, until, dayKinds: [...EVERY_KIND], weekdays: EVERY_DAY, ...changes };
}

/** "15:00 the day before → 06:00 the next ordinary weekday", as price lists have it. */
const MAJOR: SurchargeWindow = {
  kind: "holiday",
  days: ["midsummer-eve", "christmas-eve", "new-years-eve", "good-friday"],
  daysBefore: 1,
  startsAt: "15:00",
  endsAt: "06:00",
};

function applies(window: SurchargeWindow, local: string): boolean {
  const pickup = Temporal.PlainDateTime.from(local).toZonedDateTime(HOME_ZONE).toInstant();
  return surchargeApplies({ when: [window] }, pickup);
}

function assertEdges(window: SurchargeWindow, edges: readonly [string, boolean][]) {
  for (const [local, expected] of edges) assert.equal(applies(window, local), expected, local);
}

Deno.test("A window from 22:00 to 06:00 holds both sides of midnight, 06:00 itself not", () => {
  assertEdges(daily("22:00", "06:00"), [
    ["2026-11-23T21:59", false],
    ["2026-11-23T22:00", true],
    ["2026-11-24T00:00", true],
    ["2026-11-24T05:59:59.999", true],
    ["2026-11-24T06:00", false],
  ]);
});

Deno.test("A night belongs to the day it began on: Friday night includes Saturday 02:00", () => {
  assertEdges(daily("22:00", "06:00", { weekdays: [5] }), [
    ["2026-11-27T02:00", false],
    ["2026-11-27T23:00", true],
    ["2026-11-28T02:00", true],
    ["2026-11-28T23:00", false],
  ]);
});

Deno.test("A window must begin on one of its day kinds as well as one of its weekdays", () => {
  const redThursday = daily("08:00", "17:00", { dayKinds: ["red"], weekdays: [4] });
  assertEdges(redThursday, [
    ["2026-05-14T12:00", true],
    ["2026-05-21T12:00", false],
    ["2026-05-01T12:00", false],
  ]);
});

Deno.test("A window from 00:00 to 00:00 is the whole day and not a minute more", () => {
  assertEdges(daily("00:00", "00:00", { dayKinds: ["red"] }), [
    ["2026-11-28T23:59", false],
    ["2026-11-29T00:00", true],
    ["2026-11-29T23:59", true],
    ["2026-11-30T00:00", false],
  ]);
});

Deno.test("Midsummer runs from Thursday 15:00 to Monday 06:00", () => {
  assertEdges(MAJOR, [
    ["2026-06-18T14:59", false],
    ["2026-06-18T15:00", true],
    ["2026-06-20T12:00", true],
    ["2026-06-22T05:59", true],
    ["2026-06-22T06:00", false],
  ]);
});

Deno.test("Christmas runs to the next ordinary weekday, and New Year across the year end", () => {
  assertEdges(MAJOR, [
    ["2025-12-23T15:00", true],
    ["2025-12-27T12:00", true],
    ["2025-12-29T05:59", true],
    ["2025-12-29T06:00", false],
    ["2025-12-30T14:59", false],
    ["2025-12-30T15:00", true],
    ["2026-01-01T12:00", true],
    ["2026-01-02T05:59", true],
    ["2026-01-02T06:00", false],
    ["2027-01-03T12:00", true],
    ["2027-01-04T06:00", false],
  ]);
});

Deno.test("A window that begins the day before New Year's Day begins in the old year", () => {
  const newYear: SurchargeWindow = { ...MAJOR, days: ["new-years-day"] };
  assertEdges(newYear, [["2026-12-31T14:59", false], ["2026-12-31T15:00", true]]);
});

Deno.test("On the 25-hour night both 02:30 are the same on the clock, and so in price", () => {
  const window = daily("02:30", "03:00");
  const at = (instant: string) =>
    surchargeApplies({ when: [window] }, Temporal.Instant.from(instant));
  assert.equal(at("2026-10-25T00:29Z"), false);
  assert.equal(at("2026-10-25T00:30Z"), true);
  assert.equal(at("2026-10-25T01:00Z"), false, "02:00 for the second time");
  assert.equal(at("2026-10-25T01:30Z"), true);
  assert.equal(at("2026-10-25T02:00Z"), false);
});

Deno.test("On the 23-hour night a window inside the skipped hour never comes", () => {
  const window = daily("02:00", "03:00");
  for (let minute = 0; minute < 360; minute++) {
    const pickup = Temporal.Instant.from("2026-03-28T23:00Z").add({ minutes: minute });
    assert.equal(surchargeApplies({ when: [window] }, pickup), false);
  }
});

Deno.test("A surcharge applies when any of its windows does", () => {
  const pickup = Temporal.Instant.from("2026-11-23T11:00Z");
  const when = [daily("01:00", "02:00"), daily("11:00", "13:00")];
  assert.equal(surchargeApplies({ when }, pickup), true);
});
