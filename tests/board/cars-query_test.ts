import assert from "node:assert/strict";
import { readCarsQuery } from "../../lib/board/cars-query.ts";

const NOW = Temporal.Instant.from("2026-11-26T23:30:00Z");
const read = (search: string) => readCarsQuery(new URLSearchParams(search), NOW);

Deno.test("an address without a question shows all cars of today in Sweden along the clock", () => {
  assert.deepEqual(read(""), {
    date: "2026-11-27",
    show: "all",
    vehicleClass: null,
    view: "timeline",
    zoom: "8",
  });
});

Deno.test("date, filter, class and list are read", () => {
  assert.deepEqual(read("date=2026-12-24&show=free&class=van&view=list&zoom=day"), {
    date: "2026-12-24",
    show: "free",
    vehicleClass: "van",
    view: "list",
    zoom: "day",
  });
});

Deno.test("what the page does not understand means the usual", () => {
  assert.deepEqual(read("date=2026-02-30&show=toString&class=tractor&view=map&zoom=9"), read(""));
});
