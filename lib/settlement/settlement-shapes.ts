// What stored settlements, their terms and adjustments look like. Whether terms hold was decided when they were saved.
import type { SettledAmounts } from "../bookkeeping/book-note.ts";
import { VEHICLE_CLASSES } from "../fleet/vehicle.ts";
import { flag, instant, listOf, number, orNull, record, text, word } from "../kernel/shape.ts";
import { PAYMENT_METHODS } from "../payments/payment-method.ts";
import type { Party, SettlementPapers } from "./settlement-papers.ts";
import type { PayeeAccount } from "./payee-account.ts";
import type {
  FilePayment,
  Payer,
  PaymentFile,
  PaymentQueue,
  PaymentReturn,
  QueuedPayment,
} from "./payment-file.ts";
import {
  type Adjustment,
  ADJUSTMENT_KINDS,
  type Settlement,
  SETTLEMENT_LINE_CODES,
  type SettlementLine,
  type SettlementState,
} from "./settlement.ts";
import { RHYTHMS, type SettlementTerms, type TermsEdition } from "./settlement-terms.ts";

const terms = record<SettlementTerms>({
  rhythm: word(RHYTHMS),
  commission: listOf(record<SettlementTerms["commission"][number]>({
    method: word(PAYMENT_METHODS),
    vehicleClass: orNull(word(VEHICLE_CLASSES)),
    basisPoints: number,
  })),
  ...{ perRideOre: number, perMonthOre: number, isVatRegistered: flag },
  selfBilling: orNull(record<NonNullable<SettlementTerms["selfBilling"]>>({
    ...{ agreedOn: text, objectWithinDays: number },
  })),
});

/** Terms of a holder. */
export const termsEditionShape = record<TermsEdition>({
  ...{ holderId: text, from: text, revision: number, terms },
  ...{ authors: listOf(text), approvedBy: orNull(text) },
});

/** An adjustment. */
export const adjustmentShape = record<Adjustment>({
  ...{ id: text, holderId: text, date: text, kind: word(ADJUSTMENT_KINDS), reason: text },
  ...{ amountOre: number, vatRatePercent: number, by: text, at: instant },
});

const line = record<SettlementLine>({
  ...{ code: word(SETTLEMENT_LINE_CODES), method: orNull(word(PAYMENT_METHODS)) },
  ...{ basisPoints: number, baseOre: number, count: number, reason: text },
  ...{ netOre: number, vatRatePercent: number, vatOre: number },
});

const party = record<Party>({ name: text, organisationNumber: text, vatNumber: text });

/** A settlement. */
export const settlementShape = record<Settlement>({
  ...{ holderId: text, number, from: text, until: text },
  soldOre: record<Settlement["soldOre"]>({
    card: number,
    swish: number,
    invoice: number,
    car: number,
  }),
  ...{ soldVatOre: number, rides: number, lines: listOf(line) },
  adjustedBy: listOf(text),
  ...{ carriedInOre: number, carriedOutOre: number },
  amounts: record<SettledAmounts>({
    ...{ owedOre: number, tipsOre: number, commissionOre: number, commissionVatOre: number },
    ...{ deductionsOre: number, deductionsVatOre: number, repaidOre: number },
    ...{ boughtOre: number, boughtVatOre: number, paidOre: number },
  }),
  ...{ proposedBy: text, proposedAt: instant },
  ...{ approvedBy: orNull(text), approvedAt: orNull(instant), noteId: orNull(text) },
  papers: orNull(record<SettlementPapers>({
    ...{ house: party, holder: party, invoice: orNull(number), selfBilled: orNull(number) },
    ...{ agreedOn: text, objectWithinDays: number },
  })),
});

/** How far a holder is settled. */
export const settlementStateShape = record<SettlementState>({
  ...{ last: number, through: text, lockedThrough: text, isPending: flag },
  ...{ carriedOre: number, invoices: number, selfBilled: number, revision: number },
});

/** Where a holder is paid. */
export const payeeAccountShape = record<PayeeAccount>({
  ...{ holderId: text, revision: number, number: text, approvedBy: orNull(text) },
  ...{ proposed: text, proposedBy: orNull(text) },
});

const queued = { holderId: text, number, amountOre: number };

/** What waits to be paid. */
export const paymentQueueShape = record<PaymentQueue>({
  payments: listOf(record<QueuedPayment>(queued)),
});

/** A file. */
export const paymentFileShape = record<PaymentFile>({
  ...{ id: text, madeAt: instant, madeBy: text, payOn: text },
  payer: record<Payer>({ name: text, organisationNumber: text, iban: text, bic: text }),
  payments: listOf(record<FilePayment>({ ...queued, name: text, account: text })),
  ...{ totalOre: number, sha256: text, message: text },
  returns: listOf(record<PaymentReturn>({
    ...{ holderId: text, number, askedBy: text, confirmedBy: orNull(text) },
  })),
});
