import assert from "node:assert/strict";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { greatCircleMeters, lineMeters } from "../../lib/places/great-circle.ts";
import type { Point } from "../../lib/places/place.ts";
import { refuseIsland } from "../../lib/routing/islands.ts";
import { WATERS } from "../../lib/routing/waters.ts";
import { isOpen, wayRound, waysTo } from "../../lib/routing/way-round.ts";
import { fc } from "../support/property.ts";

const GRANNA = { lat: 58.023, lng: 14.466 };
const HJO = { lat: 58.304, lng: 14.287 };
const KALMAR = { lat: 56.6611, lng: 16.3589 };

const places = loadPlaceIndex().places.map(({ place }) => place)
  .filter(({ kind }) => kind !== "street");

function found(from: Point, to: Point) {
  const way = wayRound(from, to);
  assert.ok(way);
  return way;
}

function passesOf(from: Point, to: Point): string[] {
  const { points } = found(from, to);
  return WATERS.flatMap(({ passes }) => passes)
    .filter(({ by }) => points.some(({ lat, lng }) => by[0]![0] === lat && by[0]![1] === lng))
    .map(({ name }) => name);
}

Deno.test("wayRound() drives round Vättern, in both directions alike", () => {
  const there = found(GRANNA, HJO);
  assert.deepEqual(passesOf(GRANNA, HJO), ["Jönköping"]);
  const back = found(HJO, GRANNA);
  assert.deepEqual(back.points.toReversed(), there.points);
  assert.ok(Math.abs(back.meters - there.meters) < 0.001);
});

Deno.test("wayRound() goes straight where nothing lies between", () => {
  const boras = { lat: 57.72, lng: 12.933 };
  const partille = { lat: 57.739, lng: 12.106 };
  assert.deepEqual(found(boras, partille), {
    points: [boras, partille],
    meters: greatCircleMeters(boras, partille),
    ferrySeconds: 0,
  });
});

const CROSSINGS: [pass: string, minutes: number, from: [number, number], to: [number, number]][] = [
  ["färjan Gränna–Visingsö", 55, [58.023, 14.466], [58.05, 14.35]],
  ["färjan Lilla Varholmen–Hönö Pinan", 25, [57.7237, 11.77], [57.689, 11.65]],
  ["färjan Lilla Varholmen–Björkö", 20, [57.7237, 11.77], [57.732, 11.679]],
  ["färjan Slagsta–Jungfrusund", 18, [59.25, 17.85], [59.283, 17.766]],
  ["färjan Munsö–Adelsö", 15, [59.36, 17.59], [59.37, 17.49]],
  ["färjan Vaxholm–Rindö", 15, [59.403, 18.345], [59.4, 18.4]],
  ["färjan Östanå–Ljusterö", 15, [59.55, 18.5], [59.52, 18.6]],
  ["färjan Furusund–Köpmanholm", 15, [59.68, 18.9], [59.63, 18.9]],
  ["färjan Karlskrona–Aspö", 35, [56.161, 15.586], [56.115, 15.57]],
  ["färjan Öregrund–Gräsö", 15, [60.34, 18.43], [60.35, 18.5]],
  ["färjan Fårösund–Broa", 20, [57.858, 19.06], [57.92, 19.14]],
  ["Ölandsbron", 0, [56.66, 16.36], [56.879, 16.656]],
  ["Tjörnbron", 0, [58.07, 11.82], [57.987, 11.55]],
  ["Instöbron", 0, [57.8716, 11.98], [57.8875, 11.593]],
  ["Hjulstabron", 0, [59.6356, 17.0777], [59.44, 17.03]],
  ["Strängnäsbron", 0, [59.36, 17.02], [59.42, 17.04]],
  ["Kvicksundsbron", 0, [59.37, 16.51], [59.61, 16.3]],
  ["Drottningholmsbron", 0, [59.338, 17.94], [59.34, 17.84]],
  ["Höga Kustenbron", 0, [62.7, 17.85], [62.95, 18.3]],
  ["Alnöbron", 0, [62.42, 17.33], [62.43, 17.45]],
  ["Frösöbron", 0, [63.179, 14.64], [63.19, 14.55]],
  ["Sollerö bro", 0, [60.93, 14.45], [60.91, 14.61]],
  ["Hjälmaresundsbron", 0, [59.13, 16.0], [59.35, 16.0]],
];

for (const [pass, minutes, [lat, lng], [toLat, toLng]] of CROSSINGS) {
  Deno.test(`wayRound() takes ${pass}${minutes > 0 ? `, ${minutes} minutes` : ""}`, () => {
    const [from, to] = [{ lat, lng }, { lat: toLat, lng: toLng }];
    assert.deepEqual(passesOf(from, to), [pass]);
    assert.equal(found(from, to).ferrySeconds, minutes * 60);
  });
}

Deno.test("wayRound() sends every trip to Öland over its bridge", () => {
  const isOland = ({ area, name }: typeof places[number]) =>
    ["Borgholm", "Mörbylånga"].some((town) => area === town || name === town);
  const towns = places.filter(isOland);
  assert.ok(towns.length > 5);
  for (const { point, name } of towns) {
    assert.ok(passesOf(KALMAR, point).includes("Ölandsbron"), name);
  }
});

Deno.test("wayRound() finds a way between all places we sell that lie near each other", () => {
  let round = 0;
  for (const [i, { point, name }] of places.entries()) {
    const ways = waysTo(point);
    for (const other of places.slice(i + 1)) {
      const straight = greatCircleMeters(point, other.point);
      if (straight > 60_000 || refuseIsland(point, other.point)) continue;
      const way = ways.from(other.point);
      assert.ok(way, `${name}–${other.name}`);
      if (way.points.length > 2) round++;
      // Round half of Vättern, or of the fells, is the longest way round there is.
      assert.ok(way.meters < straight + 160_000, `${name}–${other.name}`);
    }
  }
  assert.ok(round > 2_000);
});

Deno.test("wayRound() is as long as its line, never shorter than straight, crosses water by passes alone", () => {
  const crossing = new Set(
    WATERS.flatMap(({ passes }) => passes).flatMap(({ by }) =>
      by.slice(1).flatMap(([lat, lng], i) => [`${by[i]};${lat},${lng}`, `${lat},${lng};${by[i]}`])
    ),
  );
  const one = fc.record({
    lat: fc.double({ min: 55.5, max: 66, noNaN: true }),
    lng: fc.double({ min: 11.5, max: 19, noNaN: true }),
  });
  fc.assert(
    fc.property(one, one, (from, to) => {
      const way = wayRound(from, to);
      if (!way) return;
      assert.ok(Math.abs(way.meters - lineMeters(way.points)) < 0.01);
      assert.ok(way.meters >= greatCircleMeters(from, to) * 0.999_999);
      for (const [i, point] of way.points.slice(1).entries()) {
        const last = way.points[i]!;
        const leg = `${last.lat},${last.lng};${point.lat},${point.lng}`;
        assert.ok(crossing.has(leg) || isOpen(last, point), leg);
      }
    }),
    { numRuns: 300 },
  );
});

Deno.test("waysTo() has nothing below a limit that is too low", () => {
  const ways = waysTo(HJO);
  const { meters } = ways.from(GRANNA)!;
  assert.equal(ways.from(GRANNA, meters - 1), undefined);
  assert.deepEqual(ways.from(GRANNA, meters + 1), ways.from(GRANNA));
});
