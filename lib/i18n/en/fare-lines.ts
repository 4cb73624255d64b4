// English: a price line by line; customer and dispatcher read the same word.
import type { fareWordsSv } from "../sv/fare-lines.ts";

/** Names by code of the line, and what stands below the lines. */
export const fareWordsEn: typeof fareWordsSv = {
  lines: {
    "fixed-price": "Fixed price",
    base: "Base fare",
    distance: "Distance",
    time: "Time",
    minimum: "Up to the minimum fare",
    surcharge: "Surcharge",
    "child-seat": "Child seat",
    pet: "Pet",
    "extra-luggage": "Bulky luggage",
    rounding: "Rounding to whole kronor",
  },
  included: "What is included",
  toPay: "To pay",
  vat: (rate) => `Of which VAT ${rate}`,
};
