// Writes ways of the extract as OpenStreetMap XML, which routing engines of others read.
import type { LngLat, OsmFeature } from "./source-packages.ts";

/**
 * The lines of the extract as one OSM file with all their tags. The extract has no nodes of its own: positions that
 * are equal become one node, which is how its ways meet.
 */
export function toOsmXml(features: OsmFeature[]): string {
  const nodes = new Map<string, number>();
  const ways = features.flatMap(({ id, properties, geometry }) => {
    if (geometry.type !== "LineString") return [];
    const refs = geometry.coordinates.map((at) => `<nd ref="${numberOf(nodes, at)}"/>`).join("");
    return [`<way id="${idNumber(id)}" version="1">${refs}${tagsOf(properties)}</way>`];
  });
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<osm version="0.6">`,
    ...Array.from(nodes, ([at, number]) => `<node id="${number}" version="1" ${at}/>`),
    ...ways.sort((a, b) => wayNumber(a) - wayNumber(b)),
    `</osm>`,
    "",
  ].join("\n");
}

function numberOf(nodes: Map<string, number>, [lng, lat]: LngLat): number {
  const at = `lat="${lat}" lon="${lng}"`;
  const number = nodes.get(at) ?? nodes.size + 1;
  nodes.set(at, number);
  return number;
}

function idNumber(id: string): number {
  return Number(id.replace("way/", ""));
}

function wayNumber(way: string): number {
  return Number(way.match(/id="(\d+)"/)?.[1]);
}

function tagsOf(properties: OsmFeature["properties"]): string {
  return Object.entries(properties).flatMap(([key, value]) =>
    value === undefined || key === "@id" ? [] : [`<tag k="${escaped(key)}" v="${escaped(value)}"/>`]
  ).join("");
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
