// Every field of the stored types of settlement.
import type { SettledAmounts } from "../../lib/bookkeeping/book-note.ts";
import { settlementKeys } from "../../lib/settlement/keys.ts";
import type { Adjustment, Settlement, SettlementState } from "../../lib/settlement/settlement.ts";
import type { Party } from "../../lib/settlement/settlement-papers.ts";
import type { PayeeAccount } from "../../lib/settlement/payee-account.ts";
import type { PaymentFile } from "../../lib/settlement/payment-file.ts";
import type { TermsEdition } from "../../lib/settlement/settlement-terms.ts";
import type { AnyFamily, Key } from "../../lib/kv/family.ts";
import type { Fields, StoredFields } from "./stored-fields.ts";

const TERMS: Fields<TermsEdition> = {
  ...{ holderId: 1, from: 1, revision: 1, authors: 1, approvedBy: 1 },
  terms: {
    rhythm: 1,
    commission: [{ method: 1, vehicleClass: 1, basisPoints: 1 }],
    ...{ perRideOre: 1, perMonthOre: 1, isVatRegistered: 1 },
    selfBilling: { agreedOn: 1, objectWithinDays: 1 },
  },
};

/** Of an adjustment. */
export const ADJUSTMENT_FIELDS: Fields<Adjustment> = {
  ...{ id: 1, holderId: 1, date: 1, kind: 1, reason: 1, amountOre: 1, vatRatePercent: 1 },
  ...{ by: 1, at: 1 },
};

const AMOUNTS: Fields<SettledAmounts> = {
  ...{ owedOre: 1, tipsOre: 1, commissionOre: 1, commissionVatOre: 1, deductionsOre: 1 },
  ...{ deductionsVatOre: 1, repaidOre: 1, boughtOre: 1, boughtVatOre: 1, paidOre: 1 },
};

const PARTY: Fields<Party> = { name: 1, organisationNumber: 1, vatNumber: 1 };

/** Of a settlement. */
export const SETTLEMENT_FIELDS: Fields<Settlement> = {
  ...{ holderId: 1, number: 1, from: 1, until: 1, soldOre: 1, soldVatOre: 1, rides: 1 },
  lines: [{
    ...{ code: 1, method: 1, basisPoints: 1, baseOre: 1, count: 1, reason: 1 },
    ...{ netOre: 1, vatRatePercent: 1, vatOre: 1 },
  }],
  ...{ adjustedBy: 1, carriedInOre: 1, amounts: AMOUNTS, carriedOutOre: 1 },
  ...{ proposedBy: 1, proposedAt: 1, approvedBy: 1, approvedAt: 1, noteId: 1 },
  papers: {
    ...{ house: PARTY, holder: PARTY, invoice: 1, selfBilled: 1 },
    ...{ agreedOn: 1, objectWithinDays: 1 },
  },
};

const STATE: Fields<SettlementState> = {
  ...{ last: 1, through: 1, lockedThrough: 1, isPending: 1, carriedOre: 1, revision: 1 },
  ...{ invoices: 1, selfBilled: 1 },
};

/** Of where a holder is paid. */
export const ACCOUNT_FIELDS: Fields<PayeeAccount> = {
  ...{ holderId: 1, revision: 1, number: 1, approvedBy: 1, proposed: 1, proposedBy: 1 },
};

/** Of a payment file. */
export const FILE_FIELDS: Fields<PaymentFile> = {
  ...{ id: 1, madeAt: 1, madeBy: 1, payOn: 1, totalOre: 1, sha256: 1, message: 1 },
  returns: [{ holderId: 1, number: 1, askedBy: 1, confirmedBy: 1 }],
  payer: { name: 1, organisationNumber: 1, iban: 1, bic: 1 },
  payments: [{ holderId: 1, number: 1, amountOre: 1, name: 1, account: 1 }],
};

/** Each family with its fields. */
export const SETTLEMENT_ROWS: readonly {
  rows: AnyFamily & { prefix: Key<unknown> };
  fields: StoredFields;
}[] = [
  { rows: settlementKeys.settlementTerms, fields: TERMS },
  { rows: settlementKeys.settlementState, fields: STATE },
  { rows: settlementKeys.settlementAdjustment, fields: ADJUSTMENT_FIELDS },
  { rows: settlementKeys.settlement, fields: SETTLEMENT_FIELDS },
  { rows: settlementKeys.payeeAccount, fields: ACCOUNT_FIELDS },
  {
    rows: settlementKeys.paymentQueue,
    fields: { payments: [{ holderId: 1, number: 1, amountOre: 1 }] },
  },
  { rows: settlementKeys.paymentFile, fields: FILE_FIELDS },
];
