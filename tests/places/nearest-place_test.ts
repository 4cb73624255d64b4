import assert from "node:assert/strict";
import { METERS_PER_DEGREE } from "../../lib/places/great-circle.ts";
import { nearestPlace } from "../../lib/places/nearest-place.ts";
import { loadPlaceIndex, type PlaceIndex } from "../../lib/places/place-index.ts";
import { buildSegmentGrid, GRID_FACTOR } from "../../lib/places/segment-grid.ts";

const index = loadPlaceIndex();

/** What is named from `meters` north or east of places that all lie in one point. */
function seenFrom(meters: number, ids: string[]) {
  const point = { lat: 57.7, lng: 12.9 };
  const places = ids.map((id) => {
    const row = index.places[index.byId.get(id)!]!;
    return { ...row, place: { ...row.place, point } };
  });
  const street = ids.findIndex((id) => id.startsWith("street:"));
  const alone: PlaceIndex = { ...index, places, streetLines: streetIn(point, street) };
  const away = meters / METERS_PER_DEGREE;
  const north = { lat: point.lat + away, lng: point.lng };
  const east = {
    lat: point.lat,
    lng: point.lng + away / Math.cos(point.lat * Math.PI / 180),
  };
  return [north, east].map((from) => nearestPlace(alone, from)?.kind);
}

/** A street of one point, or none when `place` is −1. */
function streetIn({ lat, lng }: { lat: number; lng: number }, place: number) {
  const at = (degrees: number) => Int32Array.of(degrees * GRID_FACTOR, degrees * GRID_FACTOR);
  const segments = buildSegmentGrid({ lat: at(lat), lng: at(lng) }, place < 0 ? [] : [0]);
  return { segments, placeOf: Uint16Array.of(Math.max(0, place), Math.max(0, place)) };
}

/** Every kind, in the order of who is named first; and how far it is still near. */
const REACHES: [id: string, kind: string, meters: number][] = [
  ["airport:GOT", "airport", 1_500],
  ["station:goteborg-centralstation", "station", 150],
  ["landmark:ullevi", "landmark", 75],
  ["street:vasagatan", "street", 350],
  ["town:2711537", "town", 60_000],
];

Deno.test("nearestPlace() reaches as far as one says 'near' a place of its kind, north and east", () => {
  for (const [id, kind, meters] of REACHES) {
    assert.deepEqual(seenFrom(meters * 0.999, [id]), [kind, kind]);
    assert.deepEqual(seenFrom(meters * 1.001, [id]), [undefined, undefined], kind);
  }
});

Deno.test("nearestPlace() names the airport before the station, the landmark, the street and the town", () => {
  const ids = REACHES.map(([id]) => id);
  for (const [i, [, kind]] of REACHES.entries()) {
    assert.deepEqual(seenFrom(70, ids.slice(i).reverse()), [kind, kind]);
  }
});

Deno.test("nearestPlace() names the airport on all of its ground", () => {
  assert.equal(nearestPlace(index, { lat: 57.6628, lng: 12.2798 })?.id, "airport:GOT");
});

Deno.test("nearestPlace() names the station beside it and the street a little farther off", () => {
  assert.equal(nearestPlace(index, { lat: 57.709, lng: 11.9736 })?.kind, "station");
  assert.equal(nearestPlace(index, { lat: 57.7062, lng: 11.9668 })?.kind, "street");
});

Deno.test("nearestPlace() names a long street anywhere along it, not only at its middle", () => {
  for (const point of [{ lat: 57.6999, lng: 11.9757 }, { lat: 57.6985, lng: 11.9777 }]) {
    assert.equal(nearestPlace(index, point)?.id, "street:kungsportsavenyen");
  }
});

Deno.test("nearestPlace() names the nearest town outside the streets it knows", () => {
  assert.equal(nearestPlace(index, { lat: 57.6866, lng: 12.2117 })?.name, "Landvetter");
});

Deno.test("nearestPlace() names nothing far from everything", () => {
  assert.equal(nearestPlace(index, { lat: 40, lng: 0 }), undefined);
});

Deno.test("nearestPlace() names a landmark that everybody knows, by its name in the language", () => {
  const ullevi = index.places[index.byId.get("landmark:ullevi") ?? -1]!.place.point;
  assert.equal(nearestPlace(index, ullevi)?.name, "Ullevi");
  assert.equal(nearestPlace(index, ullevi, "en")?.name, "Ullevi Stadium");
});

Deno.test("nearestPlace() names neither a landmark of few nor one whose point is not known well", () => {
  for (const id of ["landmark:antikhallarna", "landmark:sahlgrenska-akuten"]) {
    const { point } = index.places[index.byId.get(id) ?? -1]!.place;
    assert.notEqual(nearestPlace(index, point)?.id, id);
  }
});
