// bench/routing: distances and times of twice 2,000 trips in Göteborg against a real OSRM on the same roads, from
// road to road and between any two places, and how many routes a second both find. `deno task peers` builds the OSRM.
import { loadCityNetwork } from "../../lib/routing/city-network.ts";
import { routeInCity } from "../../lib/routing/goteborg-engine.ts";
import {
  compareAnywhere,
  comparePairs,
  type OsrmPair,
  quantile,
} from "../../tests/peers/support/osrm-pairs.ts";
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
    print("from road to road", pairs);
    const anywhere = await compareAnywhere(network, osrm.origin, PAIRS, SEED);
    print("between any two places", anywhere.pairs);
    print("more that OSRM ends on a motorway or in a tunnel", anywhere.noStopping);
    const seconds = timed(() => {
      for (const { from, to } of pairs) routeInCity(network, from, to);
    });
    console.log(`ours: ${(pairs.length / seconds).toFixed(0)} routes a second`);
  }
}

function print(population: string, pairs: OsrmPair[]): void {
  const distances = pairs.map(({ ours, theirs }) => ours.meters / theirs.meters);
  const times = pairs.map(({ ours, theirs }) => ours.seconds / theirs.seconds);
  console.log(`${pairs.length} trips ${population}`);
  console.log("ours ÷ OSRM                  p1    p50    p95    p99    max  (targets)");
  row("distance", distances, "p95 <= 1.08, p99 <= 1.20, none > 1.35");
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
