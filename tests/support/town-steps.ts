// Trips inside Göteborg whose end is moved by 200 m, the same ones on every run.
import { METERS_PER_DEGREE } from "../../lib/places/great-circle.ts";
import type { Point } from "../../lib/places/place.ts";
import type { CityNetwork } from "../../lib/routing/city-network.ts";
import { routeInCity } from "../../lib/routing/goteborg-engine.ts";
import type { Route } from "../../lib/routing/route.ts";
import { repeatableRandom } from "./repeatable-random.ts";

/** Two trips from one place to two others 200 m apart. */
export interface TownStep {
  from: Point;
  ends: [Point, Point];
  trips: [Route, Route];
}

/** How far the end is moved. */
const STEP_METERS = 200;
/** A trip should change by no more than this. */
export const LARGE_CHANGE_METERS = 500;
/** The steps that are looked at: this many from each seed. */
export const STEP_SEEDS = [1, 77, 20_261_126];
export const STEPS_PER_SEED = 150;

/** `count` steps inside the town, as our engine drives them. */
export function townSteps(network: CityNetwork, seed: number, count: number): TownStep[] {
  const random = repeatableRandom(seed);
  const point = () => round({ lat: 57.67 + random() * 0.06, lng: 11.9 + random() * 0.12 });
  const steps: TownStep[] = [];
  while (steps.length < count) {
    const [from, end, angle] = [point(), point(), random() * 2 * Math.PI];
    const moved = round({
      lat: end.lat + Math.sin(angle) * STEP_METERS / METERS_PER_DEGREE,
      lng: end.lng +
        Math.cos(angle) * STEP_METERS / METERS_PER_DEGREE / Math.cos(end.lat * Math.PI / 180),
    });
    const [trip, other] = [routeInCity(network, from, end), routeInCity(network, from, moved)];
    if (!trip.ok || !other.ok) continue;
    steps.push({ from, ends: [end, moved], trips: [trip.route, other.route] });
  }
  return steps;
}

/** By how many metres the step changes the trip. */
export function changeOf({ trips: [trip, other] }: TownStep): number {
  return Math.abs(trip.distanceMeters - other.distanceMeters);
}

/** The places of a step as the table of tests/fixtures/town-steps.tsv names them. */
export function stepKey({ from, ends }: Pick<TownStep, "from" | "ends">): string {
  return [from, ...ends].map(({ lat, lng }) => `${lat},${lng}`).join("\t");
}

function round({ lat, lng }: Point): Point {
  return { lat: Number(lat.toFixed(5)), lng: Number(lng.toFixed(5)) };
}
