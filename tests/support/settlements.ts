// Settlements of a test: terms that two people agreed on, books that are closed, and a settlement from proposal to books.
import assert from "node:assert/strict";
import { noteInBooks } from "../../lib/bookkeeping/note-in-books.ts";
import { type HolderId, holderId } from "../../lib/fleet/vehicle.ts";
import type { PaymentFile } from "../../lib/settlement/payment-file.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { settlementKeys } from "../../lib/settlement/keys.ts";
import {
  approveTerms,
  type EditTermsDeps,
  writeTerms,
} from "../../lib/settlement/edit-settlement-terms.ts";
import {
  approveSettlement,
  proposeSettlement,
  type SettleDeps,
} from "../../lib/settlement/settle-holder.ts";
import { type Adjustment, type Settlement, UNSETTLED } from "../../lib/settlement/settlement.ts";
import type { SettlementStore } from "../../lib/settlement/settlement-store.ts";
import type { SettlementTerms } from "../../lib/settlement/settlement-terms.ts";

/** 10 % by card and Swish, 12.5 % of invoices, 2 % in the car but 3 % of vans; a fee a ride and a month; self-billing. */
export const TERMS: SettlementTerms = {
  rhythm: "month",
  commission: [
    { method: "card", vehicleClass: null, basisPoints: 1_000 },
    { method: "swish", vehicleClass: null, basisPoints: 1_000 },
    { method: "invoice", vehicleClass: null, basisPoints: 1_250 },
    { method: "car", vehicleClass: null, basisPoints: 200 },
    { method: "car", vehicleClass: "van", basisPoints: 300 },
  ],
  ...{ perRideOre: 700, perMonthOre: 150_000, isVatRegistered: true },
  selfBilling: { agreedOn: "2026-10-01", objectWithinDays: 8 },
};

/** Terms that Karin wrote and Olle approved. */
export async function agreeTerms(
  deps: EditTermsDeps,
  holderId: HolderId,
  { from = "2026-11-01", terms = TERMS }: { from?: string; terms?: SettlementTerms } = {},
): Promise<void> {
  const input = { holderId, from };
  assert.equal(await writeTerms(deps, { ...input, by: "karin", revision: 0 }, terms), null);
  assert.equal(await approveTerms(deps, { ...input, by: "olle", revision: 1 }), null);
}

/** Closes a holder's books through a day; `book` enters what the books were told. */
export async function closeThrough(
  deps: Pick<SettleDeps, "db" | "clock" | "randomBytes">,
  { entityId, date, book }: { entityId: HolderId; date: string; book: () => Promise<void> },
): Promise<void> {
  const fact = { type: "day-closed", entityId, date } as const;
  await commitWithRetry(deps.db, (tx) => Promise.resolve(noteInBooks(deps, tx, fact)));
  await book();
}

/** Settles a holder through a day whose books are closed: Karin proposes, Elsa approves. */
export async function settle(
  deps: SettleDeps & { settlements: SettlementStore },
  { holderId, until }: { holderId: HolderId; until: string },
): Promise<Settlement> {
  assert.equal(await proposeSettlement(deps, { holderId, until, by: "karin" }), null);
  const { last: number } = await deps.settlements.state(holderId);
  const { proposedAt = "" } = await deps.settlements.get(holderId, number) ?? {};
  assert.equal(await approveSettlement(deps, { holderId, number, proposedAt, by: "elsa" }), null);
  const settlement = await deps.settlements.get(holderId, number);
  assert(settlement);
  return settlement;
}

/** A deduction of a day. */
export function anAdjustment(
  known: Pick<Adjustment, "holderId" | "date" | "id"> & Partial<Adjustment>,
): Adjustment {
  return {
    ...{ kind: "deduction", reason: "Radio", amountOre: 10_000, vatRatePercent: 25, by: "karin" },
    ...{ at: `${known.date}T12:00:00Z`, ...known },
  };
}

/** A settlement of November that came to nothing. */
export function aSettlement(
  known: Pick<Settlement, "holderId" | "number"> & Partial<Settlement>,
): Settlement {
  return {
    ...{
      from: "2026-11-01",
      until: "2026-11-30",
      soldVatOre: 0,
      rides: 0,
      lines: [],
      adjustedBy: [],
    },
    ...{ soldOre: { card: 0, swish: 0, invoice: 0, car: 0 }, carriedInOre: 0, carriedOutOre: 0 },
    amounts: {
      ...{ owedOre: 0, tipsOre: 0, commissionOre: 0, commissionVatOre: 0, deductionsOre: 0 },
      ...{ deductionsVatOre: 0, repaidOre: 0, boughtOre: 0, boughtVatOre: 0, paidOre: 0 },
    },
    ...{ proposedBy: "karin", proposedAt: "2026-12-01T08:00:00Z" },
    ...{ approvedBy: null, approvedAt: null, noteId: null, papers: null },
    ...known,
  };
}

/** A proposal for a holder that is stored as it is, with a deduction for a reason; its address. */
export async function storeProposal(
  { db }: Pick<SettleDeps, "db">,
  { holderId, reason }: { holderId: HolderId; reason: string },
): Promise<string> {
  const line = {
    ...{ code: "deduction", method: null, basisPoints: 0, baseOre: 0, count: 1, reason } as const,
    ...{ netOre: 10_000, vatRatePercent: 25, vatOre: 2_500 },
  };
  const proposal = aSettlement({ holderId, number: 1, lines: [line], carriedOutOre: -12_500 });
  await commitWithRetry(db, (tx) => {
    tx.set(settlementKeys.settlement(holderId, 1), proposal);
    tx.set(settlementKeys.settlementState(holderId), {
      ...{ ...UNSETTLED, last: 1, isPending: true, lockedThrough: proposal.until },
    });
    return Promise.resolve(null);
  });
  return paths.adminSettlement(holderId, 1);
}

/** A payment file of two payments, to a bankgiro and to an account. */
export function aPaymentFile(id: string): PaymentFile {
  const payer = { name: "Avanti Växel AB", organisationNumber: "559990-0015", ...PAYER };
  return {
    ...{ id, madeAt: "2026-12-01T08:00:00Z", madeBy: "karin", payOn: "2026-12-02", payer },
    payments: [
      {
        ...{ holderId: holderId("H1"), number: 7, amountOre: 123_456 },
        ...{ name: "Öst & Söner Åkeri AB", account: "5050-1055" },
      },
      {
        ...{ holderId: holderId("H2"), number: 12, amountOre: 5 },
        ...{ name: "Håkan Łukasz <Taxi>", account: "SE4550000000058398257466" },
      },
    ],
    ...{ totalOre: 123_461, sha256: "", message: "", returns: [] },
  };
}

/** What the company pays from. */
export const PAYER = { iban: "SE3550000000054910000003", bic: "ESSESESS" };
