// Writes tests/fixtures/routing/town-steps.tsv: what a real OSRM says of the steps that change one of our trips by
// more than 500 m. Run: deno run -A tests/peers/support/record-town-steps.ts
import type { Point } from "../../../lib/places/place.ts";
import { greatCircleMeters } from "../../../lib/places/great-circle.ts";
import { type CityNetwork, loadCityNetwork } from "../../../lib/routing/city-network.ts";
import { ROOT } from "../../support/module-graph.ts";
import {
  changeOf,
  LARGE_CHANGE_METERS,
  STEP_SEEDS,
  stepKey,
  STEPS_PER_SEED,
  townSteps,
} from "../../support/town-steps.ts";
import { askOsrm, roadPoint } from "./osrm-pairs.ts";
import { OSRM_PROGRAM, startOsrm } from "./osrm-peer.ts";
import { peerProgram } from "./peer-folder.ts";

const HEAD =
  "# Steps of 200 m that change a trip by more than 500 m, and the metres OSRM 26.10 (same extract) drives: to the " +
  "first end, to the second, from one end to the other and back.\n" +
  ["from", "end", "moved end", "to end", "to moved end", "there", "back"].join("\t") + "\n";

if (import.meta.main) {
  const program = peerProgram(OSRM_PROGRAM, "the table of steps");
  if (program === null) Deno.exit(1);
  await using osrm = await startOsrm(program);
  const network = loadCityNetwork();
  const rows: string[] = [];
  for (const seed of STEP_SEEDS) {
    for (const step of townSteps(network, seed, STEPS_PER_SEED)) {
      if (changeOf(step) <= LARGE_CHANGE_METERS) continue;
      const [end, moved] = step.ends;
      const trips = [[step.from, end], [step.from, moved], [end, moved], [moved, end]] as const;
      const meters: number[] = [];
      for (const [from, to] of trips) meters.push(await metersOf(network, osrm.origin, from, to));
      rows.push([stepKey(step), ...meters].join("\t"));
    }
  }
  await Deno.writeTextFile(
    `${ROOT}tests/fixtures/routing/town-steps.tsv`,
    HEAD + rows.join("\n") + "\n",
  );
  console.log(`${rows.length} steps`);
}

/** Metres OSRM drives between the roads we put two places on, with the ways to both. */
async function metersOf(
  network: CityNetwork,
  origin: string,
  ...places: [Point, Point]
): Promise<number> {
  const [from, to] = places.map((place) => roadPoint(network, place)!);
  const trip = await askOsrm(origin, from!, to!);
  const access = greatCircleMeters(places[0], from!) + greatCircleMeters(to!, places[1]);
  return Math.round((trip?.meters ?? 0) + access);
}
