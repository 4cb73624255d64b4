import assert from "node:assert/strict";
import {
  dateOf,
  localDate,
  pickupTimeAt,
  readWallTime,
  timeOf,
} from "../../lib/kernel/wall-time.ts";
import { fc } from "../support/property.ts";

Deno.test("readWallTime() reads an ordinary time as one instant, in winter and in summer", () => {
  assert.deepEqual(readWallTime("2026-11-23T06:40"), {
    kind: "one",
    pickup: {
      wallTime: "2026-11-23T06:40",
      timeZone: "Europe/Stockholm",
      instant: "2026-11-23T05:40:00Z",
    },
  });
  const summer = readWallTime("2026-07-01T06:40");
  assert(summer.kind === "one");
  assert.equal(summer.pickup.instant, "2026-07-01T04:40:00Z");
});

Deno.test("readWallTime() reports a time the clock skips, with the times around the gap", () => {
  const gap = readWallTime("2026-03-29T02:30");
  assert(gap.kind === "gap");
  assert.equal(gap.before.wallTime, "2026-03-29T01:30");
  assert.equal(gap.after.wallTime, "2026-03-29T03:30");
});

Deno.test("readWallTime() reports a time the clock shows twice, and a choice settles it", () => {
  const overlap = readWallTime("2026-10-25T02:30");
  assert(overlap.kind === "overlap");
  assert.equal(overlap.earlier.instant, "2026-10-25T00:30:00Z");
  assert.equal(overlap.later.instant, "2026-10-25T01:30:00Z");
  for (const choice of ["earlier", "later"] as const) {
    assert.deepEqual(readWallTime("2026-10-25T02:30", choice), {
      kind: "one",
      pickup: overlap[choice],
    });
  }
});

Deno.test("readWallTime() ignores a choice that is not needed, and no choice makes a skipped time exist", () => {
  assert.equal(readWallTime("2026-11-23T06:40", "later").kind, "one");
  assert.equal(readWallTime("2026-03-29T02:30", "earlier").kind, "gap");
});

Deno.test("readWallTime() refuses what is no date and time", () => {
  const wrong = [
    "",
    "2026-02-30T10:00",
    "2026-11-23T24:00",
    "2026-11-23T10:60",
    "2026-11-23 10:00",
  ];
  for (const text of [...wrong, "2026-11-23T10:00:00", "2026-11-23T10:00Z", "+02026-11-23T10:00"]) {
    assert.throws(() => readWallTime(text), RangeError, text);
  }
});

Deno.test("pickupTimeAt() and readWallTime() are each other's reverse at every minute of a year", () => {
  const start = Date.parse("2026-01-01T00:00:00Z");
  fc.assert(fc.property(fc.integer({ min: 0, max: 525_600 }), (minute) => {
    const instant = Temporal.Instant.fromEpochMilliseconds(start + minute * 60_000);
    const pickup = pickupTimeAt(instant);
    const reading = readWallTime(pickup.wallTime);
    if (reading.kind === "one") assert.deepEqual(reading.pickup, pickup);
    else {
      assert(reading.kind === "overlap");
      assert([reading.earlier.instant, reading.later.instant].includes(pickup.instant));
    }
  }));
});

Deno.test("localDate() is the date in Sweden, not in UTC", () => {
  assert.equal(localDate(Temporal.Instant.from("2026-11-23T22:59:59Z")), "2026-11-23");
  assert.equal(localDate(Temporal.Instant.from("2026-11-23T23:00:00Z")), "2026-11-24");
  assert.equal(localDate(Temporal.Instant.from("2026-07-01T22:00:00Z")), "2026-07-02");
});

Deno.test("dateOf() and timeOf() take a wall time apart", () => {
  assert.deepEqual([dateOf("2026-11-23T06:40"), timeOf("2026-11-23T06:40")], [
    "2026-11-23",
    "06:40",
  ]);
});

Deno.test("a wall time of another zone keeps its zone and its instant", () => {
  const pickup = {
    wallTime: "2026-11-23T06:40",
    timeZone: "Europe/Helsinki",
    instant: "2026-11-23T04:40:00Z",
  };
  assert.deepEqual(readWallTime("2026-11-23T06:40", undefined, "Europe/Helsinki"), {
    kind: "one",
    pickup,
  });
  assert.deepEqual(pickupTimeAt(Temporal.Instant.from(pickup.instant), "Europe/Helsinki"), pickup);
  const midnight = Temporal.Instant.from("2026-11-23T22:30:00Z");
  assert.equal(localDate(midnight, "Europe/Helsinki"), "2026-11-24");
});

Deno.test("readWallTime() reports the whole of both times it may mean", () => {
  const time = (wallTime: string, instant: string) => ({
    wallTime,
    timeZone: "Europe/Stockholm",
    instant,
  });
  assert.deepEqual(readWallTime("2026-03-29T02:30"), {
    kind: "gap",
    before: time("2026-03-29T01:30", "2026-03-29T00:30:00Z"),
    after: time("2026-03-29T03:30", "2026-03-29T01:30:00Z"),
  });
  assert.deepEqual(readWallTime("2026-10-25T02:30"), {
    kind: "overlap",
    earlier: time("2026-10-25T02:30", "2026-10-25T00:30:00Z"),
    later: time("2026-10-25T02:30", "2026-10-25T01:30:00Z"),
  });
});
