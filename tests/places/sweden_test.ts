import assert from "node:assert/strict";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { METERS_PER_DEGREE } from "../../lib/places/great-circle.ts";
import {
  COAST_TOLERANCE_METERS,
  isInSweden,
  isOpenSea,
  loadSweden,
  type SwedenOutline,
} from "../../lib/places/sweden.ts";

const outline = loadSweden();

Deno.test("isInSweden() holds for every place the product knows", () => {
  const outside = loadPlaceIndex().places.filter(({ place }) => !isInSweden(outline, place.point));
  assert.deepEqual(outside.map(({ place }) => place.name), []);
});

const ABROAD: [string, number, number][] = [
  ["Copenhagen", 55.6761, 12.5683],
  ["Copenhagen airport", 55.618, 12.656],
  ["Helsingør, 4 km from Helsingborg", 56.0361, 12.6136],
  ["Bornholm", 55.1, 14.7],
  ["Oslo", 59.9139, 10.7522],
  ["Halden, 5 km from the border", 59.1226, 11.3871],
  ["Magnor, 2 km into Norway", 59.953, 12.19],
  ["Narvik", 68.4385, 17.4273],
  ["Tornio, beside Haparanda", 65.851, 24.19],
  ["Mariehamn", 60.0973, 19.9348],
  ["the middle of the Baltic", 56.5, 18.9],
  ["the middle of Skagerrak", 57.9, 10.4],
  ["nowhere", 0, 0],
  ["no number", NaN, NaN],
];

for (const [name, lat, lng] of ABROAD) {
  Deno.test(`isInSweden() is false for ${name}`, () => {
    assert.equal(isInSweden(outline, { lat, lng }), false);
  });
}

const HOME: [string, number, number][] = [
  ["Vinga, the lighthouse west of Göteborg", 57.632, 11.605],
  ["Styrsö", 57.616, 11.784],
  ["Sandhamn", 59.288, 18.917],
  ["Visby", 57.64, 18.296],
  ["Ven, in the middle of Öresund", 55.905, 12.69],
  ["Strömstad, near Norway", 58.9388, 11.171],
  ["Haparanda, beside Tornio", 65.8355, 24.1368],
  ["Smygehuk, the south end", 55.338, 13.36],
  ["Björkliden, near Norway in the north", 68.406, 18.68],
  ["Helsingborg ferry quay", 56.0435, 12.692],
];

for (const [name, lat, lng] of HOME) {
  Deno.test(`isInSweden() is true for ${name}`, () => {
    assert.equal(isInSweden(outline, { lat, lng }), true);
  });
}

type Ring = SwedenOutline["sweden"][number];

function ring(...points: [lat: number, lng: number][]): Ring {
  const lats = points.map(([lat]) => lat);
  const lngs = points.map(([, lng]) => lng);
  return {
    lats: Float64Array.from(lats),
    lngs: Float64Array.from(lngs),
    south: Math.min(...lats),
    north: Math.max(...lats),
    west: Math.min(...lngs),
    east: Math.max(...lngs),
  };
}

const box = (south: number, west: number, north: number, east: number) =>
  ring([south, west], [south, east], [north, east], [north, west]);

Deno.test("isInSweden() asks no outline beyond the box of the country, and every one within it", () => {
  const everywhere = { sweden: [box(40, 0, 80, 40)], neighbours: [] };
  const within = (lat: number, lng: number) => isInSweden(everywhere, { lat, lng });
  for (const [lat, lng] of [[55.1, 15], [69.2, 20], [60, 10.7], [60, 24.4]] as const) {
    assert.equal(within(lat, lng), true, `${lat}, ${lng}`);
  }
  for (const [lat, lng] of [[55.09, 15], [69.21, 20], [60, 10.69], [60, 24.41]] as const) {
    assert.equal(within(lat, lng), false, `${lat}, ${lng}`);
  }
});

Deno.test("isInSweden() takes the inside of a line whichever of its points comes first", () => {
  // A wedge with a notch: sides in every direction, none along the axes.
  const corners: [number, number][] = [[60, 14], [60.3, 18], [62.2, 17.5], [61, 16], [62, 14.3]];
  const inside: [number, number][] = [[60.2, 14.5], [61.7, 17.3], [61.5, 14.5], [60.5, 17.8]];
  const outside: [number, number][] = [[61.7, 16], [60, 16.5], [62.2, 14.4], [60.7, 13.5]];
  for (let first = 0; first < corners.length; first++) {
    const turned = [...corners.slice(first), ...corners.slice(0, first)];
    const outline = { sweden: [ring(...turned)], neighbours: [] };
    for (const [lat, lng] of inside) assert(isInSweden(outline, { lat, lng }), `${lat}, ${lng}`);
    for (const [lat, lng] of outside) assert(!isInSweden(outline, { lat, lng }), `${lat}, ${lng}`);
  }
});

Deno.test("isInSweden() takes in fifteen kilometres of water on each side, measured on the ground", () => {
  const outline = { sweden: [box(60, 15, 61, 17)], neighbours: [] };
  assert.equal(COAST_TOLERANCE_METERS, 15_000);
  const north = (meters: number) => meters / METERS_PER_DEGREE;
  const east = (meters: number) => north(meters) / Math.cos(60.5 * Math.PI / 180);
  const off = (meters: number) => [
    { lat: 60.5, lng: 17 + east(meters) },
    { lat: 60.5, lng: 15 - east(meters) },
    { lat: 61 + north(meters), lng: 16 },
    { lat: 60 - north(meters), lng: 16 },
  ];
  for (const point of off(14_980)) assert(isInSweden(outline, point), JSON.stringify(point));
  for (const point of off(15_020)) assert(!isInSweden(outline, point), JSON.stringify(point));
  // Off a corner neither side alone is too far.
  const corner = (meters: number) => ({ lat: 61 + north(meters), lng: 17 + east(meters) });
  assert(isInSweden(outline, corner(10_400)));
  assert(!isInSweden(outline, corner(10_800)));
});

Deno.test("isInSweden() gives the water between two coasts to the nearer one, and another's land to the other", () => {
  const outline = { sweden: [box(60, 15, 61, 17)], neighbours: [box(60, 17.2, 61, 18)] };
  assert.equal(isInSweden(outline, { lat: 60.5, lng: 17.09 }), true);
  assert.equal(isInSweden(outline, { lat: 60.5, lng: 17.11 }), false);
  assert.equal(isInSweden(outline, { lat: 60.5, lng: 17.21 }), false);
  const shared = { sweden: [box(60, 15, 61, 17)], neighbours: [box(60, 15.5, 61, 18)] };
  assert.equal(isInSweden(shared, { lat: 60.5, lng: 16 }), true, "its own land comes first");
});

Deno.test("isInSweden() measures to the nearest point of a side, also between its ends and past a point twice", () => {
  const slope = { sweden: [ring([60, 15], [60, 15], [61, 17], [60, 17])], neighbours: [] };
  // Beside the middle of the slope, 30 km from the ends.
  assert.equal(isInSweden(slope, { lat: 60.55, lng: 15.9 }), true);
  assert.equal(isInSweden(slope, { lat: 60.8, lng: 15.9 }), false);
  assert.equal(isInSweden(slope, { lat: 59.95, lng: 14.95 }), true);
});

Deno.test("loadSweden() gives every line with its own box", () => {
  for (const { lats, lngs, ...bounds } of [...outline.sweden, ...outline.neighbours]) {
    assert.deepEqual(bounds, {
      south: Math.min(...lats),
      north: Math.max(...lats),
      west: Math.min(...lngs),
      east: Math.max(...lngs),
    });
  }
  assert(outline.sweden.length > 1 && outline.neighbours.length > 1);
});

Deno.test("isOpenSea() is true of waters no road can be in, false on land, by the coast and on islands with cars", () => {
  const sea = [[57.2, 11.9], [58.0, 18.0], [61.5, 18.4]] as const;
  for (const [lat, lng] of sea) {
    assert.equal(isOpenSea(outline, { lat, lng }), true, `${lat},${lng}`);
  }
  // Göteborg, Hönö, Rörö, Fårö, the river, Vättern: lakes are no sea.
  const land = [[57.7, 11.97], [57.69, 11.65], [57.775, 11.615], [57.92, 19.13], [57.69, 11.9], [
    58.2,
    14.4,
  ]] as const;
  for (const [lat, lng] of land) {
    assert.equal(isOpenSea(outline, { lat, lng }), false, `${lat},${lng}`);
  }
});
