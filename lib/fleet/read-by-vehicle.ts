// Rows that vehicles have one each of. One that nobody can read must not be taken for one that is not there.
import type { Key } from "../kv/family.ts";
import type { Database } from "../kv/open.ts";
import { readListWhole } from "../kv/read.ts";
import type { UnreadableRow } from "../kv/unreadable-rows.ts";
import { MAX_VEHICLES } from "./fleet-limits.ts";
import { type VehicleId, vehicleId } from "./vehicle.ts";

/** A vehicle's row. */
export interface VehicleRow<Value> {
  value: Value;
  versionstamp: string | null;
  /** Nobody can read it: `value` is what is to be supposed, and nothing of the row may be changed. */
  unreadable?: UnreadableRow;
}

/** The rows that begin with `prefix`, whose last part is the vehicle; `supposed` stands for those nobody can read. */
export async function readByVehicle<Value>(
  db: Pick<Database, "read">,
  prefix: Key<Value>,
  supposed: Value,
): Promise<Map<VehicleId, VehicleRow<Value>>> {
  const { rows, leftOut } = await readListWhole(db.read, { prefix }, MAX_VEHICLES);
  const found = new Map<VehicleId, VehicleRow<Value>>();
  for (const { key, value, versionstamp } of rows) {
    found.set(vehicleId(String(key.at(-1))), { value, versionstamp });
  }
  for (const { key, versionstamp, error } of leftOut) {
    const row = { value: supposed, versionstamp, unreadable: error };
    found.set(vehicleId(String(key.at(-1))), row);
  }
  return found;
}
