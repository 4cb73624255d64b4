// What this room does beside requests: failures that were taken down are written away.
import type { Work } from "../kv/work.ts";
import type { IncidentLog } from "./incident-log.ts";

/** How often, in milliseconds; a person who reads out a reference is found that soon. */
const FLUSH_EVERY_MS = 5_000;

/** The work of the room. */
export function incidentWork({ incidents }: { incidents: IncidentLog }): Work {
  return {
    rounds: [{
      name: "writing away failures",
      everyMs: FLUSH_EVERY_MS,
      round: () => incidents.flush(),
    }],
  };
}
