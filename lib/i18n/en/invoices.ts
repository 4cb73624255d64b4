// English: invoices that are not paid.
import type { invoicesSv } from "../sv/invoices.ts";

/** The page of who keeps the books. */
export const invoicesEn: typeof invoicesSv = {
  title: "Unpaid invoices",
  back: "To the books",
  empty: "All invoices are paid.",
  sums: (open, overdue) => `${open} is unpaid, of which ${overdue} is overdue.`,
  more: "More invoices are shown when the first are paid.",
  columns: {
    number: "Invoice",
    buyer: "Buyer",
    due: "Due",
    ocr: "Payment reference",
    left: "Left to pay",
    note: "Note",
  },
  overdue: "overdue",
  reminded: (date) => `reminded ${date}`,
  doings: (number) => `Note about ${number}`,
  paidOn: "Paid on",
  amount: "Amount in kronor",
  paid: "Note the payment",
  remind: "Note a reminder today",
  credit: "Credit the whole invoice",
  faults: {
    nothing: "Write a day and an amount. Nothing was noted.",
    "too-much": "The amount is more than is left to pay. Nothing was noted.",
    "not-yet": "That day is still to come. Nothing was noted.",
    changed: "Somebody else has noted something about the invoice. Check it and try again.",
    paid: "The invoice is partly paid. Send the money back before it is credited.",
  },
};
