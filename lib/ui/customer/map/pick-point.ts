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

/** Opens the map in `place`. Throws when the roads cannot be had. */
export async function pickPoint(place: HTMLElement, roadsUrl: string): Promise<PointPicker> {
  const map = await drawMap(place, roadsUrl, FIRST_VIEW, { isInteractive: true });
  return {
    point: () => {
      const { lat, lng } = map.getCenter();
      return { lat, lng };
    },
    zoomBy: (steps) => void map.setZoom(map.getZoom() + steps),
    resize: () => void map.invalidateSize(),
  };
}
