// bench/routing: distances and times of 2,000 trips in Göteborg against a real OSRM on the same roads, and how many
// routes a second both find. `deno task peers` builds the OSRM.
import { loadCityNetwork } from "../../lib/routing/city-network.ts";
import { routeInCity } from "../../lib/routing/goteborg-engine.ts";
import { daytimeSeconds } from "../../lib/routing/time-scale.ts";
import { comparePairs, type OsrmPair, quantile } from "../../tests/peers/support/osrm-pairs.ts";
import { OSRM_PROGRAM, startOsrm } from "../../tests/peers/support/osrm-peer.ts";
import { peerProgram } from "../../tests/peers/support/peer-folder.ts";

const PAIRS = 2_000;
const SEED = 20_261_126;

if (import.meta.main) {
  const program = peerProgram(OSRM_PROGRAM, "our routes against a real OSRM");
  if (program !== null) {
    await using osrm = await startOsrm(program);
    const network = loadCityNetwork();
    const pairs = await comparePairs(network, osrm.origin, PAIRS, SEED);
    print(pairs);
    const seconds = timed(() => {
      for (const { from, to } of pairs) routeInCity(network, from, to);
    });
    console.log(`ours: ${(pairs.length / seconds).toFixed(0)} routes a second`);
  }
}

function print(pairs: OsrmPair[]): void {
  const distances = pairs.map(({ ours, theirs }) => ours.meters / theirs.meters);
  const times = pairs.map(({ ours, theirs }) =>
    ours.seconds / daytimeSeconds(theirs.seconds, theirs.meters)
  );
  console.log(`ours ÷ OSRM, ${pairs.length} trips   p1    p50    p95    p99    max  (targets)`);
  row("distance", distances, "p95 <= 1.08, p99 <= 1.20");
  row("time by day", times, "p50 0.95-1.05");
}

function row(name: string, ratios: number[], target: string): void {
  const figures = [0.01, 0.5, 0.95, 0.99, 1].map((share) => quantile(ratios, share).toFixed(2));
  console.log(
    `${name.padEnd(24)} ${figures.map((text) => text.padStart(6)).join(" ")}  (${target})`,
  );
}

function timed(work: () => void): number {
  const before = performance.now();
  work();
  return (performance.now() - before) / 1_000;
}
