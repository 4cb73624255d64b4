// The road network of Göteborg in typed arrays: read once, searched many times.
import { invariant } from "../kernel/invariant.ts";
import roadsData from "./data/goteborg-roads.json" with { type: "json" };
import { greatCircleMeters } from "../places/great-circle.ts";
import { GRID_FACTOR } from "../places/segment-grid.ts";
import { driveCost, junctionSeconds } from "./drive-cost.ts";
import { DRIVEN_SHARE, NO_STOPPING, ROAD_CLASSES } from "./road-class.ts";
import { ENTRY_COST, findMostOpen, opennessOf } from "./openness.ts";
import { findPockets, nodePockets } from "./pockets.ts";
import { VarintReader } from "./varint.ts";

/** Whole degrees times this are the units of positions in the graph: 0.00001° ≈ 1 m. */
export const GRAPH_FACTOR = GRID_FACTOR;

/** Arcs by the node they start at: those of node n are `first[n]` up to `first[n + 1]`. */
export interface Arcs {
  first: Int32Array;
  /** Node at the other end. */
  node: Int32Array;
  stretch: Int32Array;
  /** What driving it costs: seconds, the loss at the junction where the car arrives, and the metres' own cost. */
  cost: Float64Array;
  /** The part of `cost` that is no time: for turning into a road nobody may drive through. */
  entryCost: Float64Array;
  /** The pocket of its stretch (lib/routing/pockets.ts), 0 on roads that lead through. */
  pocket: Int32Array;
  /** 1 where it comes out of its pocket onto such a road. */
  leaves: Uint8Array;
}

/** Junctions, stretches of road between them, and the ways to drive along them. */
export interface RoadGraph {
  version: string;
  nodeCount: number;
  nodeLat: Int32Array;
  nodeLng: Int32Array;
  from: Int32Array;
  to: Int32Array;
  isOneway: Uint8Array;
  /** 1 where a car may stop to let people in: not on motorways, in tunnels or on roads that lead out for good. */
  canStop: Uint8Array;
  roadClass: Uint8Array;
  /** Number from OPENNESS (lib/routing/openness.ts). */
  openness: Uint8Array;
  /** 1 behind a gate or a sign: stopped on only where no other road is near. */
  isPrivate: Uint8Array;
  /** Number of the pocket it lies in, 0 for roads that lead through (lib/routing/pockets.ts). */
  pocket: Int32Array;
  /** Shape of stretch s, both ends included: positions `shapeFirst[s]` up to `shapeFirst[s + 1]`. */
  shapeFirst: Int32Array;
  shapeLat: Int32Array;
  shapeLng: Int32Array;
  meters: Float64Array;
  /** Seconds to drive the whole stretch, without junctions. */
  seconds: Float64Array;
  /** 1 where three or more stretches meet and time is lost. */
  isJunction: Uint8Array;
  /** By node, the pocket it lies in, 0 on roads that lead through. */
  nodePocket: Int32Array;
  /** Arcs in driving direction. */
  forward: Arcs;
  /** The same arcs by the node they end at; `node` is where they start. */
  backward: Arcs;
  /** Least cost of a metre anywhere; bounds what is left to drive. */
  leastCostPerMeter: number;
}

/** Flags of a stretch in the road file, written by scripts/build-roads.ts. */
const ONEWAY = 1;
const CORE = 2;
const TUNNEL = 4;
const DESTINATION_ONLY = 8;
const THROUGH = 16;
const PRIVATE = 32;

/** Reads the road file that ships with the product: a few dozen milliseconds. */
export function loadRoadGraph(): RoadGraph {
  const { nodeCount, stretchCount, version } = roadsData;
  const nodes = readNodes(roadsData.nodes, nodeCount);
  const stretches = readStretches(roadsData.stretches, stretchCount, nodes);
  const { meters, seconds } = stretches;
  let leastCostPerMeter = Infinity;
  for (let s = 0; s < stretchCount; s++) {
    if (meters[s]! === 0) continue;
    const costPerMeter = driveCost(seconds[s]!, meters[s]!) / meters[s]!;
    leastCostPerMeter = Math.min(leastCostPerMeter, costPerMeter);
  }
  const at = {
    isJunction: findJunctions(nodeCount, stretches),
    nodePocket: nodePockets(nodeCount, stretches),
  };
  return {
    version,
    nodeCount,
    ...nodes,
    ...stretches,
    ...at,
    forward: buildArcs(nodeCount, stretches, at, false),
    backward: buildArcs(nodeCount, stretches, at, true),
    leastCostPerMeter,
  };
}

type Nodes = Pick<RoadGraph, "nodeLat" | "nodeLng">;
type Graphs =
  | "version"
  | "nodeCount"
  | "isJunction"
  | "nodePocket"
  | "forward"
  | "backward"
  | "leastCostPerMeter";
type Stretches = Omit<RoadGraph, keyof Nodes | Graphs>;

function readNodes(base64: string, count: number): Nodes {
  const reader = new VarintReader(base64);
  const nodeLat = new Int32Array(count);
  const nodeLng = new Int32Array(count);
  for (let node = 0; node < count; node++) {
    nodeLat[node] = (nodeLat[node - 1] ?? 0) + reader.signed();
    nodeLng[node] = (nodeLng[node - 1] ?? 0) + reader.signed();
  }
  invariant(reader.isAtEnd, "the road file has more nodes than it says");
  return { nodeLat, nodeLng };
}

function readStretches(base64: string, count: number, { nodeLat, nodeLng }: Nodes): Stretches {
  const reader = new VarintReader(base64);
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  const isOneway = new Uint8Array(count);
  const canStop = new Uint8Array(count);
  const roadClass = new Uint8Array(count);
  const openness = new Uint8Array(count);
  const [isPrivate, isThrough] = [new Uint8Array(count), new Uint8Array(count)];
  const shapeFirst = new Int32Array(count + 1);
  const meters = new Float64Array(count);
  const seconds = new Float64Array(count);
  const lats: number[] = [];
  const lngs: number[] = [];
  for (let s = 0; s < count; s++) {
    from[s] = (from[s - 1] ?? 0) + reader.unsigned();
    to[s] = from[s]! + reader.signed();
    const flags = reader.unsigned();
    roadClass[s] = reader.unsigned();
    const limitKmh = reader.unsigned();
    const start = lats.push(nodeLat[from[s]!]!) - 1;
    lngs.push(nodeLng[from[s]!]!);
    for (let rest = reader.unsigned(); rest > 0; rest--) {
      lats.push(lats.at(-1)! + reader.signed());
      lngs.push(lngs.at(-1)! + reader.signed());
    }
    lats.push(nodeLat[to[s]!]!);
    lngs.push(nodeLng[to[s]!]!);
    shapeFirst[s + 1] = lats.length;
    for (let i = start + 1; i < lats.length; i++) {
      meters[s]! += gridMeters(lats[i - 1]!, lngs[i - 1]!, lats[i]!, lngs[i]!);
    }
    const name = ROAD_CLASSES[roadClass[s]!];
    invariant(name, `the road file has an unknown road class ${roadClass[s]}`);
    isOneway[s] = flags & ONEWAY ? 1 : 0;
    canStop[s] = flags & CORE && !(flags & TUNNEL) && !NO_STOPPING.has(name) ? 1 : 0;
    openness[s] = opennessOf(name, (flags & DESTINATION_ONLY) > 0);
    isPrivate[s] = flags & PRIVATE ? 1 : 0;
    isThrough[s] = flags & THROUGH ? 1 : 0;
    seconds[s] = meters[s]! / (limitKmh * DRIVEN_SHARE / 3.6);
  }
  invariant(reader.isAtEnd, "the road file has more stretches than it says");
  const shapeLat = Int32Array.from(lats);
  const shapeLng = Int32Array.from(lngs);
  return {
    from,
    to,
    isOneway,
    canStop,
    roadClass,
    openness,
    isPrivate,
    pocket: findPockets(nodeLat.length, { from, to, isThrough }),
    shapeFirst,
    shapeLat,
    shapeLng,
    meters,
    seconds,
  };
}

/** Metres between two positions given in graph units. */
export function gridMeters(lat1: number, lng1: number, lat2: number, lng2: number): number {
  return greatCircleMeters(
    { lat: lat1 / GRAPH_FACTOR, lng: lng1 / GRAPH_FACTOR },
    { lat: lat2 / GRAPH_FACTOR, lng: lng2 / GRAPH_FACTOR },
  );
}

/** Nodes where three or more stretches meet; where two meet a driver only goes on. */
function findJunctions(nodeCount: number, { from, to }: Stretches): Uint8Array {
  const degree = new Uint8Array(nodeCount);
  for (let s = 0; s < from.length; s++) {
    degree[from[s]!]!++;
    degree[to[s]!]!++;
  }
  return degree.map((count) => count >= 3 ? 1 : 0);
}

function buildArcs(
  nodeCount: number,
  stretches: Stretches,
  { isJunction, nodePocket }: Pick<RoadGraph, "isJunction" | "nodePocket">,
  isBackward: boolean,
): Arcs {
  const { from, to, isOneway } = stretches;
  const drives = Array.from(from, (start, stretch) => {
    const there = { start, end: to[stretch]!, stretch };
    return isOneway[stretch] ? [there] : [there, { start: there.end, end: start, stretch }];
  }).flat();
  const keyOf = (drive: typeof drives[number]) => isBackward ? drive.end : drive.start;
  const first = new Int32Array(nodeCount + 1);
  for (const drive of drives) first[keyOf(drive) + 1]!++;
  for (let node = 0; node < nodeCount; node++) first[node + 1]! += first[node]!;
  const next = first.slice();
  const node = new Int32Array(drives.length);
  const stretch = new Int32Array(drives.length);
  const cost = new Float64Array(drives.length);
  const entryCost = new Float64Array(drives.length);
  const pocket = new Int32Array(drives.length);
  const leaves = new Uint8Array(drives.length);
  const mostOpen = findMostOpen(nodeCount, stretches);
  for (const drive of drives) {
    const at = next[keyOf(drive)]!++;
    node[at] = isBackward ? drive.start : drive.end;
    stretch[at] = drive.stretch;
    const loss = junctionSeconds({ ...stretches, isJunction }, drive.stretch, drive.end);
    const { seconds, meters } = stretches;
    const openness = stretches.openness[drive.stretch]!;
    if (openness > mostOpen[drive.start]!) entryCost[at] = ENTRY_COST[openness]!;
    pocket[at] = stretches.pocket[drive.stretch]!;
    leaves[at] = pocket[at] !== 0 && nodePocket[node[at]!] === 0 ? 1 : 0;
    cost[at] = driveCost(seconds[drive.stretch]! + loss, meters[drive.stretch]!) + entryCost[at]!;
  }
  return { first, node, stretch, cost, entryCost, pocket, leaves };
}
