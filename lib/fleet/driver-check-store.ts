// Reads and writes which papers of drivers were looked at.
import { ulid } from "../kernel/ids.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import { commitWithRetry } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readList } from "../kv/read.ts";
import type { DriverCheck } from "./driver-check.ts";
import { MAX_DRIVERS } from "./fleet-limits.ts";
import { fleetKeys } from "./keys.ts";
import { type DriverId, driverId } from "./vehicle.ts";

/** Most checks of one driver that are read. */
export const MAX_CHECKS_OF_DRIVER = 200;
/** Most checks of all drivers together that are read: some for each. */
export const MAX_DRIVER_CHECKS = 10 * MAX_DRIVERS;

/** The checks. */
export class DriverChecks {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Those of a driver, newest first. */
  async of(id: DriverId): Promise<DriverCheck[]> {
    const prefix = fleetKeys.driverCheck.under(id);
    const rows = await readList(this.#db.read, { prefix }, MAX_CHECKS_OF_DRIVER, true);
    return rows.map(({ value }) => value);
  }

  /** Those of every driver. */
  async all(): Promise<ReadonlyMap<DriverId, DriverCheck[]>> {
    const { prefix } = fleetKeys.driverCheck;
    const found = new Map<DriverId, DriverCheck[]>();
    for (const { key, value } of await readList(this.#db.read, { prefix }, MAX_DRIVER_CHECKS)) {
      const id = driverId(String(key[1]));
      found.set(id, [...found.get(id) ?? [], value]);
    }
    return found;
  }

  /** Writes one down. */
  async add(id: DriverId, check: DriverCheck, randomBytes: RandomBytes): Promise<void> {
    const row = ulid(Date.parse(check.at), randomBytes);
    await commitWithRetry(this.#db, (tx) => {
      tx.set(fleetKeys.driverCheck(id, row), check);
      return Promise.resolve(null);
    });
  }
}
