import assert from "node:assert/strict";
import { askOutside } from "../support/ask-outside.ts";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { decodePolyline, encodePolyline } from "../../lib/places/polyline.ts";
import type { Point } from "../../lib/places/place.ts";
import { createOsrmEngine, MAX_OSRM_BYTES } from "../../lib/routing/osrm-gateway.ts";
import type { RouteAnswer } from "../../lib/routing/route.ts";

const FROM = { lat: 57.7089, lng: 11.9735 };
const TO = { lat: 59.33, lng: 18.058 };
const ROUTE = {
  distance: 470_123.4,
  duration: 17_000.6,
  geometry: encodePolyline([FROM, TO]),
  weight: 1,
};
const WAYPOINTS = [waypoint(FROM, 12.5), waypoint(TO, 3)];
const ANSWER = { code: "Ok", routes: [ROUTE], waypoints: WAYPOINTS };

/** A waypoint as OSRM writes it, said to lie this far from what was asked. */
function waypoint({ lat, lng }: Point, distance: number): object {
  return { hint: "abc", location: [lng, lat], name: "Vägen", distance };
}

/** Asks an engine whose server is `handler`, on this machine. */
async function ask(
  handler: (request: Request) => Response | Promise<Response>,
  options: { timeoutMs?: number; dataVersion?: string; signal?: AbortSignal } = {},
  [from, to]: readonly [Point, Point] = [FROM, TO],
): Promise<RouteAnswer> {
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, handler);
  try {
    const { signal, ...rest } = options;
    const baseUrl = `http://127.0.0.1:${server.addr.port}/`;
    const engine = createOsrmEngine({ baseUrl, ask: askOutside("osrm"), ...rest });
    const answer = await engine.route(from, to, signal);
    assert.ok(answer !== undefined, "it was not asked");
    return answer;
  } finally {
    await server.shutdown();
  }
}

function isFailure(retriable: boolean, message: RegExp): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof GatewayError, String(error));
    assert.deepEqual([error.gateway, error.retriable], ["osrm", retriable]);
    assert.match(error.message, message);
    return true;
  };
}

Deno.test("createOsrmEngine() asks for the driving route with longitude first and reads the answer", async () => {
  let asked = "";
  const answer = await ask((request) => {
    asked = request.url;
    return Response.json({ ...ANSWER, data_version: "2026-11-01" });
  });
  assert.match(
    asked,
    /\/route\/v1\/driving\/11\.973500,57\.708900;18\.058000,59\.330000\?overview=full&geometries=polyline&/,
  );
  assert.deepEqual(answer, {
    ok: true,
    route: {
      distanceMeters: 470_123,
      durationSeconds: 17_001,
      geometry: ROUTE.geometry,
      engine: "osrm",
      dataVersion: "2026-11-01",
      isEstimate: false,
    },
  });
});

Deno.test("createOsrmEngine() falls back to the configured data version", async () => {
  const handler = () => Response.json(ANSWER);
  const answer = await ask(handler, { dataVersion: "sweden-42" });
  assert.equal(answer.ok && answer.route.dataVersion, "sweden-42");
});

Deno.test("createOsrmEngine() names the host and marks the answer when the server's map has no version", async () => {
  const versions = await Promise.all(
    [470_123, 470_124].flatMap((distance) =>
      ["", undefined].map(async (data_version) => {
        const routes = [{ ...ROUTE, distance }];
        const answer = await ask(() => Response.json({ ...ANSWER, routes, data_version }));
        assert.ok(answer.ok);
        return answer.route.dataVersion;
      })
    ),
  );
  for (const version of versions) assert.match(version, /^127\.0\.0\.1:\d+#[0-9a-f]{12}$/);
  assert.notEqual(versions[0]?.split("#")[1], versions[2]?.split("#")[1]);
});

Deno.test("createOsrmEngine() puts OSRM's times on the product's scale", async () => {
  const to = { lat: 57.75, lng: 11.9735 };
  const routes = [{ distance: 6_000, duration: 600, geometry: encodePolyline([FROM, to]) }];
  const waypoints = [waypoint(FROM, 1), waypoint(to, 1)];
  const answer = await ask(() => Response.json({ ...ANSWER, routes, waypoints }), {}, [FROM, to]);
  assert.equal(answer.ok && answer.route.durationSeconds, 780);
});

Deno.test("createOsrmEngine() counts and draws the ways between the places and their roads", async () => {
  const [start, end] = [{ lat: 57.7099, lng: 11.9735 }, { lat: 59.33, lng: 18.0571 }];
  const routes = [{ ...ROUTE, geometry: encodePolyline([start, end]) }];
  const waypoints = [waypoint(start, 111.2), waypoint(end, 51)];
  const answer = await ask(() => Response.json({ ...ANSWER, routes, waypoints }));
  assert.ok(answer.ok);
  const { distanceMeters, durationSeconds, geometry } = answer.route;
  assert.deepEqual(decodePolyline(geometry), [FROM, start, end, TO]);
  assert.equal(distanceMeters, Math.round(470_123.4 + 111.2 + 51));
  assert.equal(durationSeconds, Math.round(17_000.6 + 162.2 / (15 / 3.6)));
});

Deno.test("createOsrmEngine() lets the server move neither end farther than a kilometre", async () => {
  let asked = "";
  await ask((request) => {
    asked = new URL(request.url).searchParams.get("radiuses") ?? "";
    return Response.json(ANSWER);
  });
  assert.equal(asked, "1000;1000");
});

for (const code of ["NoRoute", "NoSegment"]) {
  Deno.test(`createOsrmEngine() takes ${code} for the end of the server's map, not of the roads`, async () => {
    await assert.rejects(
      ask(() => Response.json({ code, message: "Impossible" }, { status: 400 })),
      isFailure(false, new RegExp(code)),
    );
  });
}

for (const status of [500, 502, 503, 429]) {
  Deno.test(`createOsrmEngine() fails retriably on status ${status}`, async () => {
    await assert.rejects(
      ask(() => new Response("down", { status })),
      isFailure(true, new RegExp(`status ${status}`)),
    );
  });
}

Deno.test("createOsrmEngine() gives up on a slow server, retriably and with the cause", async () => {
  let release = () => {};
  const slow = new Promise<void>((resolve) => release = resolve);
  const handler = async () => {
    await slow;
    return Response.json(ANSWER);
  };
  const asked = ask(handler, { timeoutMs: 30 });
  const check = assert.rejects(asked, (error) => {
    release();
    return isFailure(true, /too slow/)(error) && (error as Error).cause !== undefined;
  });
  globalThis.setTimeout(release, 1_000);
  await check;
});

Deno.test("createOsrmEngine() fails retriably when no server is there", async () => {
  const engine = createOsrmEngine({ baseUrl: "http://127.0.0.1:9", ask: askOutside("osrm") });
  await assert.rejects(engine.route(FROM, TO), isFailure(true, /not reachable/));
});

const NONSENSE: [title: string, body: string][] = [
  ["HTML", "<html>gateway</html>"],
  ["half a JSON", '{"code":"Ok","routes":['],
  ["a list", "[]"],
  ["no routes", JSON.stringify({ ...ANSWER, routes: undefined })],
  ["an empty list of routes", JSON.stringify({ ...ANSWER, routes: [] })],
  ["a distance below zero", withRoute({ distance: -1 })],
  ["a distance without end", JSON.stringify(ANSWER).replace("470123.4", "1e999")],
  ["a distance shorter than the straight line", withRoute({ distance: 390_000 })],
  ["a time no car can drive", withRoute({ duration: 3_600 })],
  ["a time of nought", withRoute({ duration: 0 })],
  ["a time without end", JSON.stringify(ANSWER).replace("17000.6", "1e999")],
  ["a time slower than walking", withRoute({ duration: 499_999 })],
  ["a duration that is text", withRoute({ duration: "9" })],
  ["a geometry that is no polyline", withRoute({ geometry: "å" })],
  ["a geometry in another country", withRoute({ geometry: "_p~iF~ps|U_ulLnnqC" })],
  ["no waypoints", JSON.stringify({ ...ANSWER, waypoints: undefined })],
  ["one waypoint", JSON.stringify({ ...ANSWER, waypoints: WAYPOINTS.slice(1) })],
  ["three waypoints", JSON.stringify({ ...ANSWER, waypoints: [...WAYPOINTS, WAYPOINTS[1]] })],
  ["waypoints the wrong way round", withWaypoints(waypoint(TO, 3), waypoint(FROM, 12.5))],
  ["a start said to be far off", withWaypoints(waypoint(FROM, 1_001), waypoint(TO, 3))],
  ["an end said to be far off", withWaypoints(waypoint(FROM, 12.5), waypoint(TO, 1_001))],
  [
    "an end that is elsewhere than it is said to be",
    withWaypoints(waypoint(FROM, 12.5), waypoint({ ...TO, lat: TO.lat + 0.01 }, 3)),
  ],
  ["a place off the globe", withWaypoints(waypoint({ lat: 91, lng: 0 }, 0), waypoint(TO, 3))],
  ["an error of our own", JSON.stringify({ ...ANSWER, code: "InvalidQuery" })],
];

function withRoute(changes: object): string {
  return JSON.stringify({ ...ANSWER, routes: [{ ...ROUTE, ...changes }] });
}

function withWaypoints(...waypoints: object[]): string {
  return JSON.stringify({ ...ANSWER, waypoints });
}

for (const [title, body] of NONSENSE) {
  Deno.test(`createOsrmEngine() fails for good on ${title}`, async () => {
    await assert.rejects(ask(() => new Response(body)), isFailure(false, /OSRM/));
  });
}

/** A server with the roads around Göteborg, asked beyond them: it moves each place to the nearest road it has. */
const BEYOND_THE_MAP: [title: string, ends: [Point, Point], answer: object][] = [
  [
    "both ends of a trip to one road",
    [{ lat: 59.33, lng: 18.058 }, { lat: 59.6498, lng: 17.93 }],
    beyond({ lat: 57.83, lng: 12.31 }, 376_000, { lat: 57.83, lng: 12.31 }, 383_000, 0, 0),
  ],
  [
    "the far end to the rim",
    [FROM, { lat: 57.7204, lng: 12.933 }],
    beyond(FROM, 4, { lat: 57.71, lng: 12.08 }, 50_800, 7_628, 1_131),
  ],
];

function beyond(from: Point, moved: number, to: Point, movedTo: number, meters: number, s: number) {
  const geometry = encodePolyline([from, to]);
  const routes = [{ ...ROUTE, distance: meters, duration: s, geometry }];
  return { ...ANSWER, routes, waypoints: [waypoint(from, moved), waypoint(to, movedTo)] };
}

for (const [title, ends, answer] of BEYOND_THE_MAP) {
  Deno.test(`createOsrmEngine() sells no trip when a regional server moves ${title}`, async () => {
    await assert.rejects(
      ask(() => Response.json(answer), {}, ends),
      isFailure(false, /no road there/),
    );
  });
}

Deno.test("createOsrmEngine() reads a server too old to say how far it moved the ends", async () => {
  const waypoints = [FROM, TO].map(({ lat, lng }) => ({ location: [lng, lat], name: "" }));
  const answer = await ask(() => Response.json({ ...ANSWER, waypoints }));
  assert.equal(answer.ok && answer.route.distanceMeters, 470_123);
});

Deno.test("createOsrmEngine() stops reading an answer without end", async () => {
  let sent = 0;
  const endless = () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          sent += 65_536;
          controller.enqueue(new Uint8Array(65_536));
        },
      }),
    );
  await assert.rejects(ask(endless), isFailure(false, /bytes/));
  assert.ok(sent < 20 * MAX_OSRM_BYTES);
});

Deno.test("createOsrmEngine() follows no redirect", async () => {
  const handler = (request: Request) =>
    request.url.endsWith("/elsewhere")
      ? Response.json(ANSWER)
      : Response.redirect(new URL("/elsewhere", request.url));
  await assert.rejects(ask(handler), isFailure(true, /not reachable/));
});

Deno.test("createOsrmEngine() passes the caller's own abort on", async () => {
  const reason = new Error("the customer left");
  await assert.rejects(
    ask(() => Response.json(ANSWER), {
      signal: AbortSignal.abort(reason),
    }),
    (error) => error === reason,
  );
});

Deno.test("createOsrmEngine() does not ask about one and the same place", async () => {
  const engine = createOsrmEngine({ baseUrl: "http://127.0.0.1:9", ask: askOutside("osrm") });
  assert.deepEqual(await engine.route(FROM, FROM), { ok: false, reason: "same-point" });
});
