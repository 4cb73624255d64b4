import assert from "node:assert/strict";
import type { RouteAnswer, RoutingEngine } from "../../lib/routing/route.ts";
import { rememberRoutes } from "../../lib/routing/route-memory.ts";

const A = { lat: 57.7, lng: 11.9 };
const B = { lat: 57.71, lng: 11.95 };
const C = { lat: 57.72, lng: 11.96 };

Deno.test("rememberRoutes() asks the engine once for the same ends in the same direction", async () => {
  const engine = countingEngine();
  const remembered = rememberRoutes(engine);
  const first = await remembered.route(A, B);
  assert.deepEqual(await remembered.route(A, B), first);
  assert.equal(engine.asked, 1);
  await remembered.route(B, A);
  assert.equal(engine.asked, 2);
});

Deno.test("rememberRoutes() forgets the least recently used route first", async () => {
  const engine = countingEngine();
  const remembered = rememberRoutes(engine, 2);
  await remembered.route(A, B);
  await remembered.route(B, C);
  await remembered.route(A, B);
  await remembered.route(A, C);
  assert.equal(engine.asked, 3);
  await remembered.route(A, B);
  assert.equal(engine.asked, 3);
  await remembered.route(B, C);
  assert.equal(engine.asked, 4);
});

Deno.test("rememberRoutes() does not remember a failure", async () => {
  let failing = true;
  const engine: RoutingEngine = {
    route: () => failing ? Promise.reject(new Error("down")) : Promise.resolve(answer(1)),
  };
  const remembered = rememberRoutes(engine);
  await assert.rejects(remembered.route(A, B));
  failing = false;
  assert.deepEqual(await remembered.route(A, B), answer(1));
});

function countingEngine(): RoutingEngine & { asked: number } {
  return {
    asked: 0,
    route() {
      this.asked++;
      return Promise.resolve(answer(this.asked));
    },
  };
}

function answer(distanceMeters: number): RouteAnswer {
  const facts = { durationSeconds: 60, geometry: "", dataVersion: "1", isEstimate: false };
  return { ok: true, route: { distanceMeters, engine: "goteborg", ...facts } };
}
