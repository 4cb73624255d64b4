// Who may pay by invoice, for how much at once, and how long they have.
import { z } from "zod";
import { setting } from "../kernel/settings.ts";

const invoiceFor = z.enum(["nobody", "firms", "all"]);

/** Who may. */
export type InvoiceFor = z.infer<typeof invoiceFor>;

/** Settings of this room. */
export const invoicingSettings = {
  invoiceFor: setting<InvoiceFor>({
    variable: "AVANTI_INVOICE_FOR",
    schema: z.string().pipe(invoiceFor),
    absent: "firms",
    readme: { default: "`firms`", means: "who may pay by invoice: `nobody`, `firms` or `all`" },
  }),
  invoiceLimitKronor: setting<number>({
    variable: "AVANTI_INVOICE_LIMIT",
    schema: z.string().regex(/^\d{1,7}$/, "not an amount in kronor").transform(Number),
    absent: 10_000,
    readme: {
      default: "`10000`",
      means: "how much, in kronor, one buyer may owe for rides that are booked and invoices",
    },
  }),
  invoiceDays: setting<number>({
    variable: "AVANTI_INVOICE_DAYS",
    schema: z.string().regex(/^\d{1,2}$/, "not a number of days").transform(Number),
    absent: 30,
    readme: { default: "`30`", means: "how many days there are to pay an invoice" },
  }),
} as const;
