// The road network of Göteborg with what the engines need around it: where stops snap, where roads leave town.
import type { Point } from "../places/place.ts";
import { GRAPH_FACTOR, loadRoadGraph, type RoadGraph } from "./road-graph.ts";
import { ROAD_CLASSES } from "./road-class.ts";
import { buildSnapGrid, type SnapGrid, snapToRoad } from "./snap.ts";

/** Where a main road leaves the network; some only lead out, some only in. */
export interface Gate {
  node: number;
  /** True on motorways and expressways, where the road goes on fast. */
  isFast: boolean;
}

/** The network; load once at server start and pass it on. */
export interface CityNetwork {
  graph: RoadGraph;
  grid: SnapGrid;
  waysOut: Gate[];
  waysIn: Gate[];
}

/** Reads the network that ships with the product; about a tenth of a second. */
export function loadCityNetwork(): CityNetwork {
  const graph = loadRoadGraph();
  return { graph, grid: buildSnapGrid(graph), ...findGates(graph) };
}

/** True when a stop at this point can be served by the network: a road to stop on within 400 m. */
export function isInCity({ grid }: CityNetwork, point: Point): boolean {
  return snapToRoad(grid, point) !== undefined;
}

/** A loose end is a gate when no other road near its direction reaches this much farther out. */
const RIM_SHARE = 0.88;
const SECTOR_COUNT = 48;
/** Main roads: motorway to tertiary in the order of ROAD_CLASSES; smaller ones simply end. */
const MAIN_ROADS = ROAD_CLASSES.indexOf("tertiary");
const FAST_ROADS = ROAD_CLASSES.indexOf("trunk_link");

function findGates(graph: RoadGraph): Pick<CityNetwork, "waysOut" | "waysIn"> {
  const ends = looseEnds(graph);
  const { bearing, radius } = fromCentre(graph);
  const rim = new Float64Array(SECTOR_COUNT);
  for (let node = 0; node < graph.nodeCount; node++) {
    const sector = Math.floor(bearing(node) * SECTOR_COUNT) % SECTOR_COUNT;
    rim[sector] = Math.max(rim[sector]!, radius(node));
  }
  const waysOut: Gate[] = [];
  const waysIn: Gate[] = [];
  for (const [node, stretch] of ends) {
    const roadClass = graph.roadClass[stretch]!;
    const sector = Math.floor(bearing(node) * SECTOR_COUNT) % SECTOR_COUNT;
    if (roadClass > MAIN_ROADS || radius(node) < RIM_SHARE * rim[sector]!) continue;
    const gate = { node, isFast: roadClass <= FAST_ROADS };
    if (!graph.isOneway[stretch] || graph.to[stretch] === node) waysOut.push(gate);
    if (!graph.isOneway[stretch] || graph.from[stretch] === node) waysIn.push(gate);
  }
  return { waysOut, waysIn };
}

/** Nodes with one stretch only, and that stretch. */
function looseEnds({ from, to, nodeCount }: RoadGraph): Map<number, number> {
  const degree = new Uint8Array(nodeCount);
  for (let s = 0; s < from.length; s++) {
    degree[from[s]!]!++;
    degree[to[s]!]!++;
  }
  const ends = new Map<number, number>();
  for (let s = 0; s < from.length; s++) {
    for (const node of [from[s]!, to[s]!]) if (degree[node] === 1) ends.set(node, s);
  }
  return ends;
}

/** Bearing (0–1, from east anticlockwise) and distance of nodes seen from the middle of the network. */
function fromCentre({ nodeLat, nodeLng, nodeCount }: RoadGraph) {
  const lat = nodeLat.reduce((sum, value) => sum + value, 0) / nodeCount;
  const lng = nodeLng.reduce((sum, value) => sum + value, 0) / nodeCount;
  const east = Math.cos(lat / GRAPH_FACTOR * Math.PI / 180);
  const dx = (node: number) => (nodeLng[node]! - lng) * east;
  const dy = (node: number) => nodeLat[node]! - lat;
  return {
    bearing: (node: number) => Math.atan2(dy(node), dx(node)) / (2 * Math.PI) + 0.5,
    radius: (node: number) => Math.hypot(dx(node), dy(node)),
  };
}
