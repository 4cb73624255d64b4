// What a road must go round: a line nobody drives across, and the bridges, ferries and shores where one gets past it.

/** Latitude and longitude in degrees. */
export type LatLng = readonly [lat: number, lng: number];

/** Where one gets to the other side. */
export interface Pass {
  /** The bridge, the ferry or the place at the shore. */
  name: string;
  /** Points the road goes by, from one side to the other; one is enough where the line ends. Either way round. */
  by: readonly LatLng[];
  /** Crossing and the usual wait by day; free car ferries only, a paid one is not sold. */
  ferryMinutes?: number;
}

/** A water, or fells without a road: who would cross its line takes a pass. */
export interface Water {
  name: string;
  line: readonly LatLng[];
  /** None on an island without a road to it or a free car ferry: nothing is sold there. */
  passes: readonly Pass[];
}
