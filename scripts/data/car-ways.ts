// Which ways of the extract a taxi drives on, in which direction and how fast.
import type { Point } from "../../lib/places/place.ts";
import { ROAD_CLASSES, type RoadClass } from "../../lib/routing/road-class.ts";
import type { OsmFeature } from "./source-packages.ts";

/** A way for cars. */
export interface CarWay {
  points: Point[];
  roadClass: RoadClass;
  /** Posted limit, or the usual one for the class. */
  limitKmh: number;
  isOneway: boolean;
  isTunnel: boolean;
  /** Only for those who have business there. */
  isDestinationOnly: boolean;
  /** Behind a gate or a sign: only for those its owner lets in. */
  isPrivate: boolean;
}

/**
 * Usual limits where no sign is mapped. Below secondary they are lower than the law's 50: what slows a car there is
 * the street, and they agree with the speeds OSRM's car profile gives a class.
 */
const USUAL_LIMIT_KMH: Record<RoadClass, number> = {
  motorway: 80,
  motorway_link: 56,
  trunk: 70,
  trunk_link: 50,
  primary: 70,
  primary_link: 38,
  secondary: 60,
  secondary_link: 31,
  tertiary: 50,
  tertiary_link: 25,
  unclassified: 31,
  residential: 31,
  living_street: 12,
  service: 19,
};
/** Nobody gets in or out in the lane past a counter; bus ways are not ours. */
const NO_STOP_SERVICE = new Set(["drive-through", "bus"]);
const FORBIDDEN = new Set(["no", "delivery", "agricultural", "forestry", "psv", "bus"]);

/** Who has business there may drive in, and out again. */
const FOR_VISITORS = new Set(["destination", "customers", "private"]);

/**
 * Ways open to an ordinary car: the most specific access tag decides (motorcar, motor_vehicle, vehicle, access;
 * https://wiki.openstreetmap.org/wiki/Key:access). Lanes signed for taxis are left out on purpose: they would make
 * times too short for vehicles that are not taxis by registration.
 */
export function collectCarWays(features: OsmFeature[]): CarWay[] {
  return features.flatMap((feature) => {
    const { properties: tags, geometry } = feature;
    const roadClass = classOf(tags.highway);
    if (!roadClass || geometry.type !== "LineString" || tags.area === "yes") return [];
    if (NO_STOP_SERVICE.has(tags.service ?? "")) return [];
    const access = tags.motorcar ?? tags.motor_vehicle ?? tags.vehicle ?? tags.access ?? "yes";
    if (FORBIDDEN.has(access) || isClosedByTheHour(tags)) return [];
    const points = geometry.coordinates.map(([lng, lat]) => ({ lat, lng }));
    const isAgainst = tags.oneway === "-1" || tags.oneway === "reverse";
    return [{
      points: isAgainst ? points.reverse() : points,
      roadClass,
      limitKmh: limitOf(tags.maxspeed, roadClass),
      isOneway: isAgainst || isOneway(tags, roadClass),
      isTunnel: tags.tunnel === "yes",
      isDestinationOnly: FOR_VISITORS.has(access) || isCemetery(tags),
      isPrivate: access === "private",
    }];
  });
}

/** Closed at some hours (`access:conditional=no @ 00:00-04:00`): a route is found for every hour, so it keeps out. */
function isClosedByTheHour(tags: OsmFeature["properties"]): boolean {
  return tags.opening_hours !== undefined ||
    CAR_ACCESS.some((key) =>
      tags[`${key}:conditional`]?.startsWith("no") || /^no:?\s*[@(]/.test(tags[key] ?? "")
    );
}

const CAR_ACCESS = ["access", "access:car", "vehicle", "motor_vehicle", "motorcar"];

/** Ways in a cemetery are for its visitors, whether or not somebody mapped that. */
function isCemetery({ name = "", highway }: OsmFeature["properties"]): boolean {
  return highway === "service" && /kyrkogård|griftegård|begravnings/i.test(name);
}

function classOf(highway = ""): RoadClass | undefined {
  const name = highway === "road" ? "unclassified" : highway;
  return ROAD_CLASSES.find((roadClass) => roadClass === name);
}

function limitOf(maxspeed: string | undefined, roadClass: RoadClass): number {
  const posted = Number(maxspeed);
  return posted >= 5 && posted <= 120 ? posted : USUAL_LIMIT_KMH[roadClass];
}

/** Motorways and roundabouts run one way without a tag: https://wiki.openstreetmap.org/wiki/Key:oneway */
function isOneway(tags: OsmFeature["properties"], roadClass: RoadClass): boolean {
  if (tags.oneway === "no") return false;
  if (tags.oneway === "yes" || tags.oneway === "1" || tags.oneway === "true") return true;
  return roadClass === "motorway" || tags.junction === "roundabout";
}
