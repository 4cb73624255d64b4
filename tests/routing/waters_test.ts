import assert from "node:assert/strict";
import { greatCircleMeters, lineMeters } from "../../lib/places/great-circle.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import type { Point } from "../../lib/places/place.ts";
import { loadSweden } from "../../lib/places/sweden.ts";
import { createRoutingEngine } from "../../lib/routing/choose-engine.ts";
import { loadCityNetwork } from "../../lib/routing/city-network.ts";
import { estimateRoute } from "../../lib/routing/estimate-engine.ts";
import { WATERS, wayRound } from "../../lib/routing/waters.ts";

const map = { sweden: loadSweden(), network: loadCityNetwork() };
const GRANNA = { lat: 58.023, lng: 14.466 };
const HJO = { lat: 58.304, lng: 14.287 };
const ORNO = { lat: 59.05, lng: 18.46 };

function found(from: Point, to: Point): { km: number; minutes: number } {
  const answer = estimateRoute(map, from, to);
  assert.ok(answer.ok);
  return {
    km: answer.route.distanceMeters / 1_000,
    minutes: answer.route.durationSeconds / 60,
  };
}

Deno.test("wayRound() drives round Vättern, in both directions alike", () => {
  const { km } = found(GRANNA, HJO);
  assert.ok(Math.abs(km - 112) < 11, `${km} km`);
  assert.equal(found(HJO, GRANNA).km, km);
});

Deno.test("wayRound() counts the ferry to Hönö with its wait", () => {
  const { km, minutes } = found({ lat: 57.7089, lng: 11.9733 }, { lat: 57.689, lng: 11.65 });
  assert.ok(Math.abs(km - 25) < 2.5, `${km} km`);
  assert.ok(minutes > 45 && minutes < 65, `${minutes} min`);
});

Deno.test("nothing is sold over a water without a known way", () => {
  for (const [from, to] of [[GRANNA, ORNO], [ORNO, GRANNA]] as const) {
    assert.deepEqual(estimateRoute(map, from, to), { ok: false, reason: "no-crossing" });
  }
});

Deno.test("WATERS names every bridge, ferry and shore it sends a trip by, in Sweden", () => {
  for (const { name, passes } of WATERS) {
    for (const pass of passes) {
      assert.ok(pass.name.length > 4 && pass.by.length > 0, name);
      for (const [lat, lng] of pass.by) assert.ok(lat > 55 && lat < 69 && lng > 11 && lng < 24);
    }
  }
});

Deno.test("wayRound() links all places we sell that lie near each other, over no absurd detour", () => {
  const places = loadPlaceIndex().places.map(({ place }) => place)
    .filter(({ kind }) => kind !== "street");
  let round = 0;
  for (const [i, { point, name }] of places.entries()) {
    for (const other of places.slice(i + 1)) {
      const straight = greatCircleMeters(point, other.point);
      if (straight > 60_000) continue;
      const way = wayRound(point, other.point, lineMeters);
      assert.ok(way, `${name}–${other.name}`);
      if (way.points.length > 2) round++;
      // Round half of Vättern is the longest way round there is.
      assert.ok(lineMeters(way.points) < straight + 110_000, `${name}–${other.name}`);
    }
  }
  assert.ok(round > 1_000);
});

const TRIPS = new URL("../../../shared/cases/trips.tsv", import.meta.url);
const known = await Deno.readTextFile(TRIPS).catch(() => null);
if (known === null) {
  console.info("Left out: known driving distances (no ../shared/cases/trips.tsv)");
}

Deno.test({
  name: "known trips are on the mean within 6 % of their distance, and none is 15 % off",
  ignore: known === null,
  async fn() {
    const engine = createRoutingEngine(map);
    const errors: number[] = [];
    for (const line of (known ?? "").trim().split("\n").slice(2)) {
      const [, from = "", , to = "", km] = line.split("\t");
      const answer = await engine.route(pointOf(from), pointOf(to));
      assert.ok(answer.ok, line);
      errors.push(Math.abs(answer.route.distanceMeters / 1_000 / Number(km) - 1));
    }
    assert.ok(errors.length > 20);
    assert.ok(Math.max(...errors) < 0.15, `${Math.max(...errors)}`);
    assert.ok(errors.reduce((a, b) => a + b, 0) / errors.length < 0.06);
  },
});

function pointOf(text: string): Point {
  const [lat = NaN, lng = NaN] = text.split(",").map(Number);
  return { lat, lng };
}
