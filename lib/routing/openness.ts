// How open a road is to a car that wants to a door behind it; pockets.ts keeps out who only wants through.
import type { RoadClass } from "./road-class.ts";

/** Who may drive through: everyone, those whom nothing forbids but the yard it is, those with business there only. */
export const OPENNESS = { public: 0, yard: 1, destination: 2 } as const;

/**
 * What turning into a less open road weighs in the search, in seconds nobody drives, by OPENNESS: of several ways to a
 * door the one over the more open roads is taken, unless it is that much longer.
 */
export const ENTRY_COST = [0, 60, 150] as const;

/** Of a road of this class. */
export function opennessOf(name: RoadClass, isDestinationOnly: boolean): number {
  if (isDestinationOnly) return OPENNESS.destination;
  return name === "service" ? OPENNESS.yard : OPENNESS.public;
}

/** By node, the openness of the most open road there. */
export function findMostOpen(
  nodeCount: number,
  { from, to, openness }: { from: Int32Array; to: Int32Array; openness: Uint8Array },
): Uint8Array {
  const most = new Uint8Array(nodeCount).fill(OPENNESS.destination);
  for (let s = 0; s < from.length; s++) {
    for (const node of [from[s]!, to[s]!]) most[node] = Math.min(most[node]!, openness[s]!);
  }
  return most;
}
