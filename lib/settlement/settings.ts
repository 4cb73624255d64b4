// What paying settlements must be told of the company.
import { z } from "zod";
import { setting } from "../kernel/settings.ts";
import { isBankgiro, readAccountNumber } from "./payee-account.ts";

const iban = z.string().transform((text, context) => {
  const number = readAccountNumber(text);
  if (number !== null && !isBankgiro(number)) return number;
  context.addIssue({ code: "custom", message: "not an IBAN of a Swedish bank" });
  return z.NEVER;
});

const bic = z.string().regex(/^[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?$/, "not a BIC: ESSESESS");

/** Settings of this room. */
export const settlementSettings = {
  payerIban: setting({
    variable: "AVANTI_PAYER_IBAN",
    schema: iban,
    absent: "",
    readme: {
      default: "none",
      means: "the account that owner-drivers are paid from; without it no payment file is made",
    },
  }),
  payerBic: setting({
    variable: "AVANTI_PAYER_BIC",
    schema: bic,
    absent: "",
    readme: { default: "none", means: "the bank of that account: `ESSESESS`" },
  }),
} as const;
