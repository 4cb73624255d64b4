// Swedish: a price line by line; customer and dispatcher read the same word.

/** Names by code of the line, and what stands below the lines. */
export const fareWordsSv = {
  lines: {
    "fixed-price": "Fast pris",
    base: "Grundavgift",
    distance: "Sträcka",
    time: "Tid",
    minimum: "Upp till lägsta pris",
    surcharge: "Tillägg",
    "child-seat": "Barnstol",
    pet: "Djur",
    "extra-luggage": "Skrymmande bagage",
    rounding: "Öresavrundning",
  },
  included: "Det här ingår",
  toPay: "Att betala",
  vat: (rate: string) => `Varav moms ${rate}`,
};
