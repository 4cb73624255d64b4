// A pin somebody sets on the map: what it is called, and where the car will stop for it.
import type { Locale } from "../kernel/locale.ts";
import { pinPlace } from "../places/find-place.ts";
import { type LocateDeps, locatePlace } from "../places/geocoder/locate-place.ts";
import { greatCircleMeters } from "../places/great-circle.ts";
import { nearestPlace } from "../places/nearest-place.ts";
import type { Place, Point } from "../places/place.ts";
import { placesAround } from "../places/places-around.ts";
import { nearestStreet } from "../places/street-lines.ts";
import { isOpenSea } from "../places/sweden.ts";
import { refuseIsland } from "../routing/islands.ts";
import type { RoadFinder } from "../routing/road-finder.ts";

/** Why no car can stop for a pin. */
export type PinRefusal = "abroad" | "water" | "no-road";

/** Where the car stops. */
export interface CarStop {
  point: Point;
  /** From the pin. */
  meters: number;
  /** "" where the road has no name. */
  street: string;
}

/** The place a pin is called after. */
export interface NearPlace {
  name: string;
  /** From the pin. */
  meters: number;
}

/**
 * The pin with its name and stop; `stop` is null where we do not know the roads, `near` where we know no place.
 * `around` are the names a map of the asked reach shows.
 */
export type PickedStop =
  | { ok: true; pin: Place; stop: CarStop | null; near: NearPlace | null; around: Place[] }
  | { ok: false; reason: PinRefusal };

/** What a pin is looked up in. */
export interface PickDeps extends LocateDeps {
  roads: RoadFinder;
}

/** A street farther from the stop than this is not the one the car stops on. */
const ON_STREET_METERS = 30;

/** Looks a pin up; refuses it abroad, at sea and where no road goes. `reachMeters` is how far the map shows. */
export async function pickStop(
  deps: PickDeps,
  point: Point,
  locale: Locale,
  reachMeters = 0,
): Promise<PickedStop> {
  const pin = pinPlace(deps.places, point, locale);
  if (pin === undefined) return { ok: false, reason: "abroad" };
  if (isOpenSea(deps.places.sweden, pin.point)) return { ok: false, reason: "water" };
  const road = deps.roads.nearest(pin.point);
  const isOnIsland = refuseIsland(pin.point, pin.point) !== undefined;
  if (road.kind === "none" || isOnIsland) return { ok: false, reason: "no-road" };
  const located = await locatePlace(deps, { words: "", placeId: pin.id }, locale);
  const stop = road.kind === "road" ? { point: road.point, meters: Math.round(road.meters) } : null;
  return {
    ok: true,
    pin: located ?? pin,
    stop: stop && { ...stop, street: streetAt(deps, stop.point) },
    near: nearOf(deps, pin.point, locale),
    around: reachMeters === 0 ? [] : placesAround(deps.places, pin.point, reachMeters, locale),
  };
}

function nearOf({ places }: PickDeps, point: Point, locale: Locale): NearPlace | null {
  const near = nearestPlace(places, point, locale);
  return near === undefined
    ? null
    : { name: near.name, meters: Math.round(greatCircleMeters(point, near.point)) };
}

function streetAt({ places }: PickDeps, point: Point): string {
  const found = nearestStreet(places.streetLines, point, ON_STREET_METERS);
  return found === undefined ? "" : places.places[found.place]!.place.name;
}
