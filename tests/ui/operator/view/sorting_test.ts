import assert from "node:assert/strict";
import { driverId, vehicleId } from "../../../../lib/fleet/vehicle.ts";
import { COLUMNS } from "../../../../lib/ui/operator/view/board-view.ts";
import { sortedBookings } from "../../../../lib/ui/operator/view/sorting.ts";
import { aRow } from "../../../support/board.ts";

const fleet = {
  drivers: [{ id: driverId("D1"), name: "Leila", vehicleId: vehicleId("V1") }],
  vehicles: [
    { id: vehicleId("V1"), name: "Bil 10", vehicleClass: "standard" as const },
    { id: vehicleId("V2"), name: "Bil 9", vehicleClass: "standard" as const },
  ],
};
const names = { fleet, locale: "sv" as const };
const ids = (rows: ReturnType<typeof sortedBookings>) => rows.map(({ id }) => String(id));

Deno.test("Swedish names stand in Swedish order, åäö last", () => {
  const rows = ["Örn", "Ek", "Ål", "Zorn"].map((customer, i) => aRow(i, { customer }));
  const sorted = sortedBookings(rows, { sort: "customer", isDescending: false }, names);
  assert.deepEqual(sorted.map(({ customer }) => customer), ["Ek", "Zorn", "Ål", "Örn"]);
});

Deno.test("cars stand by their number, and trips without one last", () => {
  const rows = [
    aRow(1),
    aRow(2, { driverId: driverId("D1"), vehicleId: vehicleId("V1") }),
    aRow(3, { driverId: driverId("D1"), vehicleId: vehicleId("V2") }),
  ];
  const sorted = sortedBookings(rows, { sort: "vehicle", isDescending: false }, names);
  assert.deepEqual(ids(sorted), ["B3", "B2", "B1"]);
});

Deno.test("states stand in the order a ride passes them, amounts by their size, party as a number", () => {
  const rows = [
    aRow(1, { status: "completed", totalOre: 90_000, passengers: 11 }),
    aRow(2, { status: "confirmed", totalOre: 100_000, passengers: 2 }),
    aRow(3, { status: "on-board", totalOre: 8_000, passengers: 4 }),
  ];
  const by = (sort: "state" | "price" | "passengers") =>
    ids(sortedBookings(rows, { sort, isDescending: false }, names));
  assert.deepEqual(by("state"), ["B2", "B3", "B1"]);
  assert.deepEqual(by("price"), ["B3", "B1", "B2"]);
  assert.deepEqual(by("passengers"), ["B2", "B3", "B1"]);
});

Deno.test("equals stay by pickup in both directions of every column but time", () => {
  const rows = [1, 2, 3].map((minutes) => aRow(minutes));
  for (const sort of COLUMNS) {
    if (sort === "time" || sort === "in") continue;
    for (const isDescending of [false, true]) {
      assert.deepEqual(ids(sortedBookings(rows, { sort, isDescending }, names)), [
        "B1",
        "B2",
        "B3",
      ]);
    }
  }
  assert.deepEqual(ids(sortedBookings(rows, { sort: "time", isDescending: true }, names)), [
    "B3",
    "B2",
    "B1",
  ]);
});

Deno.test("trips there is most to know about come first by what there is to know", () => {
  const rows = [aRow(1), aRow(2, { flightNumber: "SK1", note: "Ring" }), aRow(3, { note: "Ring" })];
  const sorted = sortedBookings(rows, { sort: "know", isDescending: false }, names);
  assert.deepEqual(ids(sorted), ["B2", "B3", "B1"]);
});
