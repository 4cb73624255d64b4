// Swedish: what the lines of a price are for; customer and dispatcher read the same word.

/** Names by code of the line. */
export const fareLinesSv = {
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
};
