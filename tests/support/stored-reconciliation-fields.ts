// Which version brought each field of the rows of comparing with the provider's books, and of refunds people wanted.
import { checkoutKeys } from "../../lib/checkout/keys.ts";
import type { RefundProposal } from "../../lib/checkout/refund-proposal.ts";
import type { AnyFamily, Key } from "../../lib/kv/family.ts";
import type { Difference } from "../../lib/reconciliation/difference.ts";
import { reconciliationKeys } from "../../lib/reconciliation/keys.ts";
import type { ReconciledDay } from "../../lib/reconciliation/reconciled-day.ts";
import type { Fields, StoredFields } from "./stored-fields.ts";

const DAY: Fields<ReconciledDay> = {
  ...{ date: 1, stage: 1, after: 1, beganAt: 1, movedAt: 1, turn: 1 },
  ...{ doneAt: 1, lostEvents: 1, compared: 1 },
  sums: { takenOre: 1, givenBackOre: 1, disputedOre: 1, feesOre: 1, paidOutOre: 1, swishOre: 1 },
  told: { feesOre: 1, cardPayoutOre: 1, swishPayoutOre: 1 },
  swishLeftOre: 1,
};

/** Of a difference. */
const DIFFERENCE_FIELDS: Fields<Difference> = {
  ...{ id: 1, kind: 1, date: 1, foundAt: 1, providerId: 1, paymentId: 1, bookingId: 1 },
  theirs: { heldOre: 1, takenOre: 1, returnedOre: 1 },
  ours: { heldOre: 1, takenOre: 1, returnedOre: 1 },
  ...{ settledAt: 1, settledBy: 1, note: 1 },
};

/** Of a refund somebody wanted. */
const PROPOSAL_FIELDS: Fields<RefundProposal> = {
  ...{ id: 1, bookingId: 1, paymentId: 1, amountOre: 1, reason: 1, note: 1, by: 1, at: 1 },
  ...{ state: 1, decidedBy: 1, decidedAt: 1 },
};

const SIDE = (side: string) =>
  ["heldOre", "takenOre", "returnedOre"].map((name) => `${side}.${name}`);

/** Of those that are sealed: their fields, and which of them are nobody's words. */
export const SEALED_MONEY = {
  tables: { difference: [DIFFERENCE_FIELDS], refundProposal: [PROPOSAL_FIELDS] },
  notPersonal: {
    difference: [
      ...["id", "kind", "date", "foundAt", "providerId", "paymentId", "bookingId"],
      ...[...SIDE("theirs"), ...SIDE("ours"), "settledAt", "settledBy"],
    ],
    refundProposal: [
      ...["id", "bookingId", "paymentId", "amountOre", "reason", "by", "at", "state"],
      ...["decidedBy", "decidedAt"],
    ],
  },
} as const;

/** Each family with its fields. */
export const RECONCILIATION_ROWS: readonly {
  rows: AnyFamily & { prefix: Key<unknown> };
  fields: StoredFields;
}[] = [
  { rows: reconciliationKeys.reconciledDay, fields: DAY },
  { rows: reconciliationKeys.difference, fields: DIFFERENCE_FIELDS },
  { rows: checkoutKeys.refundProposal, fields: PROPOSAL_FIELDS },
];
