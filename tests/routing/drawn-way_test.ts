import assert from "node:assert/strict";
import { lineMeters } from "../../lib/places/great-circle.ts";
import type { Point } from "../../lib/places/place.ts";
import { decodePolyline } from "../../lib/places/polyline.ts";
import { loadSweden } from "../../lib/places/sweden.ts";
import { createRoutingEngine } from "../../lib/routing/choose-engine.ts";
import { loadCityNetwork } from "../../lib/routing/city-network.ts";
import { drawnWay } from "../../lib/routing/drawn-way.ts";
import { snapToRoad } from "../../lib/routing/snap.ts";

const network = loadCityNetwork();
const engine = createRoutingEngine({ sweden: loadSweden(), network });
const CENTRAL = { lat: 57.70891, lng: 11.97346 };
const LANDVETTER = { lat: 57.6685, lng: 12.2942 };
const [UPPSALA, STOCKHOLM] = [{ lat: 59.8586, lng: 17.646 }, { lat: 59.33, lng: 18.058 }];
const HONO = { lat: 57.689, lng: 11.65 };

async function routeBetween(from: Point, to: Point) {
  const answer = await engine.route(from, to);
  assert.ok(answer.ok);
  return answer.route;
}

Deno.test("drawnWay() draws all of a way through the town", async () => {
  const route = await routeBetween(CENTRAL, { lat: 57.6966, lng: 11.9866 });
  assert.deepEqual(drawnWay(route), {
    known: route.geometry,
    isOpenAtStart: false,
    isOpenAtEnd: false,
    unknownMeters: 0,
  });
});

Deno.test("drawnWay() draws a way out of the town as far as the roads are known, and in from there", async () => {
  for (const [from, to] of [[CENTRAL, LANDVETTER], [LANDVETTER, CENTRAL]] as const) {
    const route = await routeBetween(from, to);
    const drawn = drawnWay(route);
    assert.deepEqual(
      [drawn.isOpenAtStart, drawn.isOpenAtEnd],
      [from === LANDVETTER, to === LANDVETTER],
    );
    const line = decodePolyline(drawn.known);
    // Every corner but the place itself lies where a road of the map is near.
    for (const point of line.slice(1, -1)) assert.ok(snapToRoad(network.grid, point));
    assert.equal(drawn.unknownMeters, route.distanceMeters - Math.round(lineMeters(line)));
    assert.ok(drawn.unknownMeters > 12_000 && drawn.unknownMeters < 22_000);
  }
});

Deno.test("drawnWay() draws nothing where no road is known", async () => {
  const route = await routeBetween(UPPSALA, STOCKHOLM);
  assert.deepEqual(drawnWay(route), {
    known: "",
    isOpenAtStart: true,
    isOpenAtEnd: true,
    unknownMeters: route.distanceMeters,
  });
});

Deno.test("drawnWay() draws the way to a ferry as far as the roads are known", async () => {
  const route = await routeBetween(CENTRAL, HONO);
  const drawn = drawnWay(route);
  assert.deepEqual([drawn.isOpenAtStart, drawn.isOpenAtEnd], [false, true]);
  for (const point of decodePolyline(drawn.known).slice(1)) {
    assert.ok(snapToRoad(network.grid, point));
  }
});

Deno.test("drawnWay() draws all of a measured way, however straight its roads", () => {
  const geometry = "etjdLq{z|B`sBopIfi@oeV";
  const drawn = drawnWay({ geometry, isEstimate: false, distanceMeters: 500_000 });
  assert.deepEqual([drawn.known, drawn.unknownMeters], [geometry, 0]);
});
