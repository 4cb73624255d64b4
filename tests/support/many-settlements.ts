// One permit holder with terms, adjustments, settlements and payment files, more than any page lists.
import { type HolderId, holderId } from "../../lib/fleet/vehicle.ts";
import { nextDate } from "../../lib/kernel/local-date.ts";
import type { Transaction } from "../../lib/kv/transaction.ts";
import { settlementKeys } from "../../lib/settlement/keys.ts";
import { anAdjustment, aPaymentFile, aSettlement, TERMS } from "./settlements.ts";

/** The holder. */
export const FULL_HOLDER: HolderId = holderId("H2");

/** The day with all adjustments. */
export const ADJUSTED_DAY = "2026-11-24";

/** Writes one of each. */
export function writeSettlements(tx: Transaction, i: number): void {
  const by = { authors: ["a"], approvedBy: "b", revision: 1 };
  const edition = { holderId: FULL_HOLDER, from: nextDate("2026-01-01", i), terms: TERMS };
  tx.set(settlementKeys.settlementTerms(FULL_HOLDER, edition.from), { ...edition, ...by });
  const id = `01M0${String(i).padStart(22, "0")}`;
  const one = anAdjustment({ holderId: FULL_HOLDER, date: ADJUSTED_DAY, id });
  tx.set(settlementKeys.settlementAdjustment(FULL_HOLDER, ADJUSTED_DAY, id), one);
  tx.set(settlementKeys.paymentFile(id), aPaymentFile(id));
  const settlement = aSettlement({ holderId: FULL_HOLDER, number: i });
  tx.set(settlementKeys.settlement(FULL_HOLDER, i), settlement);
}
