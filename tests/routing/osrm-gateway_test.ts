import assert from "node:assert/strict";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { createOsrmEngine, MAX_OSRM_BYTES } from "../../lib/routing/osrm-gateway.ts";
import type { RouteAnswer } from "../../lib/routing/route.ts";

const FROM = { lat: 57.7089, lng: 11.9735 };
const TO = { lat: 59.33, lng: 18.058 };
const ROUTE = {
  distance: 470_123.4,
  duration: 17_000.6,
  geometry: "_p~iF~ps|U_ulLnnqC",
  weight: 1,
};

/** Asks an engine whose server is `handler`, on this machine. */
async function ask(
  handler: (request: Request) => Response | Promise<Response>,
  options: { timeoutMs?: number; dataVersion?: string; signal?: AbortSignal } = {},
): Promise<RouteAnswer> {
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, handler);
  try {
    const { signal, ...rest } = options;
    const baseUrl = `http://127.0.0.1:${server.addr.port}/`;
    return await createOsrmEngine({ baseUrl, fetch, ...rest }).route(FROM, TO, signal);
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
    return Response.json({ code: "Ok", data_version: "2026-11-01", routes: [ROUTE] });
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
  const handler = () => Response.json({ code: "Ok", routes: [ROUTE] });
  const answer = await ask(handler, { dataVersion: "sweden-42" });
  assert.equal(answer.ok && answer.route.dataVersion, "sweden-42");
});

for (const code of ["NoRoute", "NoSegment"]) {
  Deno.test(`createOsrmEngine() reads ${code} as an answer, not a failure`, async () => {
    const answer = await ask(() => Response.json({ code, message: "Impossible" }, { status: 400 }));
    assert.deepEqual(answer, { ok: false, reason: "no-road" });
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
    return Response.json({ code: "Ok", routes: [ROUTE] });
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
  const engine = createOsrmEngine({ baseUrl: "http://127.0.0.1:9", fetch });
  await assert.rejects(engine.route(FROM, TO), isFailure(true, /not reachable/));
});

const NONSENSE: [title: string, body: string][] = [
  ["HTML", "<html>gateway</html>"],
  ["half a JSON", '{"code":"Ok","routes":['],
  ["a list", "[]"],
  ["no routes", '{"code":"Ok"}'],
  ["an empty list of routes", '{"code":"Ok","routes":[]}'],
  ["a distance below zero", JSON.stringify({ code: "Ok", routes: [{ ...ROUTE, distance: -1 }] })],
  [
    "a duration that is text",
    JSON.stringify({ code: "Ok", routes: [{ ...ROUTE, duration: "9" }] }),
  ],
  [
    "a geometry that is no polyline",
    JSON.stringify({ code: "Ok", routes: [{ ...ROUTE, geometry: "å" }] }),
  ],
  ["an error of our own", '{"code":"InvalidQuery"}'],
];

for (const [title, body] of NONSENSE) {
  Deno.test(`createOsrmEngine() fails for good on ${title}`, async () => {
    await assert.rejects(ask(() => new Response(body)), isFailure(false, /OSRM/));
  });
}

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
      ? Response.json({ code: "Ok", routes: [ROUTE] })
      : Response.redirect(new URL("/elsewhere", request.url));
  await assert.rejects(ask(handler), isFailure(true, /not reachable/));
});

Deno.test("createOsrmEngine() passes the caller's own abort on", async () => {
  const reason = new Error("the customer left");
  await assert.rejects(
    ask(() => Response.json({ code: "Ok", routes: [ROUTE] }), {
      signal: AbortSignal.abort(reason),
    }),
    (error) => error === reason,
  );
});

Deno.test("createOsrmEngine() does not ask about one and the same place", async () => {
  const engine = createOsrmEngine({ baseUrl: "http://127.0.0.1:9", fetch });
  assert.deepEqual(await engine.route(FROM, FROM), { ok: false, reason: "same-point" });
});
