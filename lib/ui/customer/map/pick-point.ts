// A map with a pin in its middle: whoever moves the map moves the pin.
import type { Point } from "../../../places/place.ts";
import { drawMap } from "./draw-map.ts";

/** What the map is asked while it is open. */
export interface PointPicker {
  /** Where the pin stands. */
  point(): Point;
  zoomBy(steps: number): void;
  /** Call when the place the map stands in got its size. */
  resize(): void;
}

/** Central Göteborg: south-west and north-east corner of what is shown first. */
const FIRST_VIEW: [[number, number], [number, number]] = [[57.69, 11.93], [57.72, 12.01]];

/** Half the height and half the width of the map around a place, in degrees: a few hundred metres. */
const AROUND = { lat: 0.003, lng: 0.006 };

/** Opens the map in `place`, around `near` when there is one. Throws when the roads cannot be had. */
export async function pickPoint(
  place: HTMLElement,
  roadsUrl: string,
  near: Point | null,
): Promise<PointPicker> {
  const view = near === null ? FIRST_VIEW : viewAround(near);
  const map = await drawMap(place, roadsUrl, view, { isInteractive: true });
  return {
    point: () => {
      const { lat, lng } = map.getCenter();
      return { lat, lng };
    },
    zoomBy: (steps) => void map.setZoom(map.getZoom() + steps),
    resize: () => void map.invalidateSize(),
  };
}

function viewAround({ lat, lng }: Point): typeof FIRST_VIEW {
  return [[lat - AROUND.lat, lng - AROUND.lng], [lat + AROUND.lat, lng + AROUND.lng]];
}
