// Swedish: what the vehicle classes are called; customer and dispatcher read the same word.

/** By class: its name, and the word a row of the board adds ("" for the usual car). */
export const vehicleClassesSv = {
  standard: {
    name: "Taxi",
    short: "",
  },
  premium: {
    name: "Premium",
    short: "premium",
  },
  van: {
    name: "Minibuss",
    short: "minibuss",
  },
  wheelchair: {
    name: "Rullstolstaxi",
    short: "rullstol",
  },
};
