import assert from "node:assert/strict";
import { goneKeys, waitAfterMs } from "../../lib/edge/purge-rules.ts";

const TOLD = { edition: 4, places: "a 1", day: "2026-11-23" };

Deno.test("a process that has told nothing yet has everything thrown away", () => {
  assert.deepEqual(goneKeys(null, TOLD), ["release"]);
});

Deno.test("another edition takes prices and places with it, another day the pages, and the same nothing", () => {
  assert.deepEqual(goneKeys(TOLD, TOLD), []);
  assert.deepEqual(goneKeys(TOLD, { ...TOLD, edition: 5 }), ["tariff", "places"]);
  // A backup that was put back is an older one.
  assert.deepEqual(goneKeys(TOLD, { ...TOLD, edition: 3 }), ["tariff", "places"]);
  assert.deepEqual(goneKeys(TOLD, { ...TOLD, day: "2026-11-24" }), ["day"]);
  assert.deepEqual(goneKeys(TOLD, { ...TOLD, places: "a 2" }), ["places"]);
  const all = { edition: 5, places: "a 2", day: "2026-11-24" };
  assert.deepEqual(goneKeys(TOLD, all), ["tariff", "places", "day"]);
});

Deno.test("a cache that does not answer is waited for, longer each time and never longer than half a minute", () => {
  const waits = Array.from({ length: 20 }, (_, i) => waitAfterMs(i + 1));
  assert.deepEqual(waits.slice(0, 4), [500, 1_000, 2_000, 4_000]);
  assert.equal(Math.max(...waits), 30_000);
});
