// What moving an end by 200 m does to a trip inside the town: to its weight always little, to its metres where streets allow.
import assert from "node:assert/strict";
import { loadCityNetwork } from "../../lib/routing/city-network.ts";
import { driveCost } from "../../lib/routing/drive-cost.ts";
import { routeInCity } from "../../lib/routing/goteborg-engine.ts";
import type { Route } from "../../lib/routing/route.ts";
import { snapToRoad } from "../../lib/routing/snap.ts";
import { accessMeters } from "../../lib/routing/trip-ends.ts";
import { ROOT } from "../support/module-graph.ts";
import {
  changeOf,
  LARGE_CHANGE_METERS,
  STEP_SEEDS,
  stepKey,
  STEPS_PER_SEED,
  type TownStep,
  townSteps,
} from "../support/town-steps.ts";

const network = loadCityNetwork();
const steps = STEP_SEEDS.flatMap((seed) => townSteps(network, seed, STEPS_PER_SEED));
const large = steps.filter((step) => changeOf(step) > LARGE_CHANGE_METERS);

/** What OSRM drives to both ends of a step, and between them there and back; by the step's places. */
const osrm = new Map(
  Deno.readTextFileSync(`${ROOT}tests/fixtures/routing/town-steps.tsv`).trim().split("\n").slice(2)
    .map((row) => {
      const cells = row.split("\t");
      const [end = 0, moved = 0, there = 0, back = 0] = cells.slice(3).map(Number);
      return [cells.slice(0, 3).join("\t"), { end, moved, there, back }];
    }),
);

/** As OSRM's own change and a tenth. */
const OSRM_SHARE = 1.1;

function isOsrmsChange(step: TownStep): boolean {
  const { end, moved } = osrm.get(stepKey(step))!;
  return changeOf(step) <= OSRM_SHARE * Math.abs(end - moved);
}

/** No street joins the two ends: the way from one to the other is as long as the change. */
function isApart(step: TownStep): boolean {
  const { there, back } = osrm.get(stepKey(step))!;
  return changeOf(step) <= OSRM_SHARE * Math.max(there, back);
}

Deno.test("every step of 200 m that changes a trip by more than 500 m is known, with what OSRM says of it", () => {
  assert.deepEqual(large.map(stepKey).filter((key) => !osrm.has(key)), []);
  assert.equal(
    osrm.size,
    large.length,
    "tests/peers/support/record-town-steps.ts writes the table",
  );
  assert.ok(large.length <= 0.19 * steps.length, `${large.length} of ${steps.length}`);
});

Deno.test("a large change is OSRM's as well or lies in the streets, or two ways weigh the same there", () => {
  const ties = large.filter((step) => !isOsrmsChange(step) && !isApart(step));
  assert.ok(ties.length <= 3, `${ties.length} of ${steps.length}`);
  for (const step of ties) {
    const [one, other] = step.trips.map(weigh);
    assert.ok(changeOf(step) <= 800, stepKey(step));
    assert.ok(Math.abs(one! - other!) <= LARGEST_TIE_SECONDS, `${stepKey(step)} ${one} ${other}`);
  }
});

/** Two ways that are chosen between weigh the same, but for the drive over the step itself: 450 m of side streets. */
const LARGEST_TIE_SECONDS = 100;

Deno.test("a step changes what a trip weighs by no more than driving from one end to the other does", () => {
  let seen = 0;
  for (const step of steps) {
    const [end, moved] = step.ends;
    for (const [from, to, less, more] of [[end, moved, 0, 1], [moved, end, 1, 0]] as const) {
      const between = routeInCity(network, from, to);
      if (!between.ok || isInYard(from)) continue;
      seen++;
      const change = weigh(step.trips[more]) - weigh(step.trips[less]);
      // Where the two meet a junction is counted once or twice, and whole seconds are rounded.
      assert.ok(change <= weigh(between.route) + 15, `${stepKey(step)} ${change}`);
    }
  }
  assert.ok(seen > steps.length);
});

/** A stop off the roads that lead through cannot be passed on the way to another. */
function isInYard(place: TownStep["from"]): boolean {
  const snap = snapToRoad(network.grid, place)!;
  return network.graph.pocket[snap.stretch] !== 0 || accessMeters(snap) > 50;
}

function weigh({ durationSeconds, distanceMeters }: Route): number {
  return driveCost(durationSeconds, distanceMeters);
}
