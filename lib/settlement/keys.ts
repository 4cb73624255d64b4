// The families of settlement.
import type { HolderId } from "../fleet/vehicle.ts";
import { family } from "../kv/family.ts";
import type { PayeeAccount } from "./payee-account.ts";
import type { PaymentFile, PaymentQueue } from "./payment-file.ts";
import {
  sealedAccount,
  sealedAdjustment,
  sealedPaymentFile,
  sealedSettlement,
} from "./sealed-settlement.ts";
import type { Adjustment, Settlement, SettlementState } from "./settlement.ts";
import {
  adjustmentShape,
  payeeAccountShape,
  paymentFileShape,
  paymentQueueShape,
  settlementShape,
  settlementStateShape,
  termsEditionShape,
} from "./settlement-shapes.ts";
import type { TermsEdition } from "./settlement-terms.ts";

const BOOKKEEPING = { until: "rule", rule: "bookkeeping" } as const;

/** Families of this room. */
export const settlementKeys = {
  /** What was agreed with a holder, by the local date from which it holds. */
  settlementTerms: family<[holder: HolderId, from: string], TermsEdition>("settlementTerms", {
    privacy: "C2",
    subject: "operator",
    kept: { until: "erased" },
    unsealed: "keyed marks, ids and times only",
    shape: termsEditionShape,
  }),
  /** How far a holder is settled. */
  settlementState: family<[holder: HolderId], SettlementState>("settlementState", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: settlementStateShape,
  }),
  /** What was written into a settlement by hand, by the day it counts on. */
  settlementAdjustment: family<[holder: HolderId, date: string, id: string], Adjustment>(
    "settlementAdjustment",
    {
      privacy: "C2",
      subject: "permit holder",
      kept: BOOKKEEPING,
      sealed: sealedAdjustment,
      shape: adjustmentShape,
    },
  ),
  /** Settlements, by their number. */
  settlement: family<[holder: HolderId, number: number], Settlement>("settlement", {
    privacy: "C2",
    subject: "permit holder",
    kept: BOOKKEEPING,
    sealed: sealedSettlement,
    shape: settlementShape,
  }),
  /** Where a holder is paid. */
  payeeAccount: family<[holder: HolderId], PayeeAccount>("payeeAccount", {
    privacy: "C2",
    subject: "permit holder",
    kept: { until: "erased" },
    sealed: sealedAccount,
    shape: payeeAccountShape,
  }),
  /** Approved settlements that are in no file yet. */
  paymentQueue: family<[], PaymentQueue>("paymentQueue", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: paymentQueueShape,
  }),
  /** Files that pay settlements. */
  paymentFile: family<[id: string], PaymentFile>("paymentFile", {
    privacy: "C2",
    subject: "permit holder",
    kept: BOOKKEEPING,
    sealed: sealedPaymentFile,
    shape: paymentFileShape,
  }),
} as const;
