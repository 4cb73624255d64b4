// Estimates a trip with one end in Göteborg: along real roads to where they leave town, from there by rule.
import type { Point } from "../places/place.ts";
import type { CityNetwork, Gate } from "./city-network.ts";
import { type Estimate, estimateOnward, estimateTrip } from "./estimate-rules.ts";
import { greatCircleMeters } from "../places/great-circle.ts";
import { driveCost, GRAPH_FACTOR, type RoadGraph, secondsOfCost } from "./road-graph.ts";
import { searchAll, walkBack } from "./shortest-path.ts";
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

/** Refused when this much longer than the plain estimate: then the way out is on the wrong side of the water. */
const MAX_DETOUR = 1.6;

/**
 * The estimate for a trip from `inside` to `outside`, or the other way with `isInbound`; undefined when `inside` is
 * off the network or no road out leads sensibly there. The gate with the least total cost is taken.
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
  const tree = searchAll(graph, arcs, isInbound ? arrivals(graph, snap) : departures(graph, snap));
  const best = bestGate(graph, isInbound ? waysIn : waysOut, tree.cost, outside);
  if (!best) return undefined;
  const path = walkBack(tree, best.node);
  const outward = isInbound
    ? reversed(lineToSnap(graph, snap, path.start))
    : lineFromSnap(graph, snap, path.start);
  appendArcs(graph, arcs, path, outward);
  const cityMeters = lineLength(outward);
  const [lat, lng] = [outside.lat * GRAPH_FACTOR, outside.lng * GRAPH_FACTOR];
  append(outward, { lats: [Math.round(lat)], lngs: [Math.round(lng)] });
  const distanceMeters = cityMeters + best.onward.distanceMeters;
  const plain = estimateTrip(greatCircleMeters(inside, outside));
  if (distanceMeters > MAX_DETOUR * plain.distanceMeters) return undefined;
  return {
    distanceMeters,
    durationSeconds: secondsOfCost(best.cityCost - entryCostOf(arcs, path), cityMeters) +
      best.onward.durationSeconds,
    line: isInbound ? reversed(outward) : outward,
  };
}

function bestGate(graph: RoadGraph, gates: Gate[], costs: Float64Array, outside: Point) {
  let best: { node: number; total: number; cityCost: number; onward: Estimate } | undefined;
  for (const { node, isFast } of gates) {
    const meters = greatCircleMeters(outside, {
      lat: graph.nodeLat[node]! / GRAPH_FACTOR,
      lng: graph.nodeLng[node]! / GRAPH_FACTOR,
    });
    const onward = isFast ? estimateOnward(meters) : estimateTrip(meters);
    const total = costs[node]! + driveCost(onward.durationSeconds, onward.distanceMeters);
    if (total < (best?.total ?? Infinity)) best = { node, total, cityCost: costs[node]!, onward };
  }
  return best;
}
