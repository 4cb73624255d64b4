// Islands a car cannot simply drive to. Only those an estimate would get wrong; bridges and the free yellow car
// ferries of Trafikverket (Hönö, Fårö, Gräsö) count as road.
import type { Point } from "../places/place.ts";

/** A box around an island or a group: south, west, north, east in degrees. */
interface Island {
  name: string;
  box: readonly [south: number, west: number, north: number, east: number];
  /** True when cars drive on the island itself (Gotland); false where there is no taxi to ride in. */
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
  { name: "Utö", box: [58.88, 18.18, 58.985, 18.38], hasRoads: false },
  { name: "Nämdö", box: [59.15, 18.64, 59.22, 18.76], hasRoads: false },
  { name: "Runmarö", box: [59.245, 18.72, 59.305, 18.815], hasRoads: false },
  { name: "Sandhamn", box: [59.26, 18.87, 59.305, 19.0], hasRoads: false },
  { name: "Möja", box: [59.37, 18.835, 59.455, 18.98], hasRoads: false },
  { name: "Holmöarna", box: [63.62, 20.78, 63.82, 20.98], hasRoads: false },
];

/** True when a car can get from one point to the other: same island with roads, or neither on an island. */
export function isLinkedByRoad(from: Point, to: Point): boolean {
  const start = islandOf(from);
  const end = islandOf(to);
  return start === end && (start?.hasRoads ?? true);
}

/** Öland hangs on one bridge: whoever goes there passes Kalmar. */
const OLAND = [56.18, 16.33, 57.4, 17.2] as const;
const OLAND_BRIDGE: Point = { lat: 56.6785, lng: 16.4415 };

/** The point a trip must pass between its ends, if one is known. */
export function mustPass(from: Point, to: Point): Point | undefined {
  return isOnOland(from) === isOnOland(to) ? undefined : OLAND_BRIDGE;
}

function islandOf(point: Point): Island | undefined {
  return ISLANDS.find(({ box }) => isInBox(box, point));
}

/** East of a line up Kalmarsund: from 16.33 in the south, past the bridge, to 16.9 off Byxelkrok. */
function isOnOland(point: Point): boolean {
  if (!isInBox(OLAND, point)) return false;
  return point.lat < 56.63 || point.lng > 16.46 + Math.max(0, point.lat - 56.75) * 0.75;
}

function isInBox([south, west, north, east]: Island["box"], { lat, lng }: Point): boolean {
  return lat >= south && lat <= north && lng >= west && lng <= east;
}
