// The outages of all vehicles as this process knows them. As with the days of the schedule, the checks of the commit
// decide: a stale mirror costs a retry, never a trip on a car that is out of traffic.
import type { Database } from "../kv/open.ts";
import { readList } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { MAX_VEHICLES } from "./fleet-limits.ts";
import { fleetKeys } from "./keys.ts";
import {
  isOut,
  isSameOutage,
  type OutageChange,
  type VehicleOutages,
  withOutage,
} from "./outage.ts";
import type { VehicleId } from "./vehicle.ts";

const NONE: VehicleOutages = { outages: [] };

interface OutageRow {
  value: VehicleOutages;
  versionstamp: string | null;
}

interface Time {
  startMs: number;
  endMs: number;
}

/** Reads outages, and guards what is committed against them. */
export class OutageMirror {
  readonly #db: Pick<Database, "read">;
  #rows: Promise<Map<VehicleId, OutageRow>> | null = null;

  constructor(db: Pick<Database, "read">) {
    this.#db = db;
  }

  /** Outages of a vehicle. */
  async of(id: VehicleId): Promise<VehicleOutages> {
    return (await this.#row(id)).value;
  }

  /** Outages of every vehicle that has or had one. */
  async all(): Promise<({ vehicleId: VehicleId } & VehicleOutages)[]> {
    return [...await this.#load()].map(([vehicleId, { value }]) => ({ vehicleId, ...value }));
  }

  /** The vehicles that are out at any moment of the stretch. */
  async out(time: Time): Promise<ReadonlySet<VehicleId>> {
    const rows = [...await this.#load()];
    return new Set(rows.filter(([, { value }]) => isOut(value, time)).map(([id]) => id));
  }

  /** Adds to a commit that the vehicle has not been taken out of traffic meanwhile; null when it is out. */
  async guard(id: VehicleId, time: Time): Promise<((tx: Transaction) => void) | null> {
    const { value, versionstamp } = await this.#row(id);
    if (isOut(value, time)) return null;
    return (tx) => {
      tx.check(fleetKeys.vehicleOutages(id), versionstamp);
      tx.onSettled((committed) => {
        if (committed === null) this.#rows = null;
      });
    };
  }

  /**
   * Adds the change of an outage to a commit; false when the outage is no longer `before`, and nothing is added.
   */
  async change(
    tx: Transaction,
    { vehicleId, outageId, before, after }: OutageChange,
  ): Promise<boolean> {
    const { value, versionstamp } = await this.#row(vehicleId);
    const now = value.outages.find(({ id }) => id === outageId) ?? null;
    if (!isSameOutage(now, before)) return false;
    const key = fleetKeys.vehicleOutages(vehicleId);
    tx.check(key, versionstamp).set(key, withOutage(value, outageId, after));
    // Whatever became of it, the rows are read anew.
    tx.onSettled(() => this.#rows = null);
    return true;
  }

  async #row(id: VehicleId): Promise<OutageRow> {
    return (await this.#load()).get(id) ?? { value: NONE, versionstamp: null };
  }

  #load(): Promise<Map<VehicleId, OutageRow>> {
    if (this.#rows !== null) return this.#rows;
    const loading = this.#read();
    this.#rows = loading;
    loading.catch(() => {
      if (this.#rows === loading) this.#rows = null;
    });
    return loading;
  }

  async #read(): Promise<Map<VehicleId, OutageRow>> {
    const { prefix } = fleetKeys.vehicleOutages;
    const entries = await readList(this.#db.read, { prefix }, MAX_VEHICLES);
    return new Map(entries.map(({ key, value, versionstamp }) => [
      key.at(-1) as VehicleId,
      { value, versionstamp },
    ]));
  }
}
