// Changes a fleet of two hundred and fifty in a database, and kills itself with its n-th commit of the change.
import { fleetKeys } from "../../lib/fleet/keys.ts";
import { plainVehicle, vehicleId } from "../../lib/fleet/vehicle.ts";
import { publishEdition, settledEdition, stagedRow } from "../../lib/kv/edition.ts";
import { type Database, openDatabase } from "../../lib/kv/open.ts";

const [path = "", last = "0"] = Deno.args;
const db = await openDatabase(path);
await change(db, "A", "former");
await change({ ...db, write: dying(db.write, Number(last)) }, "B", "next");
db.close();

async function change(database: Database, id: string, name: string): Promise<void> {
  const rows = Array.from({ length: 250 }, (_, i) => {
    const known = { name, vehicleClass: "standard" as const, registration: "", inTraffic: true };
    const vehicle = plainVehicle({ id: vehicleId(`V${i}`), ...known });
    return stagedRow(fleetKeys.vehicle(vehicle.id), vehicle);
  });
  const edition = await settledEdition(database);
  await publishEdition(database, { id, rows, edition, at: "2026-11-23T05:00:00Z" });
}

/** A handle with which the process dies in its `last`-th commit: sent, and never answered. */
function dying(kv: Deno.Kv, last: number): Deno.Kv {
  let made = 0;
  return new Proxy(kv, {
    get(target, name) {
      const found = Reflect.get(target, name, target);
      if (name !== "atomic") return typeof found === "function" ? found.bind(target) : found;
      return () => {
        const operation = target.atomic();
        const commit = operation.commit.bind(operation);
        operation.commit = () => {
          const sent = commit();
          if (++made === last) Deno.kill(Deno.pid, "SIGKILL");
          return sent;
        };
        return operation;
      };
    },
  });
}
