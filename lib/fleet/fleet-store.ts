// The fleet: vehicles and drivers. Small and read on every booking, so it is kept in memory and read
// again when it was written here.
import { DomainError } from "../errors/domain-error.ts";
import { fleetKeys } from "./keys.ts";
import { commitUnlessLocked } from "../kv/commit.ts";
import type { Key } from "../kv/family.ts";
import type { Database } from "../kv/open.ts";
import { readList } from "../kv/read.ts";
import { Transaction } from "../kv/transaction.ts";
import type { Driver, DriverId, Vehicle, VehicleClass, VehicleId } from "./vehicle.ts";
import { MAX_VEHICLES } from "./vehicle-schedule-store.ts";

/** Reads and writes the fleet. */
export class FleetStore {
  readonly #db: Database;
  #vehicles: Promise<Vehicle[]> | null = null;
  #drivers: Promise<Driver[]> | null = null;

  constructor(db: Database) {
    this.#db = db;
  }

  /** All vehicles, by id. */
  vehicles(): Promise<Vehicle[]> {
    if (this.#vehicles !== null) return this.#vehicles;
    const reading = this.#list(fleetKeys.vehicle.prefix);
    this.#vehicles = reading;
    // A failed read is not kept: every booking would fail with it until the process is started anew.
    reading.catch(() => {
      if (this.#vehicles === reading) this.#vehicles = null;
    });
    return reading;
  }

  /** All drivers, by id. */
  drivers(): Promise<Driver[]> {
    if (this.#drivers !== null) return this.#drivers;
    const reading = this.#list(fleetKeys.driver.prefix);
    this.#drivers = reading;
    reading.catch(() => {
      if (this.#drivers === reading) this.#drivers = null;
    });
    return reading;
  }

  /** Ids of the vehicles of a class that are in traffic. */
  async vehiclesOfClass(vehicleClass: VehicleClass): Promise<VehicleId[]> {
    const vehicles = await this.vehicles();
    return vehicles.filter((v) => v.inTraffic && v.vehicleClass === vehicleClass).map((v) => v.id);
  }

  /** A vehicle. Throws DomainError("vehicle-not-found"). */
  async vehicle(id: VehicleId): Promise<Vehicle> {
    const found = (await this.vehicles()).find((vehicle) => vehicle.id === id);
    if (found === undefined) throw new DomainError("vehicle-not-found");
    return found;
  }

  /** A driver. Throws DomainError("driver-not-found"). */
  async driver(id: DriverId): Promise<Driver> {
    const found = (await this.drivers()).find((driver) => driver.id === id);
    if (found === undefined) throw new DomainError("driver-not-found");
    return found;
  }

  /** Writes vehicles and drivers, at most a hundred rows a commit. */
  async save(vehicles: readonly Vehicle[], drivers: readonly Driver[]): Promise<void> {
    const rows = [
      ...vehicles.map((vehicle) => (tx: Transaction) =>
        tx.set(fleetKeys.vehicle(vehicle.id), vehicle)
      ),
      ...drivers.map((driver) => (tx: Transaction) => tx.set(fleetKeys.driver(driver.id), driver)),
    ];
    for (let i = 0; i < rows.length; i += 100) {
      const tx = new Transaction(this.#db);
      rows.slice(i, i + 100).forEach((write) => write(tx));
      if (await commitUnlessLocked(tx) === null) throw new DomainError("busy");
    }
    this.#vehicles = null;
    this.#drivers = null;
  }

  #list<Row>(prefix: Key<Row>): Promise<Row[]> {
    return readList(this.#db.read, { prefix }, MAX_VEHICLES)
      .then((entries) => entries.map((entry) => entry.value));
  }
}
