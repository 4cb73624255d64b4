// The cars around a point, by cells of the map: the nearest are exact, wherever borders of cells run.
import { greatCircleMeters, METERS_PER_DEGREE } from "../places/great-circle.ts";
import type { Point } from "../places/place.ts";

/** Size of a cell in degrees: about 1.1 km each way at Göteborg. */
const CELL_LAT = 0.01;
const CELL_LNG = 0.018;
/** A point on the border of two cells may count to either. */
const ROUNDING_METERS = 0.001;
/** Columns are numbered within a row; there are fewer in all of the earth. */
const COLUMNS = 32_768;

/** Something at a point. */
export interface Located extends Point {
  vehicleId: string;
}

/** One that was found, with how far away it is along the great circle. */
export interface Found<Car> {
  car: Car;
  meters: number;
}

/** Cars by cell. Nothing is looked up in it by name: whoever holds it knows where each car is. */
export class CarGrid<Car extends Located> {
  readonly #cells = new Map<number, Set<Car>>();
  #size = 0;

  /** Puts one in. */
  add(car: Car): void {
    const cell = cellAt(rowOf(car.lat), columnOf(car.lng));
    const held = this.#cells.get(cell);
    if (held === undefined) this.#cells.set(cell, new Set([car]));
    else held.add(car);
    this.#size++;
  }

  /** Takes out one that is in it. */
  remove(car: Car): void {
    const cell = cellAt(rowOf(car.lat), columnOf(car.lng));
    const held = this.#cells.get(cell);
    if (held?.delete(car)) this.#size--;
    if (held?.size === 0) this.#cells.delete(cell);
  }

  /** At most `most` that fit, the nearest first, of two as near the one whose id comes first. */
  nearest(
    point: Point,
    { most, withinMeters, fits }: {
      most: number;
      withinMeters: number;
      fits: (car: Car) => boolean;
    },
  ): Found<Car>[] {
    const found: Found<Car>[] = [];
    const take = (car: Car) => {
      const meters = greatCircleMeters(point, car);
      if (meters <= withinMeters && fits(car)) found.push({ car, meters });
    };
    let looked = 0;
    for (let ring = 0;; ring++) {
      // Where cars are few the cells are more than they: then each car is looked at once.
      looked += ring === 0 ? 1 : 8 * ring;
      if (looked > this.#size + 1) {
        found.length = 0;
        for (const cell of this.#cells.values()) for (const car of cell) take(car);
        break;
      }
      for (const cell of cellsOfRing(point, ring)) {
        for (const car of this.#cells.get(cell) ?? []) take(car);
      }
      // Whatever is in no cell of these rings is farther away than that.
      const outside = metersToOutside(point, ring);
      if (outside > withinMeters) break;
      if (found.length >= most && (found.sort(byDistance)[most - 1]?.meters ?? 0) < outside) break;
    }
    return found.sort(byDistance).slice(0, most);
  }
}

function rowOf(lat: number): number {
  return Math.floor(lat / CELL_LAT);
}

function columnOf(lng: number): number {
  return Math.floor(lng / CELL_LNG);
}

function cellAt(row: number, column: number): number {
  return row * COLUMNS + column;
}

/** The cells `ring` steps away from the point's own. */
function* cellsOfRing({ lat, lng }: Point, ring: number): Generator<number> {
  const [row, column] = [rowOf(lat), columnOf(lng)];
  if (ring === 0) return yield cellAt(row, column);
  for (let step = -ring; step <= ring; step++) {
    yield cellAt(row - ring, column + step);
    yield cellAt(row + ring, column + step);
  }
  for (let step = 1 - ring; step < ring; step++) {
    yield cellAt(row + step, column - ring);
    yield cellAt(row + step, column + ring);
  }
}

/** The way to the nearest point outside of these rings: due north or south, or square to a meridian. */
function metersToOutside({ lat, lng }: Point, rings: number): number {
  const [row, column] = [rowOf(lat), columnOf(lng)];
  const south = lat - (row - rings) * CELL_LAT;
  const north = (row + rings + 1) * CELL_LAT - lat;
  const west = lng - (column - rings) * CELL_LNG;
  const east = (column + rings + 1) * CELL_LNG - lng;
  const radians = Math.PI / 180;
  const aside = Math.min(90, west, east) * radians;
  const toMeridian = Math.asin(Math.cos(lat * radians) * Math.sin(aside)) / radians;
  return Math.min(south, north, toMeridian) * METERS_PER_DEGREE - ROUNDING_METERS;
}

function byDistance(a: Found<Located>, b: Found<Located>): number {
  return a.meters - b.meters || (a.car.vehicleId < b.car.vehicleId ? -1 : 1);
}
