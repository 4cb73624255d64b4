// How long and how slow a road trip is, judged from the straight line alone.

/** What the estimate says about a trip. */
export interface Estimate {
  distanceMeters: number;
  durationSeconds: number;
}

/**
 * Straight-line metres → road metres ÷ straight line → mean km/h, joined by straight lines between the rows.
 * Set by hand on known Swedish trips: Göteborg C–Landvetter 24.5 km, –Borås 65 km, –Jönköping 147 km,
 * –Malmö 272 km, –Stockholm 470 km; within towns from OSRM's usual 1.4–1.5.
 */
const BANDS: readonly (readonly [meters: number, detour: number, kmh: number])[] = [
  [0, 1.5, 18],
  [1_000, 1.45, 22],
  [3_000, 1.38, 28],
  [8_000, 1.31, 38],
  [20_000, 1.25, 55],
  [60_000, 1.16, 75],
  [150_000, 1.145, 86],
  [400_000, 1.155, 92],
];

/** Road distance and driving time for a straight line of this many metres. */
export function estimateTrip(straightMeters: number): Estimate {
  const [detour, kmh] = interpolate(BANDS, straightMeters);
  return toEstimate(straightMeters * detour, kmh);
}

/** As BANDS, for a trip that is already on a main road out of town when it starts. */
const MAIN_ROAD_BANDS: typeof BANDS = [
  [0, 1.2, 54],
  [5_000, 1.18, 60],
  [15_000, 1.16, 70],
  [60_000, 1.145, 84],
  [150_000, 1.12, 90],
  [400_000, 1.16, 93],
];

/** No estimate has a smaller detour. */
export const LEAST_DETOUR = Math.min(
  ...[...BANDS, ...MAIN_ROAD_BANDS].map(([, detour]) => detour),
);

/** As estimateTrip, from where the road network of the home town ends on a main road. */
export function estimateOnward(straightMeters: number): Estimate {
  const [detour, kmh] = interpolate(MAIN_ROAD_BANDS, straightMeters);
  return toEstimate(straightMeters * detour, kmh);
}

/**
 * As BANDS, from the last street of the town that leads there. Nearer it than a kilometre or so the place is all but on
 * the street; the detour there is small, lest a step over the rim make the trip half a kilometre longer. Farther off it
 * is larger than on main roads, so that these are followed as far as they are known.
 */
const RIM_BANDS: typeof BANDS = [
  [0, 1.2, 24],
  [2_000, 1.36, 30],
  [8_000, 1.36, 44],
  [20_000, 1.32, 57],
  [60_000, 1.24, 75],
  [150_000, 1.2, 86],
  [400_000, 1.18, 92],
];

/** As estimateTrip, from any junction at which the road network of the home town may be left. */
export function estimateFromRim(straightMeters: number): Estimate {
  const [detour, kmh] = interpolate(RIM_BANDS, straightMeters);
  return toEstimate(straightMeters * detour, kmh);
}

function toEstimate(distanceMeters: number, kmh: number): Estimate {
  return { distanceMeters, durationSeconds: distanceMeters / (kmh / 3.6) };
}

function interpolate(bands: typeof BANDS, meters: number): [detour: number, kmh: number] {
  const above = bands.findIndex(([start]) => start > meters);
  if (above <= 0) {
    const [, detour, kmh] = bands.at(above === 0 ? 0 : -1)!;
    return [detour, kmh];
  }
  const [start, fromDetour, fromKmh] = bands[above - 1]!;
  const [end, toDetour, toKmh] = bands[above]!;
  const share = (meters - start) / (end - start);
  return [fromDetour + (toDetour - fromDetour) * share, fromKmh + (toKmh - fromKmh) * share];
}
