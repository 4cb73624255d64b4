import assert from "node:assert/strict";
import { askOutside } from "../support/ask-outside.ts";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { greatCircleMeters } from "../../lib/places/great-circle.ts";
import { decodePolyline } from "../../lib/places/polyline.ts";
import { loadSweden } from "../../lib/places/sweden.ts";
import { createRoutingEngine, type PausingEngine } from "../../lib/routing/choose-engine.ts";
import { loadCityNetwork } from "../../lib/routing/city-network.ts";
import { routeInCity } from "../../lib/routing/goteborg-engine.ts";
import { createOsrmEngine } from "../../lib/routing/osrm-gateway.ts";
import type { Route, RouteAnswer } from "../../lib/routing/route.ts";
import { fc } from "../support/property.ts";

const known = { sweden: loadSweden(), network: loadCityNetwork() };
const CENTRAL = { lat: 57.7089, lng: 11.9735 };
const KORSVAGEN = { lat: 57.6966, lng: 11.9866 };
const STOCKHOLM = { lat: 59.33, lng: 18.058 };
const UPPSALA = { lat: 59.8586, lng: 17.646 };

const OSRM_ROUTE: Route = {
  distanceMeters: 470_000,
  durationSeconds: 17_000,
  geometry: "_p~iF~ps|U_ulLnnqC",
  engine: "osrm",
  dataVersion: "test",
  isEstimate: false,
};

/** An outside engine that gives this answer or fails with this error, and counts its calls. */
function outside(answer: RouteAnswer | Error): PausingEngine & { calls: number } {
  return {
    calls: 0,
    roads: () => "theirs",
    route() {
      this.calls++;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
}

Deno.test("createRoutingEngine() asks OSRM in Göteborg too, its map is newer", async () => {
  const route = { ...OSRM_ROUTE, distanceMeters: 2_500 };
  const answer = await createRoutingEngine({ ...known, osrm: outside({ ok: true, route }) })
    .route(CENTRAL, KORSVAGEN);
  assert.deepEqual(answer, { ok: true, route });
});

Deno.test("createRoutingEngine() uses Göteborg's own roads without OSRM, and when it fails", async () => {
  const failing = outside(new GatewayError("osrm", "OSRM too slow", true));
  for (const choice of [known, { ...known, osrm: failing }]) {
    const answer = await createRoutingEngine(choice).route(CENTRAL, KORSVAGEN);
    assert.equal(answer.ok && answer.route.engine, "goteborg");
  }
});

for (const [from, to] of [[CENTRAL, KORSVAGEN], [UPPSALA, STOCKHOLM]] as const) {
  Deno.test(`createRoutingEngine() sells no absurd detour of OSRM's from ${from.lat} and reports it`, async () => {
    const own = await createRoutingEngine(known).route(from, to);
    assert.ok(own.ok);
    const reported: GatewayError[] = [];
    const withDetour = (factor: number) => {
      const route = { ...OSRM_ROUTE, distanceMeters: own.route.distanceMeters * factor };
      const osrm = outside({ ok: true, route });
      return createRoutingEngine({ ...known, osrm, onFallback: (error) => reported.push(error) })
        .route(from, to);
    };
    const usual = await withDetour(1.9);
    assert.equal(usual.ok && usual.route.engine, "osrm");
    assert.deepEqual(reported, []);
    assert.deepEqual(await withDetour(6), own);
    assert.deepEqual(reported.map(({ retriable }) => retriable), [false]);
  });
}

Deno.test("createRoutingEngine() estimates a stop at the edge of the map whose nearest road is a detour", async () => {
  // 376 m from its road; the streets there are not on the map.
  const edge = { lat: 57.66908, lng: 11.94615 };
  const answer = await createRoutingEngine(known).route(CENTRAL, edge);
  const along = routeInCity(known.network, CENTRAL, edge);
  assert.ok(answer.ok && along.ok);
  assert.deepEqual([answer.route.engine, answer.route.isEstimate], ["estimate", true]);
  assert.ok(answer.route.distanceMeters < along.route.distanceMeters);
});

Deno.test("createRoutingEngine() asks OSRM when an end is elsewhere", async () => {
  const osrm = outside({ ok: true, route: OSRM_ROUTE });
  const answer = await createRoutingEngine({ ...known, osrm }).route(CENTRAL, STOCKHOLM);
  assert.deepEqual(answer, { ok: true, route: OSRM_ROUTE });
});

Deno.test("createRoutingEngine() estimates when there is no OSRM", async () => {
  const engine = createRoutingEngine(known);
  for (
    const [from, to] of [[CENTRAL, STOCKHOLM], [STOCKHOLM, CENTRAL], [UPPSALA, STOCKHOLM]] as const
  ) {
    const answer = await engine.route(from, to);
    assert.ok(answer.ok);
    assert.deepEqual([answer.route.engine, answer.route.isEstimate], ["estimate", true]);
  }
});

Deno.test("createRoutingEngine() estimates, says so and reports when OSRM fails", async () => {
  const failure = new GatewayError("osrm", "OSRM too slow", true);
  const reported: GatewayError[] = [];
  const engine = createRoutingEngine({
    ...known,
    osrm: outside(failure),
    onFallback: (error) => reported.push(error),
  });
  const answer = await engine.route(CENTRAL, STOCKHOLM);
  assert.equal(answer.ok && answer.route.engine, "estimate");
  assert.deepEqual(reported, [failure]);
  assert.equal(answer.isStandIn, true);
});

Deno.test("createRoutingEngine() estimates when OSRM knows no road, its map may be a region's", async () => {
  const osrm = outside({ ok: false, reason: "no-road" });
  const answer = await createRoutingEngine({ ...known, osrm }).route(CENTRAL, STOCKHOLM);
  assert.deepEqual(answer.ok && [answer.route.engine, answer.route.isEstimate], ["estimate", true]);
  assert.equal(osrm.calls, 1);
});

Deno.test("createRoutingEngine() sells an estimate where a regional OSRM answers from its nearest road", async () => {
  const [from, to] = [STOCKHOLM, { lat: 59.6498, lng: 17.93 }];
  const regional = () =>
    Response.json({
      code: "Ok",
      routes: [{ distance: 0, duration: 0, geometry: "_cl_JohviA??" }],
      waypoints: [376_000, 383_000].map((distance) => ({ location: [12.31, 57.83], distance })),
    });
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, regional);
  const osrm = createOsrmEngine({
    baseUrl: `http://127.0.0.1:${server.addr.port}`,
    ask: askOutside("osrm"),
  });
  const reported: GatewayError[] = [];
  const onFallback = (error: GatewayError) => reported.push(error);
  const answer = await createRoutingEngine({ ...known, osrm, onFallback }).route(from, to);
  await server.shutdown();
  assert.ok(answer.ok);
  assert.deepEqual([answer.route.engine, answer.route.isEstimate], ["estimate", true]);
  assert.ok(
    Math.abs(answer.route.distanceMeters - 44_800) < 4_480,
    `${answer.route.distanceMeters}`,
  );
  assert.deepEqual(reported.map(({ retriable }) => retriable), [false]);
});

Deno.test("createRoutingEngine() hides neither a fault of ours nor the caller's abort", async () => {
  const fault = new TypeError("our bug");
  const engine = createRoutingEngine({ ...known, osrm: outside(fault) });
  await assert.rejects(engine.route(CENTRAL, STOCKHOLM), (error) => error === fault);
});

const REFUSED: [title: string, to: { lat: number; lng: number }, reason: string][] = [
  ["abroad", { lat: 55.6761, lng: 12.5683 }, "abroad"],
  ["at sea", { lat: 56.5, lng: 18.9 }, "abroad"],
  ["on Gotland", { lat: 57.6409, lng: 18.296 }, "no-crossing"],
  ["on Ornö, over a paid ferry", { lat: 59.05, lng: 18.44 }, "no-crossing"],
  ["on an island without cars", { lat: 57.616, lng: 11.784 }, "no-road"],
  ["where it starts", CENTRAL, "same-point"],
];

for (const [title, to, reason] of REFUSED) {
  Deno.test(`createRoutingEngine() refuses an end ${title} before it asks anyone`, async () => {
    const osrm = outside({ ok: true, route: OSRM_ROUTE });
    const answer = await createRoutingEngine({ ...known, osrm }).route(CENTRAL, to);
    assert.deepEqual(answer, { ok: false, reason });
    assert.equal(osrm.calls, 0);
  });
}

/** Anywhere in Sweden, and more often in and around Göteborg. */
const pin = fc.oneof(
  { weight: 3, arbitrary: pinsIn([57.64, 57.78], [11.84, 12.08]) },
  { weight: 2, arbitrary: pinsIn([57.5, 57.9], [11.7, 12.4]) },
  { weight: 1, arbitrary: pinsIn([55.3, 68.5], [11, 24]) },
);

function pinsIn(lat: [number, number], lng: [number, number]) {
  const degrees = ([min, max]: [number, number]) =>
    fc.integer({ min: min * 1e5, max: max * 1e5 }).map((value) => value / 1e5);
  return fc.tuple(degrees(lat), degrees(lng)).map(([lat, lng]) => ({ lat, lng }));
}

Deno.test("createRoutingEngine() sells no way shorter than the straight line, and draws it from pin to pin", async () => {
  const engine = createRoutingEngine(known);
  let sold = 0;
  await fc.assert(
    fc.asyncProperty(pin, pin, async (from, to) => {
      const answer = await engine.route(from, to);
      if (!answer.ok) return;
      sold++;
      assert.ok(answer.route.distanceMeters >= greatCircleMeters(from, to));
      const line = decodePolyline(answer.route.geometry);
      assert.deepEqual([line[0], line.at(-1)], [from, to]);
    }),
    { numRuns: 400 },
  );
  assert.ok(sold > 150, `${sold} sold`);
});
