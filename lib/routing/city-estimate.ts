// Estimates a trip with one end in Göteborg: along real roads as far as they lead towards it, from there by rule.
import type { Point } from "../places/place.ts";
import type { CityNetwork, Gate } from "./city-network.ts";
import { type Estimate, estimateFromRim, estimateOnward, LEAST_DETOUR } from "./estimate-rules.ts";
import { greatCircleMeters } from "../places/great-circle.ts";
import { secondsOfCost } from "./drive-cost.ts";
import { type Arcs, GRAPH_FACTOR, type RoadGraph } from "./road-graph.ts";
import { searchAll, type SearchTree, walkBack } from "./shortest-path.ts";
import { snapToRoad } from "./snap.ts";
import { seenFromTrip } from "./time-scale.ts";
import { METERS_PER_FERRY_SECOND, type WayRound, type WaysTo, waysTo } from "./way-round.ts";
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
  const ways = waysTo(outside);
  const reached = metersInTown(graph, arcs, tree);
  const best = bestExit(graph, isInbound ? waysIn : waysOut, reached, outside, ways);
  if (!best) return undefined;
  const path = walkBack(tree, best.node);
  const outward = isInbound
    ? reversed(lineToSnap(graph, snap, path.start))
    : lineFromSnap(graph, snap, path.start);
  appendArcs(graph, arcs, path, outward);
  const cityMeters = lineLength(outward);
  for (const { lat, lng } of best.way.points.slice(1)) append(outward, lineTo(lat, lng));
  const cityCost = tree.cost[best.node]! - entryCostOf(arcs, path);
  const distanceMeters = cityMeters + best.onward.distanceMeters;
  const citySeconds = seenFromTrip(secondsOfCost(cityCost, cityMeters), distanceMeters);
  return {
    distanceMeters,
    durationSeconds: citySeconds + best.onward.durationSeconds + best.way.ferrySeconds,
    line: isInbound ? reversed(outward) : outward,
  };
}

function lineTo(lat: number, lng: number): Line {
  return { lats: [Math.round(lat * GRAPH_FACTOR)], lngs: [Math.round(lng * GRAPH_FACTOR)] };
}

/** Farther than this nobody goes on by a street: main roads are so much straighter that one of them is shorter. */
const STREETS_REACH_METERS = 40_000;

/** Where to leave the roads, the way from there, and what it takes. */
interface Exit {
  node: number;
  way: WayRound;
  onward: Estimate;
}

/**
 * A fast road that goes on beyond the map, or any junction from which a street might; the way from there goes round
 * waters. Junctions are tried in the order of what they can take at the least, until none can be better.
 */
function bestExit(
  graph: RoadGraph,
  gates: Gate[],
  meters: Float64Array,
  outside: Point,
  ways: WaysTo,
): Exit | undefined {
  const fast = new Set(gates.filter(({ isFast }) => isFast).map(({ node }) => node));
  const onwardFrom = (node: number, straight: number) =>
    fast.has(node) ? estimateOnward(straight) : estimateFromRim(straight);
  const tries: { node: number; place: Point; least: number }[] = [];
  for (let node = 0; node < graph.nodeCount; node++) {
    if (meters[node] === Infinity) continue;
    const place = {
      lat: graph.nodeLat[node]! / GRAPH_FACTOR,
      lng: graph.nodeLng[node]! / GRAPH_FACTOR,
    };
    const straight = greatCircleMeters(place, outside);
    if (straight > STREETS_REACH_METERS && !fast.has(node)) continue;
    const { distanceMeters } = onwardFrom(node, straight);
    tries.push({ node, place, least: meters[node]! + distanceMeters });
  }
  let best: Exit | undefined;
  let total = Infinity;
  for (const { node, place, least } of tries.sort((a, b) => a.least - b.least)) {
    if (least >= total) break;
    const way = ways.from(place, (total - meters[node]!) / LEAST_DETOUR);
    if (!way) continue;
    const onward = onwardFrom(node, way.meters);
    const ferry = way.ferrySeconds * METERS_PER_FERRY_SECOND * LEAST_DETOUR;
    const weight = meters[node]! + onward.distanceMeters + ferry;
    if (weight >= total) continue;
    total = weight;
    best = { node, way, onward };
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
