// Classes of roads as OpenStreetMap names them, in the order the road file numbers them, and how fast they flow.
import { TOWN_FACTOR } from "./time-scale.ts";

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
 * Share of the limit that is driven over a day: what OSRM's car profile drives of a posted limit, 0.8, on the scale of
 * lib/routing/time-scale.ts. One share for all classes, as there: motorways that flow better than streets did send
 * trips of 7 km over 11 km of motorway, for a minute no other engine sees.
 */
export const DRIVEN_SHARE = 0.8 / TOWN_FACTOR;

/** Seconds lost at each junction at the end of a stretch: giving way, turning. Motorways have none. */
export const JUNCTION_SECONDS: Record<RoadClass, number> = {
  motorway: 0,
  motorway_link: 0,
  trunk: 1,
  trunk_link: 1,
  primary: 1,
  primary_link: 1,
  secondary: 1,
  secondary_link: 1,
  tertiary: 1,
  tertiary_link: 1,
  unclassified: 1,
  residential: 1,
  living_street: 1,
  service: 1,
};

/**
 * What a metre more costs beside its time, in seconds: a detour must save a minute and a half per kilometre. That is
 * what the customer pays for it, 16 to 28 kr a kilometre against 12 to 21 kr a minute, so where two ways are as good
 * as one another they cost about the same, and a step on the map changes the price little even where it changes the way.
 */
export const SECONDS_PER_EXTRA_METER = 0.09;

/** Classes nobody stops on: a stop is put on another road. */
export const NO_STOPPING: ReadonlySet<RoadClass> = new Set([
  "motorway",
  "motorway_link",
  "trunk",
  "trunk_link",
]);
