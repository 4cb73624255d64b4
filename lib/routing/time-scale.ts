// One scale of driving times for all engines: what an empty road allows against what a working day takes.

/**
 * How much longer a trip in town takes by day than OSRM's car profile says, which knows neither queues nor the search
 * for the door.
 */
export const TOWN_FACTOR = 1.3;

/** Up to this long a trip is a trip in town, and from this long on its queues no longer show. */
const TOWN_METERS = 10_000;
const COUNTRY_METERS = 60_000;

/** How much of a trip of this length is a trip in town: 1 up to 10 km, 0 from 60 km on. */
export function townShare(meters: number): number {
  const country = (meters - TOWN_METERS) / (COUNTRY_METERS - TOWN_METERS);
  return 1 - Math.max(0, Math.min(1, country));
}

/** Seconds by day for a trip to which OSRM's car profile gives `seconds`; beyond town its speeds are those driven. */
export function daytimeSeconds(seconds: number, meters: number): number {
  return seconds * (1 + (TOWN_FACTOR - 1) * townShare(meters));
}

/** Seconds by day for a way through the city network, whose roads all drive as in town, on a trip of `tripMeters`. */
export function seenFromTrip(townSeconds: number, tripMeters: number): number {
  return daytimeSeconds(townSeconds / TOWN_FACTOR, tripMeters);
}
