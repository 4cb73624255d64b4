import assert from "node:assert/strict";
import { courseOf, type Station } from "../../../../lib/ui/operator/pane/course.ts";
import { aCourse } from "../../../support/board.ts";

const drawn = (stations: Station[]) =>
  stations.map((station) => {
    const name = station.kind === "done" ? station.entry.type : `(${station.step})`;
    const current = station.kind === "done" && station.current ? "*" : "";
    return `${name}${current}${station.end === "none" ? "" : ` ${station.end}`}`;
  });

Deno.test("a new booking has its whole ride ahead and an arrival at its end", () => {
  assert.deepEqual(drawn(courseOf(aCourse("confirmed", "confirmed"))), [
    "confirmed*",
    "(assigned)",
    "(departed)",
    "(arrived)",
    "(boarded)",
    "(completed) arrival",
  ]);
});

Deno.test("a ride under way shows what happened and what is left", () => {
  assert.deepEqual(
    drawn(courseOf(aCourse("arrived", "confirmed", "assigned", "departed", "arrived"))),
    ["confirmed", "assigned", "departed", "arrived*", "(boarded)", "(completed) arrival"],
  );
});

Deno.test("a finished ride ends in its arrival, one that was stopped in a cross", () => {
  assert.deepEqual(drawn(courseOf(aCourse("completed", "boarded", "completed"))), [
    "boarded",
    "completed arrival",
  ]);
  for (const status of ["cancelled", "no-show", "expired"] as const) {
    assert.deepEqual(drawn(courseOf(aCourse(status, "confirmed", status))), [
      "confirmed",
      `${status} stopped`,
    ]);
  }
});

Deno.test("a driver taken off puts the assignment ahead again", () => {
  const stations = courseOf(aCourse("confirmed", "confirmed", "assigned", "unassigned"));
  assert.deepEqual(drawn(stations).slice(2, 4), ["unassigned*", "(assigned)"]);
});
