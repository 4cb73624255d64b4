// Builds the road network and the base maps of Göteborg from OpenStreetMap. Run: deno run -A scripts/build-roads.ts
import { ROAD_CLASSES } from "../lib/routing/road-class.ts";
import { VarintWriter } from "../lib/routing/varint.ts";
import { drawHeroes, toBaseMap } from "./data/base-map.ts";
import { collectCarWays } from "./data/car-ways.ts";
import { buildNetwork, type RoadNetwork } from "./data/road-network.ts";
import {
  contentVersion,
  formatAndReport,
  readOsmExtract,
  writeJson,
} from "./data/source-packages.ts";

const CREDIT = "© OpenStreetMap contributors";
const SOURCE = `${CREDIT} (ODbL), 2016-12-27`;
const FACTOR = 1e5;

const features = await readOsmExtract();
const network = buildNetwork(collectCarWays(features));
const [nodes, stretches] = packNetwork(network);
await writeJson("lib/routing/data/goteborg-roads.json", {
  version: await contentVersion(nodes + stretches),
  source: SOURCE,
  nodeCount: network.nodes.length,
  stretchCount: network.stretches.length,
  nodes,
  stretches,
});
console.log(`${network.nodes.length} junctions, ${network.stretches.length} stretches`);

const baseMap = toBaseMap(features);
// The year is ours to know, not the customer's.
await writeJson("static/map/goteborg-roads.json", { source: CREDIT, ...baseMap });
const { whole, strip } = drawHeroes(features);
for (const [name, svg] of [["gothenburg-hero", whole], ["gothenburg-hero-strip", strip]] as const) {
  await Deno.writeTextFile(`static/map/${name}.svg`, svg);
  await formatAndReport(`static/map/${name}.svg`);
}

/**
 * Two base64 texts of varints. Nodes: latitude and longitude in 0.00001°, each as difference to the node before.
 * Stretches: from (difference to the stretch before), to (difference to from), flags (1 one-way, 2 core, 4 tunnel,
 * 8 destination only, 16 leads through, 32 private), class number, limit in km/h, count of inner points, their differences from the from-node on.
 */
function packNetwork({ nodes, stretches }: RoadNetwork): [nodes: string, stretches: string] {
  const grid = nodes.map(({ lat, lng }) => [Math.round(lat * FACTOR), Math.round(lng * FACTOR)]);
  const nodeWriter = new VarintWriter();
  let [lastLat, lastLng] = [0, 0];
  for (const [lat, lng] of grid as [number, number][]) {
    nodeWriter.signed(lat - lastLat);
    nodeWriter.signed(lng - lastLng);
    [lastLat, lastLng] = [lat, lng];
  }
  const writer = new VarintWriter();
  let lastFrom = 0;
  for (const { from, to, points, way, isCore, isThrough } of stretches) {
    writer.unsigned(from - lastFrom);
    writer.signed(to - from);
    writer.unsigned(
      (way.isOneway ? 1 : 0) + (isCore ? 2 : 0) + (way.isTunnel ? 4 : 0) +
        (way.isDestinationOnly ? 8 : 0) + (isThrough ? 16 : 0) + (way.isPrivate ? 32 : 0),
    );
    writer.unsigned(ROAD_CLASSES.indexOf(way.roadClass));
    writer.unsigned(way.limitKmh);
    writer.unsigned(points.length - 2);
    [lastLat, lastLng] = grid[from] as [number, number];
    for (const point of points.slice(1, -1)) {
      const [lat, lng] = [Math.round(point.lat * FACTOR), Math.round(point.lng * FACTOR)];
      writer.signed(lat - lastLat);
      writer.signed(lng - lastLng);
      [lastLat, lastLng] = [lat, lng];
    }
    lastFrom = from;
  }
  return [nodeWriter.toBase64(), writer.toBase64()];
}
