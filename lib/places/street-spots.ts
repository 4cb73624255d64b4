// Where on a street a car may stop: at a crossing, or halfway along. House numbers are not in the data, so a long
// street is asked about.
import { textsFor } from "../i18n/texts.ts";
import type { Locale } from "../kernel/locale.ts";
import { invariant } from "../kernel/invariant.ts";
import crossingsData from "./data/crossings.json" with { type: "json" };
import type { Place, Point } from "./place.ts";

/** A street this long or shorter is one spot: its middle is 200 m from any door, and the driver has the number. */
export const ONE_SPOT_METERS = 400;
/** Crossings offered at first; the rest stand behind "another part of the street". */
export const MAX_CROSSINGS = 7;
/** Crossings behind "another part of the street"; no street of the data has more. */
export const MAX_MORE_CROSSINGS = 40;
/** Metres of street for one house number on each side, at the least; beyond it no such number can be. */
const METERS_PER_NUMBER = 2.5;
/** Numbers a very short street may begin with. */
const FREE_NUMBERS = 40;

/** Streets by id: their length and where they meet others. */
export type Streets = ReadonlyMap<string, StreetLine>;

/** A street along its line. */
export interface StreetLine {
  /** Along the street, or across a square. */
  meters: number;
  /** In the order of the street. */
  crossings: readonly { streetId: string; point: Point }[];
}

/** Reads the streets that ship with the product. */
export function loadStreets(): Streets {
  const streets = new Map<
    string,
    { meters: number; crossings: StreetLine["crossings"][number][] }
  >();
  const rows = crossingsData.rows.map((row) => row.split("|"));
  for (const [name, meters] of rows) {
    streets.set(`street:${name}`, { meters: Number(meters), crossings: [] });
  }
  for (const [name, , meetings = ""] of rows) {
    for (const meeting of meetings.split(";").filter(Boolean)) {
      const [other, at = ""] = meeting.split("@");
      const [lat, lng] = at.split(",").map(Number);
      const [first, second] = [streets.get(`street:${name}`), streets.get(`street:${other}`)];
      invariant(first && second && lat && lng, `Bad crossing: ${name} ${meeting}`);
      first.crossings.push({ streetId: `street:${other}`, point: { lat, lng } });
      second.crossings.push({ streetId: `street:${name}`, point: { lat, lng } });
    }
  }
  for (const street of streets.values()) street.crossings = inOrder(street.crossings);
  return streets;
}

/** True when a car told this street and number needs no more: the street is short, and the number can be on it. */
export function isOneSpot(streets: Streets, streetId: string, houseNumber = ""): boolean {
  const street = streets.get(streetId);
  if (street === undefined) return true;
  const number = Number.parseInt(houseNumber || "0", 10);
  return street.meters <= ONE_SPOT_METERS &&
    number <= FREE_NUMBERS + street.meters / METERS_PER_NUMBER;
}

/** Id of the spot where two streets meet, or of the middle of one. */
export function spotId(streetId: string, at: string): string {
  return `${streetId}~${at.replace("street:", "")}`;
}

/** Streets and spot of an id such as `street:vasagatan~viktoriagatan`, `…~middle`, `…~more`; null for other ids. */
export function readSpotId(id: string): { streetId: string; at: string } | null {
  const found = /^(street:[a-z0-9-]+)~([a-z0-9-]+)$/.exec(id);
  return found ? { streetId: found[1]!, at: found[2]! } : null;
}

/** The place at a spot of `street`; undefined when the street does not meet the other. `nameOf` names a street. */
export function spotPlace(
  streets: Streets,
  street: Place,
  at: string,
  locale: Locale,
  nameOf: (streetId: string) => string | undefined,
): Place | undefined {
  const words = textsFor(locale).trip.place;
  const id = spotId(street.id, at);
  if (at === "middle") return { ...street, id, name: words.middleOf(street.name) };
  const crossing = streets.get(street.id)?.crossings
    .find(({ streetId }) => streetId === `street:${at}`);
  const other = crossing && nameOf(crossing.streetId);
  if (!crossing || other === undefined) return undefined;
  return { ...street, id, name: words.crossing(street.name, other), point: crossing.point };
}

/** Ids of what is offered along a street: the middle and crossings spread along it, or with `more` all the others. */
export function spotIds(streets: Streets, streetId: string, more = false): string[] {
  const crossings = (streets.get(streetId)?.crossings ?? [])
    .map((crossing) => spotId(streetId, crossing.streetId));
  const spread = spreadOut(crossings, MAX_CROSSINGS);
  if (!more) return [spotId(streetId, "middle"), ...spread];
  const shown = new Set(spread);
  return crossings.filter((id) => !shown.has(id)).slice(0, MAX_MORE_CROSSINGS);
}

function spreadOut<Item>(items: readonly Item[], count: number): Item[] {
  if (items.length <= count) return [...items];
  return Array.from(
    { length: count },
    (_, i) => items[Math.round(i * (items.length - 1) / (count - 1))]!,
  );
}

/** From one end to the other: by the line between the two crossings that lie farthest apart. */
function inOrder<Item extends { point: Point }>(crossings: readonly Item[]): Item[] {
  const [first] = crossings;
  if (first === undefined) return [];
  const squared = (a: Point, b: Point) => (a.lat - b.lat) ** 2 + ((a.lng - b.lng) * 0.53) ** 2;
  const farthest = (from: Item) =>
    crossings.reduce((best, each) =>
      squared(each.point, from.point) > squared(best.point, from.point) ? each : best
    );
  const start = farthest(first);
  const end = farthest(start);
  const along = ({ point }: Item) => squared(point, start.point) - squared(point, end.point);
  return [...crossings].sort((a, b) => along(a) - along(b));
}
