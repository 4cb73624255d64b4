// The fleet: vehicles, permit holders and drivers. Small and read on every booking, so it is kept in memory, all
// of one edition, and read again once there is a newer one.
import { DomainError } from "../errors/domain-error.ts";
import { KeptRead } from "../kernel/kept-read.ts";
import { fleetKeys } from "./keys.ts";
import { commitWithRetry } from "../kv/commit.ts";
import {
  addEdition,
  checkEdition,
  type Edition,
  readEdition,
  settledEdition,
  stagedRow,
  type StagedRows,
} from "../kv/edition.ts";
import type { Key } from "../kv/family.ts";
import type { Database } from "../kv/open.ts";
import { readList } from "../kv/read.ts";
import { veiledAmong } from "../veil/veil-store.ts";
import type { Transaction } from "../kv/transaction.ts";
import { MAX_DRIVERS, MAX_VEHICLES } from "./fleet-limits.ts";
import type { PermitHolder } from "./permit-holder.ts";
import { driverMark, seenDriver } from "./seen-driver.ts";
import {
  type Driver,
  type DriverId,
  isInService,
  mayTakeMoney,
  type Vehicle,
  type VehicleClass,
  type VehicleId,
} from "./vehicle.ts";

/** The whole fleet, each list by id. */
export interface Fleet {
  vehicles: Vehicle[];
  holders: PermitHolder[];
  drivers: Driver[];
}

interface KeptFleet {
  value: Fleet;
  edition: Edition;
  /** The drivers as others see them. */
  seen: Driver[];
}

/** Reads and writes the fleet. */
export class FleetStore {
  readonly #db: Database;
  readonly #fleet: KeptRead<KeptFleet>;
  readonly #guarded = new WeakSet<Transaction>();
  /** A commit that stood on what is kept here was refused: there may be a newer edition. */
  #isDoubtful = false;

  constructor(db: Database) {
    this.#db = db;
    this.#fleet = new KeptRead(async () => {
      const { value, edition } = await this.fresh();
      const veiled = await this.veiledDrivers(value.drivers);
      return { value, edition, seen: value.drivers.map((driver) => seenDriver(driver, veiled)) };
    });
  }

  /** Everything as it is; who is protected among the drivers is not hidden: for themselves and for the setup alone. */
  async all(): Promise<Fleet> {
    return (await this.#kept()).value;
  }

  /** Everything as it stands in the database; of one edition only within `readEdition`. */
  async read(): Promise<Fleet> {
    const [vehicles, holders, drivers] = await Promise.all([
      this.#list(fleetKeys.vehicle.prefix, MAX_VEHICLES),
      this.#list(fleetKeys.permitHolder.prefix, MAX_DRIVERS),
      this.#list(fleetKeys.driver.prefix, MAX_DRIVERS),
    ]);
    return { vehicles, holders, drivers };
  }

  /** Everything, as it is now in the database, and the edition a change of it must check. */
  fresh(): Promise<{ value: Fleet; edition: Edition }> {
    return readEdition(this.#db, () => this.read());
  }

  /** Lets go of what is kept when there is a newer edition; true when there was. */
  async refresh(): Promise<boolean> {
    const kept = this.#fleet.peek();
    if (kept === null) return false;
    const [{ edition }, newest] = await Promise.all([kept, settledEdition(this.#db)]);
    this.#isDoubtful = false;
    if (edition.versionstamp === newest.versionstamp) return false;
    this.#fleet.letGoOf(kept);
    return true;
  }

  /**
   * Makes a commit count only while the fleet is as it is read here from now on: called before that reading, since
   * what was read before may be of an earlier edition than what is checked. A second time is nothing more.
   */
  async guard(tx: Transaction): Promise<void> {
    if (this.#guarded.has(tx)) return;
    this.#guarded.add(tx);
    const { edition } = await this.#kept();
    checkEdition(tx, edition);
    tx.onSettled((versionstamp) => {
      if (versionstamp === null) this.#isDoubtful = true;
    });
  }

  /** All vehicles, by id. */
  async vehicles(): Promise<Vehicle[]> {
    return (await this.all()).vehicles;
  }

  /** All drivers, by id, as others see them; the same list until the fleet changes. */
  async drivers(): Promise<Driver[]> {
    return (await this.#kept()).seen;
  }

  /** Ids of those of the drivers whose identity is protected, as it is now. */
  async veiledDrivers(drivers: readonly Pick<Driver, "id">[]): Promise<ReadonlySet<string>> {
    const veiled = await veiledAmong(this.#db.read, drivers.map(({ id }) => driverMark(id)));
    return new Set(drivers.flatMap(({ id }) => veiled.has(driverMark(id)) ? [id] : []));
  }

  /** Has every process read the drivers anew, in the commit that protects one. */
  async addEdition(tx: Transaction): Promise<void> {
    addEdition(tx, await settledEdition(this.#db));
    tx.onSettled(() => this.#fleet.letGo());
  }

  /**
   * Ids of the vehicles of a class that are in traffic, and in service on the local date when one is given; for a ride
   * that is paid in the car, of those whose driver may be paid.
   */
  async vehiclesOfClass(
    vehicleClass: VehicleClass,
    date?: string,
    isPaidInCar = false,
  ): Promise<VehicleId[]> {
    return (await this.vehicles())
      .filter((one) => one.inTraffic && one.vehicleClass === vehicleClass)
      .filter((one) => !isPaidInCar || mayTakeMoney(one))
      .filter((one) => date === undefined || isInService(one, date))
      .map(({ id }) => id);
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

  /** Writes vehicles, drivers and permit holders, at most a hundred rows a commit. */
  async save(
    vehicles: readonly Vehicle[],
    drivers: readonly Driver[],
    holders: readonly PermitHolder[] = [],
  ): Promise<void> {
    const rows = [
      ...holders.map((holder) => (tx: Transaction) =>
        tx.set(fleetKeys.permitHolder(holder.id), holder)
      ),
      ...vehicles.map((vehicle) => (tx: Transaction) =>
        tx.set(fleetKeys.vehicle(vehicle.id), vehicle)
      ),
      ...drivers.map((driver) => (tx: Transaction) => tx.set(fleetKeys.driver(driver.id), driver)),
    ];
    for (let i = 0; i < rows.length; i += 100) {
      await commitWithRetry(this.#db, async (tx) => {
        addEdition(tx, await settledEdition(this.#db));
        rows.slice(i, i + 100).forEach((write) => write(tx));
      });
    }
    this.#fleet.letGo();
  }

  async #kept(): Promise<KeptFleet> {
    if (this.#isDoubtful) await this.refresh();
    return await this.#fleet.get();
  }

  async #list<Row>(prefix: Key<Row>, most: number): Promise<Row[]> {
    const entries = await readList(this.#db.read, { prefix }, most);
    return entries.map((entry) => entry.value);
  }
}

/** Parts of a fleet as rows of an edition. */
export function fleetRows({ holders, vehicles, drivers }: Fleet): StagedRows {
  return [
    ...holders.map((row) => stagedRow(fleetKeys.permitHolder(row.id), row)),
    ...vehicles.map((row) => stagedRow(fleetKeys.vehicle(row.id), row)),
    ...drivers.map((row) => stagedRow(fleetKeys.driver(row.id), row)),
  ];
}
