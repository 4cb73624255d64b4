// One scale of driving times for all engines: what an empty road allows against what a working day takes.

/**
 * How much longer a trip in town takes by day than OSRM's car profile says, which knows neither queues nor the search
 * for the door.
 */
export const TOWN_FACTOR = 1.3;

/** Up to this long a trip is a trip in town, and from this long on its queues no longer show. */
const TOWN_METERS = 10_000;
const COUNTRY_METERS = 60_000;

/** Seconds by day for a trip to which OSRM's car profile gives `seconds`; beyond town its speeds are those driven. */
export function daytimeSeconds(seconds: number, meters: number): number {
  const share = (meters - TOWN_METERS) / (COUNTRY_METERS - TOWN_METERS);
  return seconds * (TOWN_FACTOR + (1 - TOWN_FACTOR) * Math.max(0, Math.min(1, share)));
}
