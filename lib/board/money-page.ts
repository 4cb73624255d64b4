// What about money waits for a person today: refunds for a second person, and what the provider's books say otherwise.
import type { OperatorSession } from "../accounts/session.ts";
import type { ProposalStore } from "../checkout/proposal-store.ts";
import type { RefundProposal } from "../checkout/refund-proposal.ts";
import type { ReconciliationStore } from "../reconciliation/reconciliation-store.ts";
import { type Framed, framed, type FramedDeps } from "./framed.ts";

/** What the page needs. */
export interface MoneyPageDeps extends FramedDeps {
  proposals: Pick<ProposalStore, "waiting">;
  reconciliation: Pick<ReconciliationStore, "open">;
}

/** The page. */
export interface MoneyData extends Framed {
  waiting: readonly RefundProposal[];
  /** How many differences stand; null for who does not see the books. */
  differences: number | null;
}

/** Reads it. */
export async function loadMoney(
  deps: MoneyPageDeps,
  operator: OperatorSession,
): Promise<MoneyData> {
  const seesBooks = operator.rights.includes("see-books");
  const [frame, waiting, open] = await Promise.all([
    framed(deps, operator),
    deps.proposals.waiting(),
    seesBooks ? deps.reconciliation.open() : null,
  ]);
  return { ...frame, waiting, differences: open?.length ?? null };
}
