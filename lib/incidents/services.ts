// The services of this room: where failures are taken down, and where they are read.
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import type { Database } from "../kv/open.ts";
import { IncidentLog } from "./incident-log.ts";
import { IncidentStore } from "./incident-store.ts";

/** What this room gives to those above it. */
export interface IncidentServices {
  incidents: IncidentLog;
  incidentStore: IncidentStore;
}

/** Composes the room's services. */
export function incidentServices(
  below: { db: Database; clock: Clock; log: Logger; personKey: Uint8Array },
): IncidentServices {
  const incidentStore = new IncidentStore(below.db);
  return { incidentStore, incidents: new IncidentLog({ ...below, store: incidentStore }) };
}
