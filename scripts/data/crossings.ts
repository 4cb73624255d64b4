// How long each street is, and where it meets the others: what a customer is asked when a name is not a spot.
import type { Point } from "../../lib/places/place.ts";
import { greatCircleMeters } from "../../lib/places/great-circle.ts";

/** A street with its id and the points of the ways a car drives on. */
export interface CrossedStreet {
  id: string;
  /** Where the car stops when nothing more is known. */
  point: Point;
  ways: readonly (readonly Point[])[];
}

/** Both carriageways of a street are one street: samples nearer than this are the same spot. */
const SAME_SPOT_METERS = 25;
const SAMPLE_STEP_METERS = 5;
/** A street that ends this near another ends in it: at its far carriageway, or at the kerb of a square. */
const REACH_METERS = 18;
/** Side of a square of the grid that finds what is near, in degrees; about twice the reach. */
const CELL_DEGREES = 0.0004;

/**
 * One line a street, `id|metres|other@lat,lng;other@lat,lng`. A crossing stands with the street that comes first by
 * id; where two streets meet several times (two carriageways, a loop) it is the meeting nearest to the middle of all.
 */
export function crossingLines(streets: readonly CrossedStreet[]): string[] {
  const meetings = collectMeetings(streets);
  addNearEnds(streets, meetings);
  return streets.map(({ id, ways, point }) => {
    const farthest = Math.max(...ways.flat().map((end) => greatCircleMeters(point, end)));
    // A square is long to walk round, and yet no spot on it is far from its middle.
    const meters = Math.min(lengthMeters(ways), 2 * farthest);
    const own = [...meetings.get(id) ?? []].sort(([a], [b]) => a < b ? -1 : 1)
      .map(([other, points]) => `${bare(other)}@${pointText(middleMost(points))}`);
    return `${bare(id)}|${Math.round(meters)}|${own.join(";")}`;
  });
}

/** By the id that comes first: the streets it meets, and where. */
type Meetings = Map<string, Map<string, Point[]>>;

function bare(id: string): string {
  return id.replace("street:", "");
}

function pointText({ lat, lng }: Point): string {
  return `${lat.toFixed(5)},${lng.toFixed(5)}`;
}

function collectMeetings(streets: readonly CrossedStreet[]): Meetings {
  const nodes = new Map<string, { point: Point; ids: Set<string> }>();
  for (const { id, ways } of streets) {
    for (const point of ways.flat()) {
      const key = `${point.lat},${point.lng}`;
      const node = nodes.get(key) ?? { point, ids: new Set() };
      node.ids.add(id);
      nodes.set(key, node);
    }
  }
  const meetings: Meetings = new Map();
  for (const { point, ids } of nodes.values()) {
    const sorted = [...ids].sort();
    for (const [at, first] of sorted.entries()) {
      for (const second of sorted.slice(at + 1)) addMeeting(meetings, first, second, point);
    }
  }
  return meetings;
}

function addMeeting(meetings: Meetings, a: string, b: string, point: Point): void {
  const [first, second] = a < b ? [a, b] : [b, a];
  const own = meetings.get(first) ?? new Map<string, Point[]>();
  own.set(second, [...own.get(second) ?? [], point]);
  meetings.set(first, own);
}

/** Where an end of one street lies beside another that it shares no point with. */
function addNearEnds(streets: readonly CrossedStreet[], meetings: Meetings): void {
  const cells = new Map<string, { id: string; point: Point }[]>();
  const cellOf = ({ lat, lng }: Point, north = 0, east = 0) =>
    `${Math.floor(lat / CELL_DEGREES) + north},${Math.floor(lng / CELL_DEGREES / 1.9) + east}`;
  for (const { id, ways } of streets) {
    for (const point of ways.flatMap((way) => sampled(way))) {
      const key = cellOf(point);
      cells.set(key, [...cells.get(key) ?? [], { id, point }]);
    }
  }
  const known = new Set([...meetings].flatMap(([a, own]) => [...own.keys()].map((b) => a + b)));
  for (const { id, ways } of streets) {
    for (const end of ways.flatMap((way) => [way[0]!, way.at(-1)!])) {
      const near = [-1, 0, 1].flatMap((north) =>
        [-1, 0, 1].flatMap((east) => cells.get(cellOf(end, north, east)) ?? [])
      );
      const beside = near.filter((other) =>
        other.id !== id && !known.has(id + other.id) && !known.has(other.id + id) &&
        greatCircleMeters(other.point, end) <= REACH_METERS
      );
      for (const other of new Map(beside.map((each) => [each.id, each])).values()) {
        addMeeting(meetings, id, other.id, end);
      }
    }
  }
}

function middleMost(points: readonly Point[]): Point {
  const centre = {
    lat: points.reduce((sum, point) => sum + point.lat, 0) / points.length,
    lng: points.reduce((sum, point) => sum + point.lng, 0) / points.length,
  };
  return points.reduce((best, point) =>
    greatCircleMeters(point, centre) < greatCircleMeters(best, centre) ? point : best
  );
}

/** Metres along the street, a second carriageway beside the first not counted. */
function lengthMeters(ways: CrossedStreet["ways"]): number {
  const kept: Point[] = [];
  let meters = 0;
  for (const way of ways) {
    for (let i = 1; i < way.length; i++) {
      const [from, to] = [way[i - 1]!, way[i]!];
      const length = greatCircleMeters(from, to);
      const steps = Math.max(1, Math.round(length / SAMPLE_STEP_METERS));
      for (let step = 0; step < steps; step++) {
        const share = (step + 0.5) / steps;
        const point = {
          lat: from.lat + (to.lat - from.lat) * share,
          lng: from.lng + (to.lng - from.lng) * share,
        };
        // Compared with other ways only: a way is not beside itself.
        if (kept.some((other) => greatCircleMeters(other, point) < SAME_SPOT_METERS)) continue;
        meters += length / steps;
      }
    }
    kept.push(...sampled(way));
  }
  return meters;
}

function sampled(way: readonly Point[]): Point[] {
  return way.flatMap((to, i) => {
    if (i === 0) return [to];
    const from = way[i - 1]!;
    const steps = Math.max(1, Math.ceil(greatCircleMeters(from, to) / 12));
    return Array.from({ length: steps }, (_, k) => ({
      lat: from.lat + (to.lat - from.lat) * (k + 1) / steps,
      lng: from.lng + (to.lng - from.lng) * (k + 1) / steps,
    }));
  });
}
