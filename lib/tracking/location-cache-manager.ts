// Where the cars are now: a position each, for seconds, in this process alone, and the nearest of them by area.
import type { HeldState } from "../cache/memory-tier.ts";
import type { VehicleClass, VehicleId } from "../fleet/vehicle.ts";
import type { Point } from "../places/place.ts";
import { CarGrid } from "./car-grid.ts";
import { type CarPosition, isOnMap } from "./car-position.ts";

/** What it stands on. */
export interface LocationCacheDeps {
  /** How old a position may be, in milliseconds. */
  maxAgeMs: number;
  /** What all positions may take. */
  maxBytes: number;
  /** Epoch milliseconds, and milliseconds on a clock that only goes forward. */
  wallMs: () => number;
  now: () => number;
}

/** A question for cars. */
export interface NearestQuestion {
  point: Point;
  /** Most cars of the answer. */
  most: number;
  /** Ids of drivers whose identity is protected. */
  veiled: ReadonlySet<string>;
  /** All classes where it is left out. */
  vehicleClass?: VehicleClass;
  /** However far away where it is left out. */
  withinMeters?: number;
}

/** A car of an answer. */
export interface NearCar {
  position: CarPosition;
  /** Along the great circle. */
  meters: number;
  ageMs: number;
}

/** What a position takes in memory with its places in the two indexes, in bytes, rather too much. */
export const POSITION_BYTES = 600;
/** A device's clock may be ahead by so much, in milliseconds; one that is further ahead would hide what it measures next. */
export const MAX_AHEAD_MS = 5_000;

interface HeldCar extends Point {
  vehicleId: VehicleId;
  position: CarPosition;
  /** On the process's own clock: the clock on the wall may be set back. */
  heldAtMs: number;
}

/** The positions of one process. */
export class LocationCacheManager {
  readonly #deps: LocationCacheDeps;
  readonly #mostCars: number;
  /** In the order they were told: the first is the oldest. */
  readonly #cars = new Map<VehicleId, HeldCar>();
  readonly #grid = new CarGrid<HeldCar>();
  #evictions = 0;

  constructor(deps: LocationCacheDeps) {
    this.#deps = deps;
    this.#mostCars = Math.max(1, Math.floor(deps.maxBytes / POSITION_BYTES));
  }

  /**
   * Takes in a position. False for one that is not newer than what is known of the car, too old already, ahead of time, or
   * where no car of ours can be.
   */
  report(position: CarPosition): boolean {
    const { wallMs, now, maxAgeMs } = this.#deps;
    this.#letGo();
    const { vehicleId, measuredMs, lat, lng } = position;
    const ageMs = wallMs() - measuredMs;
    // Written so that what is no number is refused as well.
    if (!(ageMs < maxAgeMs && ageMs >= -MAX_AHEAD_MS) || !isOnMap(position)) return false;
    const former = this.#cars.get(vehicleId);
    if (former !== undefined) {
      if (former.position.measuredMs >= measuredMs) return false;
      this.#remove(former);
    }
    const held = { vehicleId, lat, lng, position: { ...position }, heldAtMs: now() };
    // One that is off duty is held as well: what was measured before and comes later must not bring it back.
    this.#cars.set(vehicleId, held);
    this.#grid.add(held);
    this.#makeRoom();
    return true;
  }

  /** Where a car is; null where that is not known, or too old. */
  find(vehicleId: VehicleId): NearCar["position"] | null {
    const held = this.#cars.get(vehicleId);
    return held !== undefined && this.#isFresh(held) && held.position.isOnDuty
      ? held.position
      : null;
  }

  /** The nearest cars at work, those first; none is older than it may be. */
  nearest(
    { point, most, veiled, vehicleClass, withinMeters = Infinity }: NearestQuestion,
  ): NearCar[] {
    const fits = (held: HeldCar) => {
      const { position } = held;
      return this.#isFresh(held) && position.isOnDuty && !veiled.has(position.driverId) &&
        (vehicleClass === undefined || position.vehicleClass === vehicleClass);
    };
    return this.#grid.nearest(point, { most, withinMeters, fits })
      .map(({ car, meters }) => ({ position: car.position, meters, ageMs: this.#ageMs(car) }));
  }

  /** Forgets a car at once. */
  forget(vehicleId: VehicleId): void {
    const held = this.#cars.get(vehicleId);
    if (held !== undefined) this.#remove(held);
  }

  /** How full it is; what is over counts until it is let go. */
  state(): HeldState {
    const [bytes, entries] = [this.#cars.size * POSITION_BYTES, this.#cars.size];
    return { bytes, entries, maxBytes: this.#deps.maxBytes, evictions: this.#evictions };
  }

  #isFresh(held: HeldCar): boolean {
    return this.#ageMs(held) < this.#deps.maxAgeMs;
  }

  /** By the clock that says more: neither one that was set back nor a device's own makes a position younger. */
  #ageMs({ position, heldAtMs }: HeldCar): number {
    const { wallMs, now } = this.#deps;
    return Math.max(wallMs() - position.measuredMs, now() - heldAtMs);
  }

  /** Lets go what is over of what was told longest ago: each report takes out more than it puts in. */
  #letGo(): void {
    let left = 2;
    for (const held of this.#cars.values()) {
      if (left-- === 0 || this.#isFresh(held)) return;
      this.#remove(held);
    }
  }

  #makeRoom(): void {
    const [oldest] = this.#cars.values();
    if (this.#cars.size <= this.#mostCars || oldest === undefined) return;
    this.#remove(oldest);
    this.#evictions++;
  }

  #remove(held: HeldCar): void {
    this.#cars.delete(held.vehicleId);
    this.#grid.remove(held);
  }
}
