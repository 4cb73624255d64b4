import assert from "node:assert/strict";
import { clockTime, minutesOf, readClockTime } from "../../lib/kernel/clock-time.ts";

Deno.test("readClockTime() takes a time the ways people write it", () => {
  for (
    const text of ["640", "0640", "6.40", "06.40", "6:40", "06:40", " 6,40 ", "06 40", "6.40 am"]
  ) {
    assert.equal(readClockTime(text), "06:40", text);
  }
  assert.equal(readClockTime("7"), "07:00");
  assert.equal(readClockTime("2359"), "23:59");
  assert.equal(readClockTime("6.40 pm"), "18:40");
  assert.equal(readClockTime("12:30 p.m."), "12:30");
  assert.equal(readClockTime("12am"), "00:00");
});

Deno.test("readClockTime() refuses what no clock shows", () => {
  const wrong = [
    "",
    "24:00",
    "2400",
    "12.60",
    "6.4",
    "25",
    "-1",
    "12345",
    "06.40.30",
    "13 pm",
    "0 am",
  ];
  for (const text of [...wrong, "sju", "6h40"]) assert.equal(readClockTime(text), null, text);
});

Deno.test("a time of day and its minutes are the same", () => {
  for (let minutes = 0; minutes < 24 * 60; minutes++) {
    assert.equal(minutesOf(clockTime(minutes)), minutes);
    assert.equal(readClockTime(clockTime(minutes).replace(":", "")), clockTime(minutes));
  }
});
