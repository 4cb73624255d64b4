import assert from "node:assert/strict";
import { readPickupWords } from "../../lib/trip/pickup-words.ts";
import { clockTime } from "../../lib/kernel/clock-time.ts";

/** A Thursday. */
const MOMENT = { now: "2026-11-26T15:45", earliest: "2026-11-26T16:16" };

const READINGS: readonly (readonly [said: string, meant: string | null])[] = [
  ["imorgon 5.10", "2026-11-27T05:10"],
  ["i morgon 0510", "2026-11-27T05:10"],
  ["Imorgon tio över fem", "2026-11-27T05:10"],
  ["imorgon kvart i sex på kvällen", "2026-11-27T17:45"],
  ["övermorgon kl 9", "2026-11-28T09:00"],
  ["i övermorgon halv sju", "2026-11-28T06:30"],
  ["idag 18", "2026-11-26T18:00"],
  ["ikväll halv åtta", "2026-11-26T19:30"],
  ["nu", MOMENT.earliest],
  ["+40", "2026-11-26T16:25"],
  ["+ 40 min", "2026-11-26T16:25"],
  ["om 40 minuter", "2026-11-26T16:25"],
  ["om en timme", "2026-11-26T16:45"],
  ["om två timmar", "2026-11-26T17:45"],
  ["om en halv timme", "2026-11-26T16:15"],
  ["in two hours", "2026-11-26T17:45"],
  ["17.30", "2026-11-26T17:30"],
  ["5.10", "2026-11-27T05:10"],
  ["tio över fem", "2026-11-26T17:10"],
  ["fem i halv sju", "2026-11-26T18:25"],
  ["fem över halv sju", "2026-11-26T18:35"],
  ["kvart över fyra", "2026-11-26T16:15"],
  ["sjutton", "2026-11-26T17:00"],
  ["fredag 5.10", "2026-11-27T05:10"],
  ["på fredag 5.10", "2026-11-27T05:10"],
  ["tors 18.00", "2026-11-26T18:00"],
  ["torsdag 05.10", "2026-12-03T05:10"],
  ["sön 22:35", "2026-11-29T22:35"],
  ["27 nov 22.35", "2026-11-27T22:35"],
  ["den 27:e november 22.35", "2026-11-27T22:35"],
  ["27/11 8", "2026-11-27T08:00"],
  ["3/1 8.15", "2027-01-03T08:15"],
  ["2026-12-24 14:30", "2026-12-24T14:30"],
  ["tomorrow ten past five", "2026-11-27T05:10"],
  ["tomorrow quarter to six", "2026-11-27T05:45"],
  ["half past six", "2026-11-26T18:30"],
  ["friday 5:10 pm", "2026-11-27T17:10"],
  ["today at 6 pm", "2026-11-26T18:00"],
  ["31 feb 8", null],
  ["imorgon 25.00", null],
  ["imorgon", null],
  ["27", null],
  ["så fort som möjligt", null],
  ["", null],
];

for (const [said, meant] of READINGS) {
  Deno.test(`readPickupWords() takes "${said}" for ${meant ?? "nothing"}`, () => {
    assert.equal(readPickupWords(said, MOMENT), meant);
  });
}

Deno.test("readPickupWords() reads every minute of the day as clocks write it, never a past one", () => {
  for (let minute = 0; minute < 24 * 60; minute++) {
    const clock = clockTime(minute);
    const meant = readPickupWords(clock.replace(":", "."), MOMENT);
    assert.equal(meant?.slice(11), clock);
    assert.ok(meant > MOMENT.now);
  }
});

Deno.test("readPickupWords() reads a bounded part of whatever is typed", () => {
  assert.equal(readPickupWords("om ".repeat(50_000), MOMENT), null);
});
