// Whoever watches is told 24, 48 and 66 hours after a breach was known that IMY waits, by the alarms of the product. A job
// that is done twice tells once: failures of one fingerprint are told of once in a quarter of an hour.
import { createHash } from "node:crypto";
import { z } from "zod";
import type { IncidentStore } from "../incidents/incident-store.ts";
import type { Clock } from "../kernel/clock.ts";
import { jobKind } from "../kv/job.ts";
import { BREACH_HOURS, breachAlarmMs, isClockRunning } from "./breach-rules.ts";
import type { BreachStore } from "./breach-store.ts";

/** What it needs. */
export interface WarnDeps {
  clock: Clock;
  breaches: BreachStore;
  incidentStore: IncidentStore;
}

const payload = z.object({ breachId: z.string(), hours: z.number() });

/** Tells of a breach whose clock runs. */
export const warnOfBreachJob = jobKind("warn-of-breach", payload, warnOfBreach);

/** Raises the alarm, unless IMY was told, need not be, or the clock was moved to later. */
export async function warnOfBreach(
  { clock, breaches, incidentStore }: WarnDeps,
  { breachId, hours }: z.infer<typeof payload>,
): Promise<void> {
  const { value: breach } = await breaches.get(breachId);
  const now = clock.now();
  if (breach === null || !isClockRunning(breach)) return;
  if (breachAlarmMs(breach, hours) > now.epochMilliseconds) return;
  const fingerprint = createHash("sha256").update(`breach ${breachId} ${hours}`).digest("hex")
    .slice(0, 16);
  // A clock that was moved may ring twice for one hour; it is told of once.
  if (await incidentStore.get(fingerprint) !== null) return;
  await incidentStore.add([{
    ...{ fingerprint, code: `breach-${hours}h`, category: "business-rule", severity: "critical" },
    operation: "/admin/breaches/:id",
    technical:
      `A personal data breach was known ${hours} of ${BREACH_HOURS} hours ago, and IMY has not been told`,
    ...{ frames: [], at: now.toString(), reference: "", person: "", trail: null },
    context: { breachId },
  }], now.epochMilliseconds);
}
