import assert from "node:assert/strict";
import { DRIVEN_SHARE, JUNCTION_SECONDS, ROAD_CLASSES } from "../../lib/routing/road-class.ts";

Deno.test("ROAD_CLASSES keeps the order the road file was written in", () => {
  assert.equal(
    ROAD_CLASSES.join(" "),
    "motorway motorway_link trunk trunk_link primary primary_link secondary secondary_link " +
      "tertiary tertiary_link unclassified residential living_street service",
  );
});

Deno.test("no class drives faster than the limit or gains time at a junction", () => {
  assert.ok(DRIVEN_SHARE > 0 && DRIVEN_SHARE <= 1);
  for (const seconds of Object.values(JUNCTION_SECONDS)) assert.ok(seconds >= 0);
});
