// Use cases: a settlement is proposed for days whose books are closed, approved by a second person, or given up. What is settled is
// never reckoned again: days that are closed take nothing more, and the next settlement begins after them.
import type { LedgerStore } from "../bookkeeping/ledger-store.ts";
import { noteInBooks } from "../bookkeeping/note-in-books.ts";
import type { HolderId } from "../fleet/vehicle.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import type { Database } from "../kv/open.ts";
import { readEntry } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { changeHolder } from "./change-holder.ts";
import { settlementKeys } from "./keys.ts";
import { type ReckonDeps, reckonSettlement } from "./reckon-settlement.ts";
import { legalEntities } from "../bookkeeping/legal-entity.ts";
import { isSold, partyOf } from "./settlement-invoice.ts";
import type { SettlementPapers } from "./settlement-papers.ts";
import { termsOn } from "./settlement-terms.ts";
import { MAX_QUEUED_PAYMENTS } from "./payment-file.ts";
import {
  type Settlement,
  settlementName,
  type SettlementRefusal,
  type SettlementState,
} from "./settlement.ts";

/** What settling needs. */
export interface SettleDeps extends ReckonDeps {
  db: Database;
  randomBytes: RandomBytes;
  ledger: Pick<LedgerStore, "salesBetween" | "closedThrough">;
}

/** Which settlement of whom, and who acts. */
export interface SettleInput {
  holderId: HolderId;
  number: number;
  /** When what was looked at was proposed: a number is used again for another proposal. */
  proposedAt: string;
  by: string;
}

/** Proposes the next settlement through a day: done twice, the second finds the first. */
export async function proposeSettlement(
  deps: SettleDeps,
  { holderId, until, by }: { holderId: HolderId; until: string; by: string },
): Promise<SettlementRefusal | null> {
  return await changeHolder(deps.db, holderId, async (tx, state) => {
    const content = await reckonSettlement(deps, { holderId, until }, state);
    if (typeof content === "string") return content;
    if (await deps.ledger.closedThrough(holderId) < until) return "not-closed";
    const number = state.last + 1;
    const proposal: Settlement = {
      ...{ ...content, holderId, number, proposedBy: by },
      proposedAt: deps.clock.now().toString(),
      ...{ approvedBy: null, approvedAt: null, noteId: null, papers: null },
    };
    tx.add(settlementKeys.settlement(holderId, number), proposal);
    return { ...state, last: number, isPending: true, lockedThrough: until };
  });
}

/** A second person approves a proposal: the books are told in the same commit. */
export async function approveSettlement(
  deps: Omit<SettleDeps, "ledger">,
  input: SettleInput,
): Promise<SettlementRefusal | null> {
  const { by } = input;
  return await changeProposal(deps.db, input, async (tx, { proposal, state }) => {
    const { proposedBy, adjustedBy } = proposal;
    if (proposedBy === by || adjustedBy.includes(by)) return "author";
    if (!await queuePayment(deps.db, tx, proposal)) return "queue-full";
    const { holderId, amounts, carriedOutOre, until } = proposal;
    const settlementId = settlementName(proposal);
    const note = noteInBooks(deps, tx, { type: "settled", settlementId, holderId, amounts });
    const papers = await papersOf(deps, { proposal, state });
    tx.set(settlementKeys.settlement(holderId, proposal.number), {
      ...{ ...proposal, approvedBy: by, approvedAt: note.at, noteId: note.id, papers },
    });
    const invoices = papers.invoice ?? state.invoices;
    const selfBilled = papers.selfBilled ?? state.selfBilled;
    return {
      ...state,
      invoices,
      selfBilled,
      through: until,
      isPending: false,
      carriedOre: carriedOutOre,
    };
  });
}

/** Gives a proposal up: its number is free, and its days are open for adjustments again. */
export async function discardSettlement(
  deps: Pick<SettleDeps, "db">,
  input: Omit<SettleInput, "by">,
): Promise<SettlementRefusal | null> {
  return await changeProposal(deps.db, input, (tx, { proposal, state }) => {
    tx.delete(settlementKeys.settlement(proposal.holderId, proposal.number));
    const { last, through } = state;
    const open = { last: last - 1, isPending: false, lockedThrough: through };
    return Promise.resolve({ ...state, ...open });
  });
}

async function changeProposal(
  db: Database,
  { holderId, number, proposedAt }: Omit<SettleInput, "by">,
  decide: (
    tx: Transaction,
    found: { proposal: Settlement; state: SettlementState },
  ) => Promise<SettlementRefusal | SettlementState>,
): Promise<SettlementRefusal | null> {
  return await changeHolder(db, holderId, async (tx, state) => {
    const { value } = await readEntry(db.write, settlementKeys.settlement(holderId, number));
    if (value === null) return "nothing-there";
    const isSeen = value.proposedAt === proposedAt;
    if (!state.isPending || state.last !== number || !isSeen) return "changed";
    return await decide(tx, { proposal: value, state });
  });
}

/** Who both are today, the agreement of the last day, and the next number of each series. */
async function papersOf(
  { company, fleet, settlements }: Pick<SettleDeps, "company" | "fleet" | "settlements">,
  { proposal, state }: { proposal: Settlement; state: SettlementState },
): Promise<SettlementPapers> {
  const [house, ...holders] = legalEntities(company, await fleet.all());
  const holder = holders.find(({ id }) => id === proposal.holderId) ??
    { id: proposal.holderId, name: proposal.holderId, organisationNumber: "" };
  const terms = termsOn(await settlements.terms(proposal.holderId), proposal.until);
  const { lines } = proposal;
  return {
    house: partyOf(house, true),
    holder: partyOf(holder, terms?.isVatRegistered ?? false),
    invoice: lines.some(isSold) ? state.invoices + 1 : null,
    selfBilled: lines.some(({ code }) => code === "compensation") ? state.selfBilled + 1 : null,
    agreedOn: terms?.selfBilling?.agreedOn ?? "",
    objectWithinDays: terms?.selfBilling?.objectWithinDays ?? 0,
  };
}

/** What is to be paid waits for the next file; false when too much waits. */
async function queuePayment(
  db: Database,
  tx: Transaction,
  { holderId, number, amounts: { paidOre: amountOre } }: Settlement,
): Promise<boolean> {
  if (amountOre === 0) return true;
  const key = settlementKeys.paymentQueue();
  const { value, versionstamp } = await readEntry(db.write, key);
  const payments = [...value?.payments ?? [], { holderId, number, amountOre }];
  if (payments.length > MAX_QUEUED_PAYMENTS) return false;
  tx.check(key, versionstamp).set(key, { payments });
  return true;
}
