import assert from "node:assert/strict";
import { driveCost, junctionSeconds, secondsOfCost } from "../../lib/routing/drive-cost.ts";
import { loadRoadGraph } from "../../lib/routing/road-graph.ts";
import { SECONDS_PER_EXTRA_METER } from "../../lib/routing/road-class.ts";
import { DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";

const graph = loadRoadGraph();

Deno.test("driveCost() asks a detour to save a minute and a half per kilometre", () => {
  assert.equal(driveCost(100, 2_000), driveCost(190, 1_000));
  assert.equal(secondsOfCost(driveCost(100, 2_000), 2_000), 100);
});

Deno.test("junctionSeconds() loses no time where a road only goes on", () => {
  for (let s = 0; s < graph.from.length; s++) {
    const loss = junctionSeconds(graph, s, graph.to[s]!);
    if (!graph.isJunction[graph.to[s]!]) assert.equal(loss, 0);
  }
});

Deno.test("a metre weighs as many seconds as it costs in the tariffs we ship", () => {
  const seconds = DEMO_TARIFFS.flatMap(({ rates }) =>
    Object.values(rates).map(({ perKmOre, perHourOre }) => 3.6 * perKmOre / perHourOre)
  );
  assert.ok(Math.min(...seconds) <= SECONDS_PER_EXTRA_METER);
  assert.ok(Math.max(...seconds) >= SECONDS_PER_EXTRA_METER);
});
