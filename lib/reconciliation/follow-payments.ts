// A bank that takes money back, or refuses what was to go back, is for a person at once, not after the night: the difference
// joins the commit that says so, and goes with the one that says it is over.
import type { Clock } from "../kernel/clock.ts";
import { localDate } from "../kernel/wall-time.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { PaymentFollower } from "../payments/payment-followers.ts";
import type { Payment } from "../payments/payment.ts";
import { differenceId } from "./difference.ts";
import { ofPayment } from "./difference-rules.ts";
import { type ReconciliationStore, writeDifference } from "./reconciliation-store.ts";

/** What following needs. */
export interface FollowDeps {
  clock: Clock;
  reconciliation: ReconciliationStore;
}

/** Follows payments. */
export function differenceFollower(deps: FollowDeps): PaymentFollower {
  return async (tx, payment, events) => {
    const types = new Set(events.map(({ type }) => type));
    if (types.has("dispute-closed")) await close(deps, tx, payment);
    else if (types.has("disputed")) await open(deps, tx, payment, "disputed");
    if (types.has("refund-failed")) await open(deps, tx, payment, "refund-failed");
  };
}

async function open(
  { clock, reconciliation }: FollowDeps,
  tx: Transaction,
  payment: Payment,
  kind: "disputed" | "refund-failed",
): Promise<void> {
  const found = ofPayment(payment, kind);
  const id = differenceId(found);
  const now = clock.now();
  writeDifference(tx, await reconciliation.get(id), {
    ...{ ...found, id, date: localDate(now), foundAt: now.toString() },
    ...{ settledAt: null, settledBy: null, note: "" },
  });
}

async function close(
  { clock, reconciliation }: FollowDeps,
  tx: Transaction,
  payment: Payment,
): Promise<void> {
  const stored = await reconciliation.get(differenceId(ofPayment(payment, "disputed")));
  if (stored === null || stored.difference.settledAt !== null) return;
  writeDifference(tx, stored, { ...stored.difference, settledAt: clock.now().toString() });
}
