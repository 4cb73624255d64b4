// Islands we do not drive to, by whichever engine. Bridges and the free yellow car ferries of Trafikverket (Hönö, Fårö,
// Gräsö) count as road.
import type { Point } from "../places/place.ts";

/** A box around an island or a group: south, west, north, east in degrees. */
interface Island {
  name: string;
  box: readonly [south: number, west: number, north: number, east: number];
  /** True when cars drive on the island itself (Gotland), false where only a boat of passengers lands. */
  hasRoads: boolean;
}

/** Drawn by hand generously in water and tightly towards land with a road; not exhaustive. */
const ISLANDS: readonly Island[] = [
  { name: "Gotland", box: [56.85, 17.9, 58.1, 19.5], hasRoads: true },
  { name: "Gotska Sandön", box: [58.3, 19.1, 58.45, 19.4], hasRoads: false },
  { name: "Göteborgs södra skärgård", box: [57.53, 11.58, 57.655, 11.825], hasRoads: false },
  { name: "Marstrandsön", box: [57.879, 11.555, 57.896, 11.5855], hasRoads: false },
  { name: "Åstol", box: [57.916, 11.575, 57.9275, 11.605], hasRoads: false },
  { name: "Dyrön", box: [57.924, 11.605, 57.945, 11.64], hasRoads: false },
  { name: "Käringön", box: [58.1, 11.345, 58.12, 11.38], hasRoads: false },
  { name: "Kosteröarna", box: [58.84, 10.96, 58.94, 11.08], hasRoads: false },
  { name: "Ven", box: [55.885, 12.655, 55.93, 12.735], hasRoads: false },
  { name: "Hanö", box: [55.995, 14.825, 56.025, 14.87], hasRoads: false },
  { name: "Ornö", box: [58.985, 18.385, 59.105, 18.53], hasRoads: true },
  { name: "Landsort", box: [58.735, 17.84, 58.79, 17.885], hasRoads: false },
  { name: "Svartsö", box: [59.4, 18.63, 59.475, 18.83], hasRoads: false },
  { name: "Ingmarsö", box: [59.47, 18.73, 59.53, 18.87], hasRoads: false },
  { name: "Arholma", box: [59.83, 19.085, 59.87, 19.16], hasRoads: false },
  { name: "Ulvöarna", box: [62.99, 18.6, 63.05, 18.74], hasRoads: false },
  { name: "Norrbyskär", box: [63.545, 19.86, 63.575, 19.91], hasRoads: false },
  { name: "Utö", box: [58.88, 18.18, 58.985, 18.38], hasRoads: false },
  { name: "Nämdö", box: [59.15, 18.64, 59.22, 18.76], hasRoads: false },
  { name: "Runmarö", box: [59.245, 18.72, 59.305, 18.815], hasRoads: false },
  { name: "Sandhamn", box: [59.26, 18.87, 59.305, 19.0], hasRoads: false },
  { name: "Möja", box: [59.37, 18.835, 59.455, 18.98], hasRoads: false },
  { name: "Holmöarna", box: [63.62, 20.78, 63.82, 20.98], hasRoads: false },
];

/**
 * Why no car of ours drives between two points, if an island is why: it has no roads, or only a paid ferry goes there,
 * and no fare includes one.
 */
export function refuseIsland(from: Point, to: Point): "no-road" | "no-crossing" | undefined {
  const ends = [islandOf(from), islandOf(to)];
  if (ends.some((island) => island?.hasRoads === false)) return "no-road";
  return ends[0] === ends[1] ? undefined : "no-crossing";
}

function islandOf(point: Point): Island | undefined {
  return ISLANDS.find(({ box }) => isInBox(box, point));
}

function isInBox([south, west, north, east]: Island["box"], { lat, lng }: Point): boolean {
  return lat >= south && lat <= north && lng >= west && lng <= east;
}
