import assert from "node:assert/strict";
import {
  cellAfter,
  firstMinute,
  hourCells,
  minuteCells,
  stepped,
  stepsOfKey,
} from "../../../../lib/ui/customer/trip/time-choice.ts";

const at = (hours: number, minutes: number) => hours * 60 + minutes;
const labels = (cells: { label: string; isPast: boolean }[]) =>
  cells.filter(({ isPast }) => isPast).map(({ label }) => label);

Deno.test("firstMinute() is the earliest pickup's on its day, midnight after it, and past before it", () => {
  assert.equal(firstMinute("2026-11-27", "2026-11-27T10:36"), at(10, 36));
  assert.equal(firstMinute("2026-11-28", "2026-11-27T10:36"), 0);
  assert.equal(firstMinute("2026-11-26", "2026-11-27T10:36"), at(24, 0));
  assert.equal(firstMinute("", "2026-11-27T10:36"), 0);
});

Deno.test("stepped() goes to the next five minutes, and stays within the day and what can be asked for", () => {
  assert.equal(stepped(at(6, 40), 1, 0), at(6, 45));
  assert.equal(stepped(at(6, 42), 1, 0), at(6, 45));
  assert.equal(stepped(at(6, 42), -1, 0), at(6, 40));
  assert.equal(stepped(at(23, 55), 1, 0), at(23, 55));
  assert.equal(stepped(at(0, 0), -1, 0), 0);
  assert.equal(stepped(at(10, 40), -1, at(10, 36)), at(10, 40));
  assert.equal(stepped(at(6, 40), 12, 0), at(7, 40));
  assert.equal(stepped(at(23, 0), 1, at(24, 0)), at(23, 55));
});

Deno.test("the panel has all hours and twelve minutes; what has passed is there and marked", () => {
  const hours = hourCells(at(11, 15), at(10, 36));
  assert.equal(hours.length, 24);
  assert.deepEqual(labels(hours).at(-1), "09");
  assert.equal(hours.find(({ isChosen }) => isChosen)?.label, "11");
  // 10.15 has passed, 10.40 has not.
  assert.equal(hours[10]?.minutes, at(10, 40));
  assert.equal(hours[12]?.minutes, at(12, 15));
  const minutes = minuteCells(at(10, 40), at(10, 36));
  assert.equal(minutes.length, 12);
  assert.deepEqual(labels(minutes), ["00", "05", "10", "15", "20", "25", "30", "35"]);
  assert.equal(minutes.find(({ isChosen }) => isChosen)?.label, "40");
});

Deno.test("a typed time between the cells chooses its hour and no minute", () => {
  assert.equal(minuteCells(at(6, 42), 0).some(({ isChosen }) => isChosen), false);
  assert.equal(hourCells(at(6, 42), 0).find(({ isChosen }) => isChosen)?.label, "06");
});

Deno.test("cellAfter() walks a grid of six columns and stops at its edges", () => {
  assert.equal(cellAfter("ArrowRight", 5, 24), 6);
  assert.equal(cellAfter("ArrowLeft", 0, 24), null);
  assert.equal(cellAfter("ArrowDown", 3, 24), 9);
  assert.equal(cellAfter("ArrowDown", 20, 24), null);
  assert.equal(cellAfter("ArrowUp", 9, 24), 3);
  assert.equal(cellAfter("Home", 10, 24), 6);
  assert.equal(cellAfter("End", 10, 24), 11);
  assert.equal(cellAfter("Enter", 10, 24), null);
});

Deno.test("stepsOfKey() is a step for the arrows and an hour for the pages", () => {
  assert.deepEqual(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "a"].map(stepsOfKey), [
    1,
    -1,
    12,
    -12,
    null,
  ]);
});
