// Use cases: a deduction or a compensation is written into the next settlement of a holder, and struck again.
import type { HolderId } from "../fleet/vehicle.ts";
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, ulid } from "../kernel/ids.ts";
import type { Database } from "../kv/open.ts";
import { readEntry } from "../kv/read.ts";
import { changeHolder } from "./change-holder.ts";
import { settlementKeys } from "./keys.ts";
import { type Adjustment, MAX_ADJUSTMENTS, type SettlementRefusal } from "./settlement.ts";
import type { SettlementStore } from "./settlement-store.ts";
import { termsOn } from "./settlement-terms.ts";

/** What adjusting needs. */
export interface AdjustDeps {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
  settlements: Pick<SettlementStore, "terms" | "adjustments">;
}

/** Writes an adjustment for a day that is not settled. */
export async function adjustSettlement(
  deps: AdjustDeps,
  wanted: Omit<Adjustment, "id" | "at">,
): Promise<SettlementRefusal | null> {
  const { holderId, date, kind } = wanted;
  return await changeHolder(deps.db, holderId, async (tx, state) => {
    if (date <= state.lockedThrough) return "settled";
    const terms = termsOn(await deps.settlements.terms(holderId), date);
    if (terms === null) return "no-terms";
    if (kind === "compensation" && terms.selfBilling === null) return "no-agreement";
    const others = await deps.settlements.adjustments(holderId, date, date);
    if (others.length >= MAX_ADJUSTMENTS) return "too-many";
    const now = deps.clock.now();
    const id = ulid(now.epochMilliseconds, deps.randomBytes);
    const key = settlementKeys.settlementAdjustment(holderId, date, id);
    tx.add(key, { ...wanted, id, at: now.toString() });
    return state;
  });
}

/** Strikes an adjustment of a day that is not settled. */
export async function strikeAdjustment(
  deps: Pick<AdjustDeps, "db">,
  { holderId, date, id }: { holderId: HolderId; date: string; id: string },
): Promise<SettlementRefusal | null> {
  return await changeHolder(deps.db, holderId, async (tx, state) => {
    if (date <= state.lockedThrough) return "settled";
    const key = settlementKeys.settlementAdjustment(holderId, date, id);
    if ((await readEntry(deps.db.write, key)).value === null) return "nothing-there";
    tx.delete(key);
    return state;
  });
}
