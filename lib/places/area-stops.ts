// A town or a district is no place to stop at: what can be offered in it instead.
import { textsFor } from "../i18n/texts.ts";
import type { Locale } from "../kernel/locale.ts";
import { foldWords } from "./fold.ts";
import { greatCircleMeters, METERS_PER_DEGREE } from "./great-circle.ts";
import { perIndex } from "./index-memo.ts";
import { isArea, municipalityOf } from "./named-places.ts";
import type { PlaceIndex } from "./place-index.ts";
import { isApproximate, type Place, type Point } from "./place.ts";
import { isOneSpot } from "./street-spots.ts";

/** Stations and airports this near to a town's middle are in it. */
const IN_TOWN_METERS = 3_000;
/** Of what lies farther off, what is still offered when it carries the town's name as its area. */
const NEAR_TOWN_METERS = 12_000;
/** Streets this near to a district's middle are in it. */
const IN_DISTRICT_METERS = 1_200;
/** A town above this weight (about 29,000 people) is too large for its middle to be a price for all of it. */
const MAX_CENTRE_WEIGHT = 55;

/** Id of a town's middle, which a customer may choose where we know no street. */
export function centreId(areaId: string): string {
  return `${areaId}~centre`;
}

/** The area of an id that `centreId` made; "" for other ids. */
export function centreArea(id: string): string {
  return /^((?:town|district):[a-z0-9-]+)~centre$/.exec(id)?.[1] ?? "";
}

/** The middle of a town as a place to stop at. */
export function centrePlace(area: Place, locale: Locale): Place {
  const { centreOf, districtCentreOf } = textsFor(locale).trip.place;
  const name = area.kind === "district" ? districtCentreOf(area.name) : centreOf(area.name);
  return { ...area, id: centreId(area.id), name };
}

/**
 * True where the middle of an area may be chosen: we know no street there, and the town is small or has no station.
 * The driver still drives to the address; the price is for the middle, and the choice says so.
 */
export function mayStopInMiddle(index: PlaceIndex, at: number): boolean {
  return middles(index, at);
}

const middles = perIndex((index, at: number): boolean => {
  const { place, weight } = index.places[at]!;
  if (hasStreetsAround(index, place.point)) return false;
  return weight < MAX_CENTRE_WEIGHT ||
    !stopsAround(index, place).some(({ meters }) => meters <= IN_TOWN_METERS);
});

/** Ids of what can be offered in an area, the nearest to its middle first; at most `limit`. */
export function stopIdsIn(index: PlaceIndex, at: number, limit: number): string[] {
  return stopIds(index, at).slice(0, limit);
}

/** Most stops an area is asked for at once. */
const MAX_STOPS = 12;

const stopIds = perIndex((index, at: number): string[] => {
  const { place } = index.places[at]!;
  const around = stopsAround(index, place).filter(({ stop, meters }) =>
    meters <= IN_TOWN_METERS ||
    (meters <= NEAR_TOWN_METERS && isSeat(place) && stop.area === municipalityOf(place))
  );
  const near = around.filter(({ meters }) => meters <= IN_TOWN_METERS);
  const far = around.filter(({ meters }) => meters > IN_TOWN_METERS);
  const ids = (stops: readonly { stop: Place }[]) => stops.map(({ stop }) => stop.id);
  const streets = isSeat(place) ? [] : streetIdsIn(index, place.point, MAX_STOPS);
  return [
    ...ids(place.kind === "district" ? [] : near),
    ...(mayStopInMiddle(index, at) ? [centreId(place.id)] : []),
    ...streets,
    ...ids(place.kind === "district" ? near : far),
  ].slice(0, MAX_STOPS);
});

/** True when a place lies in or beside an area, so that it may be meant by the area's name. */
export function isInArea(area: Place, point: Point): boolean {
  return greatCircleMeters(area.point, point) <= NEAR_TOWN_METERS;
}

/** The town a municipality is called after: its stations lie all over it, and its streets too. */
function isSeat({ kind, area }: Place): boolean {
  return kind === "town" && area === "";
}

function stopsAround(index: PlaceIndex, area: Place): { stop: Place; meters: number }[] {
  const name = foldWords(area.name).join(" ");
  // Stations and airports, then what lies in the area by its own words, then what lies around.
  const rank = (stop: Place) =>
    !isLandmark({ stop }) ? 0 : foldWords(stop.area).join(" ").startsWith(name) ? 1 : 2;
  return index.stops.map((at) => {
    const stop = index.places[at]!.place;
    return { stop, meters: greatCircleMeters(stop.point, area.point) };
  })
    .filter(({ meters, stop }) => meters <= NEAR_TOWN_METERS && !isApproximate(stop))
    .map((each) => ({ ...each, rank: rank(each.stop) }))
    .sort((a, b) => a.rank - b.rank || a.meters - b.meters);
}

/** Stations and airports come first: from there everybody knows the way. */
function isLandmark({ stop }: { stop: Place }): boolean {
  return stop.kind === "landmark";
}

function hasStreetsAround(index: PlaceIndex, point: Point): boolean {
  return streetIdsIn(index, point, 1).length > 0;
}

/** Short streets near a point: spots a person there would know. */
function streetIdsIn(index: PlaceIndex, point: Point, limit: number): string[] {
  const { lats, lngs, places } = index.traces;
  const east = Math.cos(point.lat * Math.PI / 180);
  const reach = (IN_DISTRICT_METERS / METERS_PER_DEGREE) ** 2;
  const nearest = new Map<number, number>();
  for (let i = 0; i < places.length; i++) {
    const squared = (lats[i]! - point.lat) ** 2 + ((lngs[i]! - point.lng) * east) ** 2;
    if (squared > reach || squared >= (nearest.get(places[i]!) ?? Infinity)) continue;
    const { place } = index.places[places[i]!]!;
    if (place.kind === "street" && isOneSpot(index.streets, place.id)) {
      nearest.set(places[i]!, squared);
    }
  }
  // Squares and larger streets first: those are what people know.
  const worth = ([at, squared]: [number, number]) =>
    squared / reach - index.places[at]!.weight / 10 - (isSquare(index.places[at]!.place) ? 2 : 0);
  return [...nearest].sort((a, b) => worth(a) - worth(b)).slice(0, limit)
    .map(([at]) => index.places[at]!.place.id);
}

function isSquare({ name }: Place): boolean {
  return /(?:torg|torget|plats|platsen|plan)$/i.test(name);
}

/** True of what a car can be sent to without another question. */
export function isStop(index: PlaceIndex, place: Place, houseNumber = ""): boolean {
  if (place.kind === "street") return isOneSpot(index.streets, place.id, houseNumber);
  return !isArea(place) || centreArea(place.id) !== "";
}
