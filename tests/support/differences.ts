// A day that was compared with the provider's books, with one difference.
import type { Services } from "../../lib/assembly/services.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import {
  type Difference,
  differenceId,
  type FoundDifference,
} from "../../lib/reconciliation/difference.ts";
import { reconciliationKeys } from "../../lib/reconciliation/keys.ts";
import { noteDifference, settleDifference } from "../../lib/reconciliation/note-difference.ts";
import { freshDay } from "../../lib/reconciliation/reconciled-day.ts";

/** The day. */
export const COMPARED_DAY = "2026-11-22";

/** Money that was taken for nothing we know. */
const FOUND: FoundDifference = {
  ...{ kind: "unknown-charge", providerId: "ch_1", paymentId: null, bookingId: null, ours: null },
  theirs: { heldOre: 0, takenOre: 9_900, returnedOre: 0 },
};

/** Writes both down; somebody has settled it where they said what it came from. */
export async function aDifference(services: Services, note = ""): Promise<Difference> {
  const at = services.clock.now().toString();
  const day = { ...freshDay(COMPARED_DAY, at), stage: "done", doneAt: at } as const;
  await commitWithRetry(
    services.db,
    (tx) => Promise.resolve(tx.set(reconciliationKeys.reconciledDay(COMPARED_DAY), day)),
  );
  await noteDifference(services, COMPARED_DAY, FOUND);
  if (note !== "") {
    await settleDifference(services, { id: differenceId(FOUND), by: "somebody", note });
  }
  const stored = await services.reconciliation.get(differenceId(FOUND));
  if (stored === null) throw new Error("It was not written");
  return stored.difference;
}
