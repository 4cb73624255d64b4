import assert from "node:assert/strict";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { OSRM_PAUSE_MS, pauseAfterFailure } from "../../lib/routing/osrm-pause.ts";
import type { RouteAnswer } from "../../lib/routing/route.ts";

const A = { lat: 57.7, lng: 11.97 };
const B = { lat: 57.8, lng: 11.97 };
const ANSWER: RouteAnswer = { ok: false, reason: "no-road" };

/** A server under a clock one can turn; answers what `next` says at that moment. */
function aServer() {
  const state = { time: 0, calls: 0, next: (): Promise<RouteAnswer> => Promise.resolve(ANSWER) };
  const route = () => {
    state.calls++;
    return state.next();
  };
  return Object.assign(state, { engine: pauseAfterFailure({ route }, () => state.time) });
}

function fails(retriable: boolean): () => Promise<RouteAnswer> {
  return () => Promise.reject(new GatewayError("osrm", "OSRM down", retriable));
}

Deno.test("pauseAfterFailure() does not ask a server that failed for half a minute", async () => {
  const server = aServer();
  server.next = fails(true);
  await assert.rejects(server.engine.route(A, B));
  server.time = OSRM_PAUSE_MS - 1;
  assert.equal(await server.engine.route(A, B), undefined);
  assert.equal(server.calls, 1);
  server.time = OSRM_PAUSE_MS;
  server.next = () => Promise.resolve(ANSWER);
  assert.equal(await server.engine.route(A, B), ANSWER);
  assert.equal(await server.engine.route(A, B), ANSWER);
  assert.equal(server.calls, 3);
});

Deno.test("pauseAfterFailure() lets one trip try the server after the pause, and the others go on", async () => {
  const server = aServer();
  server.next = fails(true);
  await assert.rejects(server.engine.route(A, B));
  server.time = OSRM_PAUSE_MS;
  const { promise, resolve } = Promise.withResolvers<RouteAnswer>();
  server.next = () => promise;
  const trying = server.engine.route(A, B);
  assert.equal(await server.engine.route(B, A), undefined);
  resolve(ANSWER);
  assert.equal(await trying, ANSWER);
  assert.equal(await server.engine.route(B, A), ANSWER);
});

Deno.test("pauseAfterFailure() goes on asking a server that only cannot say", async () => {
  const server = aServer();
  server.next = fails(false);
  await assert.rejects(server.engine.route(A, B));
  await assert.rejects(server.engine.route(A, B));
  assert.equal(server.calls, 2);
});
