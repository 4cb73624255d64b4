import assert from "node:assert/strict";
import { FLOW, ROAD_CLASSES } from "../../lib/routing/road-class.ts";

Deno.test("ROAD_CLASSES keeps the order the road file was written in", () => {
  assert.equal(
    ROAD_CLASSES.join(" "),
    "motorway motorway_link trunk trunk_link primary primary_link secondary secondary_link " +
      "tertiary tertiary_link unclassified residential living_street service",
  );
});

Deno.test("FLOW never drives faster than the limit and never gains time at a junction", () => {
  for (const { share, junctionSeconds } of Object.values(FLOW)) {
    assert.ok(share > 0 && share <= 1);
    assert.ok(junctionSeconds >= 0);
  }
});
