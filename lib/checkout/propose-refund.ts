// Use cases: somebody who works here gives money back, and a second person decides where it is more than their role may. The
// row that says who and why, and the wish at the payment, are one commit.
import { isUlid } from "../kernel/ulid.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Transaction } from "../kv/transaction.ts";
import { type ChangeDeps, joinCommands } from "../payments/change-payment.ts";
import { paymentId, refundId } from "../payments/payment.ts";
import type { StoredPayment } from "../payments/payment-store.ts";
import { isWithinLimit, noteFault, refundFault } from "./proposal-rules.ts";
import { type ProposalStore, writeProposal } from "./proposal-store.ts";
import type { ProposalFault, RefundProposal } from "./refund-proposal.ts";

/** What it needs. */
export interface ProposeDeps extends ChangeDeps {
  proposals: ProposalStore;
}

/** What somebody wants. */
export type WantedRefund = Pick<
  RefundProposal,
  "id" | "bookingId" | "paymentId" | "amountOre" | "reason" | "note" | "by"
>;

/** How it stands then, or why nothing was done. */
export type ProposalAnswer = { ok: true; proposal: RefundProposal } | {
  ok: false;
  fault: ProposalFault;
};

/** Gives it back, or has it wait; a form that was sent twice finds what the first has done. */
export async function proposeRefund(
  deps: ProposeDeps,
  wanted: WantedRefund,
  limitOre: number,
): Promise<ProposalAnswer> {
  const { db, clock, payments, proposals } = deps;
  const note = wanted.note.trim();
  const fault = isUlid(wanted.id) ? noteFault(note) : "no-payment";
  if (fault !== null) return { ok: false, fault };
  const { bookingId, id } = wanted;
  const { value } = await commitWithRetry<ProposalAnswer>(db, async (tx) => {
    const { value: known } = await proposals.get(bookingId, id);
    if (known !== null) return new Unwritten({ ok: true, proposal: known });
    const stored = await payments.get(paymentId(wanted.paymentId));
    const ofIt = stored?.payment.bookingId === bookingId ? stored : null;
    const refused = refundFault(ofIt?.payment ?? null, wanted.amountOre);
    if (refused !== null || ofIt === null) return new Unwritten(fail(refused ?? "no-payment"));
    const isAlone = isWithinLimit(wanted, await proposals.ofBooking(bookingId), limitOre);
    const proposal: RefundProposal = {
      ...{ ...wanted, note, at: clock.now().toString(), state: isAlone ? "asked" : "waiting" },
      ...{ decidedBy: null, decidedAt: null },
    };
    writeProposal(tx, null, proposal);
    // Two forms at once of one person check the payment both, so that the second counts the first.
    if (isAlone) await ask(deps, tx, ofIt, proposal);
    return { ok: true, proposal };
  });
  return value;
}

/** A second person says yes or no; whoever wanted it may only take it back. */
export async function decideProposal(
  deps: ProposeDeps,
  { bookingId, id, by, limitOre, isYes }: {
    bookingId: string;
    id: string;
    by: string;
    limitOre: number;
    isYes: boolean;
  },
): Promise<ProposalAnswer> {
  const { db, clock, payments, proposals } = deps;
  const { value } = await commitWithRetry<ProposalAnswer>(db, async (tx) => {
    const { value: known, versionstamp } = await proposals.get(bookingId, id);
    if (known?.state !== "waiting") return new Unwritten(fail("decided"));
    if (isYes && known.by === by) return new Unwritten(fail("own"));
    if (known.by !== by && known.amountOre > limitOre) return new Unwritten(fail("above-limit"));
    const decided = { decidedBy: by, decidedAt: clock.now().toString() };
    const proposal = { ...known, ...decided, state: isYes ? "asked" : "declined" } as const;
    writeProposal(tx, versionstamp, proposal);
    if (!isYes) return { ok: true, proposal };
    const stored = await payments.get(paymentId(known.paymentId));
    const refused = refundFault(stored?.payment ?? null, known.amountOre);
    if (refused !== null || stored === null) return new Unwritten(fail(refused ?? "no-payment"));
    await ask(deps, tx, stored, proposal);
    return { ok: true, proposal };
  });
  return value;
}

async function ask(
  deps: ProposeDeps,
  tx: Transaction,
  stored: StoredPayment,
  { id, amountOre, reason }: RefundProposal,
): Promise<void> {
  const at = deps.clock.now().toString();
  const asked = { id: refundId(id), amountOre, reason, status: "pending", at } as const;
  const refund = { ...asked, providerId: null, by: "operator" } as const;
  await joinCommands(deps, tx, stored, [{ type: "refund", refund }]);
}

function fail(fault: ProposalFault): ProposalAnswer {
  return { ok: false, fault };
}
