// English: what the lines of a price are for; customer and dispatcher read the same word.
import type { fareLinesSv } from "../sv/fare-lines.ts";

/** Names by code of the line. */
export const fareLinesEn: typeof fareLinesSv = {
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
};
