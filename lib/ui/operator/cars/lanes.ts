// Trips that overlap, laid beside each other in as few lanes as it takes. Pure.

/** What lies in a lane. */
export interface Stretch {
  startMs: number;
  endMs: number;
}

/**
 * Lanes of stretches that are ordered by start: each goes into the first lane that is free by then. `roomMs` keeps
 * neighbours apart.
 */
export function lanesOf<Item extends Stretch>(items: readonly Item[], roomMs = 0): Item[][] {
  const lanes: Item[][] = [];
  for (const item of items) {
    const lane = lanes.find((one) => (one.at(-1)?.endMs ?? -Infinity) + roomMs <= item.startMs);
    if (lane === undefined) lanes.push([item]);
    else lane.push(item);
  }
  return lanes;
}
