// Whoever watches is told that money differs, once a day while it does.
import { createHash } from "node:crypto";
import type { IncidentStore } from "../incidents/incident-store.ts";
import type { Clock } from "../kernel/clock.ts";
import type { ReconciliationStore } from "./reconciliation-store.ts";

/** What it needs. */
export interface RaiseDeps {
  clock: Clock;
  incidentStore: IncidentStore;
  reconciliation: ReconciliationStore;
}

/** Raises the alarm of a day that was compared, unless nothing differs. */
export async function raiseDifferences(
  { clock, incidentStore, reconciliation }: RaiseDeps,
  date: string,
): Promise<void> {
  const { length: count } = await reconciliation.open();
  if (count === 0) return;
  const now = clock.now();
  const fingerprint = createHash("sha256").update(`differences ${date}`).digest("hex").slice(0, 16);
  // A day that is compared again tells nobody twice.
  if (await incidentStore.get(fingerprint) !== null) return;
  await incidentStore.add([{
    ...{ fingerprint, code: "money-differs", category: "business-rule", severity: "critical" },
    operation: "/admin/reconciliation",
    technical: `${count} differences stand between the payment provider's books and ours`,
    ...{ frames: [], at: now.toString(), reference: "", person: "", trail: null },
    context: {},
  }], now.epochMilliseconds);
}
