// The road a car can stop on near a point, and whether there can be one where we know none.
import { METERS_PER_DEGREE } from "../places/great-circle.ts";
import type { Point } from "../places/place.ts";
import type { CityNetwork } from "./city-network.ts";
import { GRAPH_FACTOR } from "./road-graph.ts";
import { type SnapGrid, snapToRoad } from "./snap.ts";

/** What is known of a point: the road there, that there is none (water, a wood), or nothing: our map ends before. */
export type NearestRoad =
  | { kind: "road"; point: Point; meters: number }
  | { kind: "none" }
  | { kind: "unknown" };

/** Finds roads. */
export interface RoadFinder {
  nearest(point: Point): NearestRoad;
}

/** A finder without a map. */
export const NO_ROADS: RoadFinder = { nearest: () => ({ kind: "unknown" }) };

/** A finder over the roads of Göteborg. */
export function createRoadFinder({ grid }: Pick<CityNetwork, "grid">): RoadFinder {
  return {
    nearest: (point) => {
      const snap = snapToRoad(grid, point);
      if (!snap) return isSurrounded(grid, point) ? { kind: "none" } : { kind: "unknown" };
      const on = { lat: snap.lat / GRAPH_FACTOR, lng: snap.lng / GRAPH_FACTOR };
      return { kind: "road", point: on, meters: snap.meters };
    },
  };
}

/** Eight ways to look, and how far: over the widest water between two quays of the town. */
const BEARINGS = [0, 45, 90, 135, 180, 225, 270, 315];
const LOOK_METERS = [600, 1_200, 1_800];
/** A point with roads on all sides but one is on our map; beyond the rim there is half a circle without. */
const LEAST_SIDES = 7;

function isSurrounded(grid: SnapGrid, { lat, lng }: Point): boolean {
  const east = METERS_PER_DEGREE * Math.cos(lat * Math.PI / 180);
  const sides = BEARINGS.filter((bearing) => {
    const [north, side] = [Math.cos(bearing * Math.PI / 180), Math.sin(bearing * Math.PI / 180)];
    return LOOK_METERS.some((meters) =>
      snapToRoad(grid, {
        lat: lat + north * meters / METERS_PER_DEGREE,
        lng: lng + side * meters / east,
      })
    );
  });
  return sides.length >= LEAST_SIDES;
}
