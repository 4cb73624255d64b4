// Changes something of one holder's settlements: how far they have come is checked and written with every change, so that nothing is
// written into days that somebody settles in the same moment.
import type { HolderId } from "../fleet/vehicle.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readEntry } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { settlementKeys } from "./keys.ts";
import { type SettlementRefusal, type SettlementState, UNSETTLED } from "./settlement.ts";

/** Carries out what `decide` adds to the commit; why nothing was done, or null. */
export async function changeHolder(
  db: Database,
  holder: HolderId,
  decide: (
    tx: Transaction,
    state: SettlementState,
  ) => Promise<SettlementRefusal | SettlementState>,
): Promise<SettlementRefusal | null> {
  const key = settlementKeys.settlementState(holder);
  const { value } = await commitWithRetry<SettlementRefusal | null>(db, async (tx) => {
    const { value: stored, versionstamp } = await readEntry(db.write, key);
    const next = await decide(tx, stored ?? UNSETTLED);
    if (typeof next === "string") return new Unwritten<SettlementRefusal>(next);
    tx.check(key, versionstamp).set(key, { ...next, revision: next.revision + 1 });
    return null;
  });
  return value;
}
