// Swedish: what the vehicle classes are called; customer and dispatcher read the same word.

/** By class: its name, what it is, and the word a row of the board adds ("" for the usual car). */
export const vehicleClassesSv = {
  standard: {
    name: "Taxi",
    text: "Personbil",
    short: "",
  },
  premium: {
    name: "Premium",
    text: "Större bil, extra benutrymme",
    short: "premium",
  },
  van: {
    name: "Minibuss",
    text: "För sällskap och mycket bagage",
    short: "minibuss",
  },
  wheelchair: {
    name: "Rullstolstaxi",
    text: "Ramp eller lift, plats för rullstol",
    short: "rullstol",
  },
};
