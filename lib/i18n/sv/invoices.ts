// Swedish: invoices that are not paid.

/** The page of who keeps the books. */
export const invoicesSv = {
  title: "Obetalda fakturor",
  back: "Till bokföringen",
  empty: "Alla fakturor är betalda.",
  sums: (open: string, overdue: string) => `${open} är obetalt, varav ${overdue} har förfallit.`,
  more: "Fler fakturor visas när de översta är betalda.",
  columns: {
    number: "Faktura",
    buyer: "Mottagare",
    due: "Förfaller",
    ocr: "OCR-nummer",
    left: "Kvar att betala",
    note: "Notera",
  },
  overdue: "förfallen",
  reminded: (date: string) => `påmind ${date}`,
  doings: (number: string) => `Notera om ${number}`,
  paidOn: "Betald den",
  amount: "Belopp i kronor",
  paid: "Notera betalning",
  remind: "Notera påminnelse i dag",
  credit: "Kreditera hela fakturan",
  faults: {
    nothing: "Skriv en dag och ett belopp. Inget är noterat.",
    "too-much": "Beloppet är mer än vad som är kvar att betala. Inget är noterat.",
    "not-yet": "Dagen har inte varit än. Inget är noterat.",
    changed:
      "Någon annan har noterat något om fakturan under tiden. Kontrollera den och försök igen.",
    paid: "Fakturan är delvis betald. Betala tillbaka pengarna innan den krediteras.",
  },
};
