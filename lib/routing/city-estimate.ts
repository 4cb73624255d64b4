// Estimates a trip with one end in Göteborg: along real roads as far as they lead towards it, from there by rule.
import type { Point } from "../places/place.ts";
import type { CityNetwork, Gate } from "./city-network.ts";
import { type Estimate, estimateFromRim, estimateOnward } from "./estimate-rules.ts";
import { greatCircleMeters } from "../places/great-circle.ts";
import { type Arcs, GRAPH_FACTOR, type RoadGraph, secondsOfCost } from "./road-graph.ts";
import { searchAll, type SearchTree, walkBack } from "./shortest-path.ts";
import { snapToRoad } from "./snap.ts";
import {
  append,
  appendArcs,
  arrivals,
  departures,
  entryCostOf,
  type Line,
  lineFromSnap,
  lineLength,
  lineToSnap,
  reversed,
} from "./trip-ends.ts";

/** An estimate whose line follows roads inside the town. */
export interface CityEstimate extends Estimate {
  line: Line;
}

/**
 * The estimate for a trip from `inside` to `outside`, or the other way with `isInbound`; undefined when `inside` is
 * off the network. Roads are left where the whole way is shortest. Any junction may be that place: when only the main
 * roads' ends were, two points 200 m apart at the rim differed by the way to the wrong end. The least of continuous
 * ways is continuous.
 */
export function estimateAcrossRim(
  { graph, grid, waysOut, waysIn }: CityNetwork,
  inside: Point,
  outside: Point,
  isInbound: boolean,
): CityEstimate | undefined {
  const snap = snapToRoad(grid, inside);
  if (!snap) return undefined;
  const arcs = isInbound ? graph.backward : graph.forward;
  const starts = isInbound ? arrivals(graph, snap) : departures(graph, snap);
  const tree = searchAll(graph, arcs, starts);
  const best = bestExit(
    graph,
    isInbound ? waysIn : waysOut,
    metersInTown(graph, arcs, tree),
    outside,
  );
  if (!best) return undefined;
  const path = walkBack(tree, best.node);
  const outward = isInbound
    ? reversed(lineToSnap(graph, snap, path.start))
    : lineFromSnap(graph, snap, path.start);
  appendArcs(graph, arcs, path, outward);
  const cityMeters = lineLength(outward);
  const [lat, lng] = [outside.lat * GRAPH_FACTOR, outside.lng * GRAPH_FACTOR];
  append(outward, { lats: [Math.round(lat)], lngs: [Math.round(lng)] });
  const cityCost = tree.cost[best.node]! - entryCostOf(arcs, path);
  return {
    distanceMeters: cityMeters + best.onward.distanceMeters,
    durationSeconds: secondsOfCost(cityCost, cityMeters) + best.onward.durationSeconds,
    line: isInbound ? reversed(outward) : outward,
  };
}

/** Where to leave the roads: a fast road that goes on beyond the map, or any junction from which a street might. */
function bestExit(graph: RoadGraph, gates: Gate[], meters: Float64Array, outside: Point) {
  const fast = new Set(gates.filter(({ isFast }) => isFast).map(({ node }) => node));
  let best: { node: number; total: number; onward: Estimate } | undefined;
  for (let node = 0; node < graph.nodeCount; node++) {
    if (meters[node]! >= (best?.total ?? Infinity)) continue;
    const straight = greatCircleMeters(outside, {
      lat: graph.nodeLat[node]! / GRAPH_FACTOR,
      lng: graph.nodeLng[node]! / GRAPH_FACTOR,
    });
    const onward = fast.has(node) ? estimateOnward(straight) : estimateFromRim(straight);
    const total = meters[node]! + onward.distanceMeters;
    if (total < (best?.total ?? Infinity)) best = { node, total, onward };
  }
  return best;
}

/** Metres driven to each node along the tree; Infinity where it did not come. */
function metersInTown(graph: RoadGraph, arcs: Arcs, tree: SearchTree): Float64Array {
  const meters = new Float64Array(graph.nodeCount).fill(Infinity);
  // A parent always costs less than its child, so in this order it is known first.
  const order = Array.from(tree.cost.keys()).filter((node) => tree.cost[node]! < Infinity);
  for (const node of order.sort((a, b) => tree.cost[a]! - tree.cost[b]!)) {
    const parent = tree.parent[node]!;
    // The piece from the stop to the first junction is the same for all but a few metres.
    meters[node] = parent < 0
      ? 0
      : meters[parent]! + graph.meters[arcs.stretch[tree.arcInto[node]!]!]!;
  }
  return meters;
}
