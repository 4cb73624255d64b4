import assert from "node:assert/strict";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { loadStreetLines, nearestStreet } from "../../lib/places/street-lines.ts";

const index = loadPlaceIndex();

/** Two streets this near to one another are both right: the drawn lines are good to 1.5 m each. */
const TIE_METERS = 3.5;

const points = Deno.readTextFileSync("tests/fixtures/places/street-points.tsv").split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("\t") as [string, string, string, string, string, string]);

Deno.test("nearestStreet() names the street whose line is nearest, at every point of the fixture but ties", () => {
  assert.equal(points.length, 400);
  const wrong = points.filter(([lat, lng, name, meters, , next]) => {
    const found = nearestStreet(index.streetLines, { lat: Number(lat), lng: Number(lng) }, 350);
    const isTie = Number(next) - Number(meters) < TIE_METERS;
    return !isTie && (!found || !isSameName(nameOf(found.place), name));
  });
  assert.deepEqual(wrong, []);
  const ties = points.filter((row) => Number(row[5]) - Number(row[3]) < TIE_METERS);
  assert.ok(ties.length < points.length / 5, `${ties.length} of ${points.length} are ties`);
});

Deno.test("nearestStreet() says how far off the street is and which point of it is nearest", () => {
  for (const [lat, lng, , meters] of points) {
    const point = { lat: Number(lat), lng: Number(lng) };
    const found = nearestStreet(index.streetLines, point, 350)!;
    assert.ok(Math.abs(found.meters - Number(meters)) < 2.5, `${lat},${lng}: ${found.meters}`);
    assert.ok(nearestStreet(index.streetLines, found.point, 350)!.meters < 1);
  }
});

Deno.test("nearestStreet() finds nothing beyond the asked distance, outside the town and at no point", () => {
  const { streetLines: streets } = index;
  assert.equal(nearestStreet(streets, { lat: 59.33, lng: 18.06 }, 350), undefined);
  assert.equal(nearestStreet(streets, { lat: NaN, lng: NaN }, 350), undefined);
  assert.equal(nearestStreet(streets, { lat: 57.69872, lng: 11.96936 }, 0), undefined);
});

Deno.test("loadStreetLines() leaves out streets the places do not have", () => {
  const only = loadStreetLines(new Map([["street:vasagatan", 7]]));
  assert.deepEqual([...new Set(only.placeOf)], [7]);
  assert.equal(nearestStreet(only, { lat: 57.70841, lng: 11.96859 }, 100), undefined);
});

function nameOf(place: number): string {
  return index.places[place]!.place.name;
}

/** "Albin Holms Backe" and "Albin Holms backe" are one street. */
function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
