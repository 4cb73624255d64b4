// The landmarks that ship with the product: enough of them, each where its street, stop or station says it is.
import assert from "node:assert/strict";
import { foldWords } from "../../lib/places/fold.ts";
import { greatCircleMeters } from "../../lib/places/great-circle.ts";
import { type Landmark, readLandmarks, shippedLandmarks } from "../../lib/places/landmark.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { isInSweden } from "../../lib/places/sweden.ts";
import { loadCityNetwork } from "../../lib/routing/city-network.ts";
import { snapToRoad } from "../../lib/routing/snap.ts";

const index = loadPlaceIndex();
const landmarks = shippedLandmarks();
const { grid } = loadCityNetwork();

/** Towns of the Göteborg region. */
const REGION = new Set(["Göteborg", "Mölndal", "Partille", "Härryda", "Kungälv", "Kungsbacka"]);
/** How far from what it is tied to a point may be: an airport has terminals, a station an approach. */
const TIED_WITHIN_METERS: Readonly<Record<string, number>> = {
  street: 150,
  station: 350,
  airport: 500,
};
/** Inside the road data and tied to no street: the roads around them have no name there. */
const WITHOUT_STREET = new Set(["landmark:ostra-sjukhuset"]);

Deno.test("at least 250 landmarks ship with the product, 150 of them around Göteborg", () => {
  assert.ok(landmarks.length >= 250, `${landmarks.length}`);
  const near = landmarks.filter(({ town }) => REGION.has(town));
  assert.ok(near.length >= 150, `${near.length}`);
});

Deno.test("every landmark is in Sweden, and no two have the same name", () => {
  const names = new Map<string, string>();
  for (const { id, name, point } of landmarks) {
    assert.ok(isInSweden(index.sweden, point), id);
    const folded = foldWords(name).join(" ");
    assert.equal(names.get(folded), undefined, `${id} has the name of ${names.get(folded)}`);
    names.set(folded, id);
  }
});

Deno.test("every landmark that is tied to a street, station or airport lies beside it", () => {
  const far = landmarks.filter(({ tiedTo }) => tiedTo !== "").flatMap((landmark) => {
    const meters = metersToPlace(landmark, landmark.tiedTo);
    const most = TIED_WITHIN_METERS[landmark.tiedTo.split(":")[0] ?? ""] ?? 0;
    return meters <= most ? [] : [`${landmark.id} is ${Math.round(meters)} m from its tie`];
  });
  assert.deepEqual(far, []);
});

Deno.test("every exact landmark within the road data is tied to its street and lies at a road", () => {
  const wrong = landmarks.filter(({ id, source, point, tiedTo }) => {
    const road = snapToRoad(grid, point);
    if (source === "map" || road === undefined || road.meters > 150) return false;
    return !tiedTo.startsWith("street:") && !WITHOUT_STREET.has(id);
  });
  assert.deepEqual(wrong.map(({ id }) => id), []);
});

Deno.test("a point that agrees with nothing is marked, and no marked one claims a street", () => {
  for (const { id, source, tiedTo } of landmarks) {
    const at = index.byId.get(id) ?? -1;
    const place = index.places[at]?.place;
    assert.equal(place?.kind === "landmark" && place.precision === "approximate", source === "map");
    if (source === "map") assert.equal(tiedTo, "", id);
    if (source === "street") assert.match(tiedTo, /^street:/, id);
    if (source === "place") assert.match(tiedTo, /^(station|airport):/, id);
  }
});

Deno.test("a street that a landmark beside it is named after is found once, and its id lives on", () => {
  const street = index.byId.get("street:gotaplatsen") ?? -1;
  assert.deepEqual(index.keysOf[street], []);
  assert.equal(index.places[street]?.place.name, "Götaplatsen");
  const kept = index.byId.get("street:vasagatan") ?? -1;
  assert.ok((index.keysOf[kept] ?? []).length > 0);
});

const ROW =
  "ullevi|arena|Ullevi|Ullevi Stadium|Gårda|Göteborg|57.7|11.98|84|Nya Ullevi|street:a|street";

Deno.test("a row of the data is a landmark, field by field", () => {
  assert.deepEqual(readLandmarks([ROW]), [{
    id: "landmark:ullevi",
    kind: "arena",
    name: "Ullevi",
    nameEn: "Ullevi Stadium",
    area: "Gårda",
    town: "Göteborg",
    point: { lat: 57.7, lng: 11.98 },
    weight: 84,
    aliases: ["Nya Ullevi"],
    tiedTo: "street:a",
    source: "street",
  }]);
});

/** A row with a slip, and what reading it says. */
const SLIPS: [row: string, says: RegExp][] = [
  [ROW.replace("|arena|", "|stadium|"), /row 1 \(ullevi\): kind/],
  [ROW.replace("|57.7|", "||"), /row 1 \(ullevi\): point\.lat/],
  [ROW.replace("|11.98|", "|191|"), /point\.lng/],
  [ROW.replace("|84|", "|840|"), /weight/],
  [ROW.replace("|Ullevi|", "| |"), /name/],
  [ROW.replace("|Göteborg|", "||"), /town/],
  [ROW.replace("ullevi|", "Ullevi!|"), /row 1 \(Ullevi!\): id/],
  [ROW.replace("street:a", "Skånegatan"), /tiedTo/],
  [ROW.replace(/street$/, "memory"), /source/],
  [ROW.replace("|arena", ""), /11 cells instead of 12/],
];

for (const [row, says] of SLIPS) {
  Deno.test(`a slip in the data is named by row and field: ${says.source}`, () => {
    assert.throws(() => readLandmarks([row]), says);
  });
}

Deno.test("an id that stands there twice is named with its row", () => {
  assert.throws(() => readLandmarks([ROW, ROW]), /row 2 \(ullevi\): its id stands there twice/);
});

/** Metres from a landmark to the line of a street, or to the point of a station or airport. */
function metersToPlace({ point }: Landmark, id: string): number {
  const at = index.byId.get(id);
  const { lats, lngs, places } = index.traces;
  let best = Infinity;
  for (let i = 0; i < places.length; i++) {
    if (places[i] !== at) continue;
    best = Math.min(best, greatCircleMeters(point, { lat: lats[i]!, lng: lngs[i]! }));
  }
  return best;
}
