import assert from "node:assert/strict";
import { VEHICLE_CLASSES, vehicleId } from "../../../../lib/fleet/vehicle.ts";
import {
  type BoardView,
  COLUMNS,
  DENSITIES,
  FIXED_COLUMNS,
  readBoardView,
  sortedBy,
  TRAITS,
  USUAL_COLUMNS,
  USUAL_VIEW,
  viewWords,
  withoutFilters,
  withTrait,
} from "../../../../lib/ui/operator/view/board-view.ts";
import { listHref, tripHrefs } from "../../../../lib/ui/operator/view/list-address.ts";
import { bookingId } from "../../../../lib/booking/booking.ts";
import { fc } from "../../../support/property.ts";

const VIEWS: fc.Arbitrary<BoardView> = fc.record({
  show: fc.subarray([...TRAITS]),
  vehicleClass: fc.constantFrom(null, ...VEHICLE_CLASSES),
  car: fc.constantFrom(null, vehicleId("V07")),
  sort: fc.constantFrom(...COLUMNS),
  isDescending: fc.boolean(),
  columns: fc.subarray([...COLUMNS]).map((some) =>
    COLUMNS.filter((column) => some.includes(column) || FIXED_COLUMNS.includes(column))
  ),
  density: fc.constantFrom(null, ...DENSITIES),
  isDoneShown: fc.boolean(),
  isWhole: fc.boolean(),
});

const read = (search: string) => readBoardView(new URLSearchParams(search));

Deno.test("an address without words is the day as usual, and says nothing", () => {
  assert.deepEqual(read(""), USUAL_VIEW);
  assert.deepEqual(Object.values(viewWords(USUAL_VIEW)).filter((word) => word !== ""), []);
});

Deno.test("the address says every part of a view, and can be read by a person", () => {
  const view = read(
    "show=late,unassigned&class=van&car=V07&sort=-price&density=airy&done=show&rows=all",
  );
  assert.deepEqual(view, {
    show: ["unassigned", "late"],
    vehicleClass: "van",
    car: vehicleId("V07"),
    sort: "price",
    isDescending: true,
    columns: USUAL_COLUMNS,
    density: "airy",
    isDoneShown: true,
    isWhole: true,
  });
  assert.equal(
    listHref({ date: "2026-11-26", query: "", page: "", view }),
    "/admin?date=2026-11-26&show=unassigned,late&class=van&car=V07&sort=-price&density=airy&done=show&rows=all",
  );
});

Deno.test("words nobody knows are as usual", () => {
  assert.deepEqual(
    read("show=toString,nothing&class=tank&sort=-secret&density=__proto__&done=1"),
    { ...USUAL_VIEW, isDescending: true },
  );
});

Deno.test("time and trip are always among the columns, in their order; a form says one a field", () => {
  assert.deepEqual(read("cols=price,state").columns, ["time", "trip", "state", "price"]);
  assert.deepEqual(read("cols=price&cols=phone").columns, ["time", "trip", "phone", "price"]);
});

Deno.test("every view comes back from its own address", () => {
  fc.assert(fc.property(VIEWS, (view) => {
    const { search } = new URL(
      listHref({ date: "2026-11-26", query: "", page: "", view }),
      "http://x",
    );
    assert.deepEqual(read(search), { ...view });
  }));
});

Deno.test("a filter is picked and put back; the same column again turns the order round", () => {
  const late = withTrait(USUAL_VIEW, "late");
  assert.deepEqual(late.show, ["late"]);
  assert.deepEqual(withTrait(late, "late"), USUAL_VIEW);
  assert.deepEqual(withTrait(late, "unassigned").show, ["unassigned", "late"]);
  assert.equal(sortedBy(USUAL_VIEW, "price").isDescending, false);
  assert.equal(sortedBy(sortedBy(USUAL_VIEW, "price"), "price").isDescending, true);
  assert.equal(sortedBy(USUAL_VIEW, "time").isDescending, true);
  assert.deepEqual(withoutFilters({ ...late, vehicleClass: "van" }), USUAL_VIEW);
});

Deno.test("a trip's address keeps the list and how it is arranged", () => {
  const at = { date: "2026-11-26", query: "", page: "", view: withTrait(USUAL_VIEW, "late") };
  const id = bookingId("01J");
  assert.equal(tripHrefs(at)(id), "/admin?date=2026-11-26&show=late&booking=01J");
  assert.equal(
    tripHrefs({ ...at, query: "öberg" })(id),
    "/admin?q=%C3%B6berg&show=late&booking=01J",
  );
});
