import assert from "node:assert/strict";
import { vehicleId } from "../../../../lib/fleet/vehicle.ts";
import { type BoardView, TRAITS, USUAL_VIEW } from "../../../../lib/ui/operator/view/board-view.ts";
import {
  filterCounts,
  hasTrait,
  isShown,
  worstLateMinutes,
} from "../../../../lib/ui/operator/view/filters.ts";
import { aRow, BOARD_NOW_MS } from "../../../support/board.ts";

const ROWS = [
  aRow(10, { flightNumber: "SK1436" }),
  aRow(20, { childSeats: 1, note: "Ring", status: "assigned" }),
  aRow(30, { wheelchairs: 1, vehicleClass: "wheelchair", status: "en-route" }),
  aRow(40, { passengers: 6, vehicleClass: "van", flightNumber: "LH813" }),
  aRow(-10, { status: "assigned", vehicleId: vehicleId("V29") }),
  aRow(-20, { status: "completed", flightNumber: "BA791" }),
];
const shown = (view: Partial<BoardView>) =>
  ROWS.filter((row) => isShown(row, { ...USUAL_VIEW, ...view }, BOARD_NOW_MS))
    .map(({ id }) => String(id));

Deno.test("each trait finds its trips", () => {
  const found = Object.fromEntries(TRAITS.map((trait) => [trait, shown({ show: [trait] })]));
  assert.deepEqual(found, {
    unassigned: ["B10", "B40"],
    late: ["B-10"],
    going: ["B30"],
    flight: ["B10", "B40", "B-20"],
    wheelchair: ["B30"],
    childseat: ["B20"],
    large: ["B40"],
    note: ["B20"],
  });
});

Deno.test("several filters find what has all of them", () => {
  assert.deepEqual(shown({ show: ["unassigned", "flight"] }), ["B10", "B40"]);
  assert.deepEqual(shown({ show: ["unassigned", "flight", "large"] }), ["B40"]);
  assert.deepEqual(shown({ vehicleClass: "van" }), ["B40"]);
  assert.deepEqual(shown({ car: vehicleId("V29") }), ["B-10"]);
  assert.deepEqual(shown({ car: vehicleId("V29"), show: ["flight"] }), []);
});

Deno.test("counts leave out what is over", () => {
  const { traits, classes } = filterCounts(ROWS, BOARD_NOW_MS);
  assert.deepEqual([traits.flight, traits.unassigned, traits.late], [2, 2, 1]);
  assert.deepEqual(classes, { standard: 3, premium: 0, van: 1, wheelchair: 1 });
});

Deno.test("every trait counts as many as its filter finds among the living", () => {
  const { traits } = filterCounts(ROWS, BOARD_NOW_MS);
  for (const trait of TRAITS) {
    const found = ROWS.filter((row) => hasTrait(row, trait, BOARD_NOW_MS));
    assert.equal(traits[trait], found.filter(({ status }) => status !== "completed").length, trait);
  }
});

Deno.test("on another day nothing is late, and today's longest wait is in minutes", () => {
  assert.equal(ROWS.some((row) => hasTrait(row, "late", null)), false);
  assert.equal(worstLateMinutes(ROWS, BOARD_NOW_MS), 10);
  assert.equal(worstLateMinutes([], BOARD_NOW_MS), 0);
});
