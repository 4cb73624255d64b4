import assert from "node:assert/strict";
import { findPlace, pinPlace } from "../../lib/places/find-place.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";

const index = loadPlaceIndex();

Deno.test("findPlace() finds by id and shows the name in the asked language", () => {
  assert.equal(findPlace(index, "airport:GOT")?.name, "Göteborg Landvetter flygplats");
  assert.equal(findPlace(index, "airport:GOT", "en")?.name, "Göteborg Landvetter Airport");
  assert.equal(findPlace(index, "airport:XXX"), undefined);
});

Deno.test("findPlace() names a pin after the street it lies on", () => {
  const pin = findPlace(index, "pin:57.69990,11.97570");
  assert.deepEqual(pin, {
    id: "pin:57.69990,11.97570",
    kind: "pin",
    name: "nära Kungsportsavenyen",
    area: "Göteborg",
    point: { lat: 57.6999, lng: 11.9757 },
  });
  assert.equal(findPlace(index, pin!.id, "en")?.name, "near Kungsportsavenyen");
});

Deno.test("findPlace() accepts a pin anywhere in Sweden, in the wilds and on the islands too", () => {
  for (const id of ["pin:67.9,18.3", "pin:57.5,18.5", "pin:57.6,11.79", "pin:55.34,13.36"]) {
    assert.equal(findPlace(index, id)?.kind, "pin", id);
  }
});

Deno.test("findPlace() writes a pin's id in five decimals whatever was sent", () => {
  assert.equal(
    findPlace(index, "pin:57.7,11.97456789")?.id,
    undefined,
    "eight decimals are no pin",
  );
  assert.equal(findPlace(index, "pin:57.7,11.9745678")?.id, "pin:57.70000,11.97457");
});

Deno.test("findPlace() refuses pins abroad, at sea and malformed ones", () => {
  const refused = [
    "pin:55.67610,12.56830",
    "pin:59.91390,10.75220",
    "pin:60.16990,24.93840",
    "pin:56.5,18.9",
    "pin:0,0",
    "pin:91,200",
    "pin:NaN,NaN",
    "pin:Infinity,11.9",
    "pin:1e1,11.9",
    "pin:57.7",
    "pin:57.7,11.9,3",
    "pin:57.7,11.9 ",
    "pin:57.7,11.9\n",
    "PIN:57.7,11.9",
    "pin:٥٧.٧,١١.٩",
    "pin:" + "5".repeat(10_000),
    "",
    "__proto__",
  ];
  for (const id of refused) assert.equal(findPlace(index, id), undefined, id);
});

Deno.test("pinPlace() refuses what is no position", () => {
  assert.equal(pinPlace(index, { lat: NaN, lng: 11.9 }), undefined);
  assert.equal(pinPlace(index, { lat: 57.7, lng: Infinity }), undefined);
});
