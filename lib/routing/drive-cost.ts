// What a search adds up along a way: its time, what is lost at junctions, and what the metres themselves weigh.
import { JUNCTION_SECONDS, ROAD_CLASSES, SECONDS_PER_EXTRA_METER } from "./road-class.ts";

/** What the search adds up: seconds and the cost of the metres themselves. */
export function driveCost(seconds: number, meters: number): number {
  return seconds + SECONDS_PER_EXTRA_METER * meters;
}

/** The driving time in a cost, given the metres it was added up over. */
export function secondsOfCost(cost: number, meters: number): number {
  return Math.max(0, cost - SECONDS_PER_EXTRA_METER * meters);
}

/**
 * A crossing of two dual carriageways is four junctions in the data; the loss grows with the way driven to it up to
 * this length, so that one crossing costs about one loss.
 */
const FULL_LOSS_METERS = 100;

/** Seconds lost on arriving at `node` by this stretch. */
export function junctionSeconds(
  graph: { isJunction: Uint8Array; roadClass: Uint8Array; meters: Float64Array },
  stretch: number,
  node: number,
): number {
  if (!graph.isJunction[node]) return 0;
  const seconds = JUNCTION_SECONDS[ROAD_CLASSES[graph.roadClass[stretch]!]!];
  return seconds * Math.min(1, graph.meters[stretch]! / FULL_LOSS_METERS);
}
