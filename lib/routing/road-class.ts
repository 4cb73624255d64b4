// Classes of roads as OpenStreetMap names them, in the order the road file numbers them, and how fast they flow.

/** The order is part of the road file's format: append only. */
export const ROAD_CLASSES = [
  "motorway",
  "motorway_link",
  "trunk",
  "trunk_link",
  "primary",
  "primary_link",
  "secondary",
  "secondary_link",
  "tertiary",
  "tertiary_link",
  "unclassified",
  "residential",
  "living_street",
  "service",
] as const;

/** One class of road. */
export type RoadClass = typeof ROAD_CLASSES[number];

/**
 * Share of the posted limit that is driven over a day, and seconds lost at each junction at the end of a stretch
 * (lights, giving way, turning). Set by hand so that a trip through the centre averages about 20 km/h and a motorway
 * trip loses a tenth; they are no measurement.
 */
export const FLOW: Record<RoadClass, { share: number; junctionSeconds: number }> = {
  motorway: { share: 0.92, junctionSeconds: 0 },
  motorway_link: { share: 0.75, junctionSeconds: 2 },
  trunk: { share: 0.85, junctionSeconds: 2 },
  trunk_link: { share: 0.7, junctionSeconds: 4 },
  primary: { share: 0.7, junctionSeconds: 9 },
  primary_link: { share: 0.7, junctionSeconds: 6 },
  secondary: { share: 0.66, junctionSeconds: 9 },
  secondary_link: { share: 0.66, junctionSeconds: 6 },
  tertiary: { share: 0.64, junctionSeconds: 8 },
  tertiary_link: { share: 0.64, junctionSeconds: 6 },
  unclassified: { share: 0.6, junctionSeconds: 7 },
  residential: { share: 0.6, junctionSeconds: 6 },
  living_street: { share: 1, junctionSeconds: 3 },
  service: { share: 0.8, junctionSeconds: 3 },
};

/**
 * What a metre more costs beside its time, in seconds: a detour must save a minute per kilometre, because the
 * customer pays by distance and a driver who knows the town goes straight.
 */
export const SECONDS_PER_EXTRA_METER = 0.06;

/** Classes nobody stops on: a stop is put on another road. */
export const NO_STOPPING: ReadonlySet<RoadClass> = new Set([
  "motorway",
  "motorway_link",
  "trunk",
  "trunk_link",
]);
