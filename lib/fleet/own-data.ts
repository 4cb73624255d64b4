// What of this room is somebody's own: what is known of a driver, and which cars somebody who works here took out of traffic.
import type { OwnData } from "../kernel/own-data.ts";
import type { DriverChecks } from "./driver-check-store.ts";
import type { FleetStore } from "./fleet-store.ts";
import { driverId } from "./vehicle.ts";
import type { Database } from "../kv/open.ts";
import { readList } from "../kv/read.ts";
import { fleetKeys } from "./keys.ts";

/** Most vehicles looked at. */
export const MAX_OWN_OUTAGES = 10_000;

/** What reading needs. */
export interface FleetOwnDataDeps {
  db: Pick<Database, "read">;
  fleet: Pick<FleetStore, "all">;
  driverChecks: Pick<DriverChecks, "of">;
}

/** The families. */
export function fleetOwnData({ db, fleet, driverChecks }: FleetOwnDataDeps): OwnData[] {
  return [
    {
      family: "driver",
      fields: {
        ...{ id: "text", name: "text", driverCode: "text", licence: "text", phone: "text" },
        ...{ note: "text", vehicle: "text" },
      },
      sources: ["company", "you"],
      recipients: ["authorities"],
      async *rows(subject) {
        if (subject.driverId === null) return;
        const id = driverId(subject.driverId);
        const driver = (await fleet.all()).drivers.find((one) => one.id === id);
        if (driver === undefined) return;
        const { name, driverCode, licence, phone, note, vehicleId } = driver;
        yield { id, name, driverCode, licence, phone, note, vehicle: vehicleId };
      },
    },
    {
      family: "driverCheck",
      fields: { what: "text", checkedOn: "date", goodUntil: "date", at: "instant" },
      sources: ["company"],
      recipients: ["none"],
      async *rows(subject) {
        if (subject.driverId === null) return;
        for (const one of await driverChecks.of(driverId(subject.driverId))) {
          const { kind, checkedOn, goodUntil, at } = one;
          yield { what: kind, checkedOn, goodUntil, at };
        }
      },
    },
    {
      family: "vehicleOutages",
      fields: { vehicle: "text", from: "instant", until: "instant", reason: "text" },
      sources: ["you"],
      recipients: ["none"],
      async *rows({ operatorName }) {
        if (operatorName === null) return;
        const { prefix } = fleetKeys.vehicleOutages;
        for (const { key, value } of await readList(db.read, { prefix }, MAX_OWN_OUTAGES)) {
          for (const { by, startMs, endMs, reason } of value.outages) {
            if (by !== operatorName) continue;
            const until = endMs === null ? null : new Date(endMs).toISOString();
            yield { vehicle: String(key[1]), from: new Date(startMs).toISOString(), until, reason };
          }
        }
      },
    },
  ];
}
