// What of settlements is sealed, under the product's own key: what somebody wrote of a holder, which bookkeeping must have as long as
// the amounts.
import type { Sealed } from "../kv/family.ts";
import type { PayeeAccount } from "./payee-account.ts";
import type { PaymentFile } from "./payment-file.ts";
import type { Adjustment, Settlement } from "./settlement.ts";

const adjustmentFacts = { reason: "" };
const settlementFacts = { "lines.*.reason": "", papers: null };
const accountFacts = { number: "", proposed: "" };
const fileFacts = { "payments.*.name": "", "payments.*.account": "", message: "" };

/** Of an adjustment. */
export const sealedAdjustment: Sealed<Adjustment> = {
  fields: Object.keys(adjustmentFacts),
  subject: () => null,
  erased: adjustmentFacts,
};

/** Of a settlement. */
export const sealedSettlement: Sealed<Settlement> = {
  fields: Object.keys(settlementFacts),
  subject: () => null,
  erased: settlementFacts,
};

/** Of an account: gone with the holder. */
export const sealedAccount: Sealed<PayeeAccount> = {
  fields: Object.keys(accountFacts),
  subject: ({ holderId }) => ({ kind: "holder", at: holderId }),
  erased: accountFacts,
};

/** Of a payment file. */
export const sealedPaymentFile: Sealed<PaymentFile> = {
  fields: Object.keys(fileFacts),
  subject: () => null,
  erased: fileFacts,
};
