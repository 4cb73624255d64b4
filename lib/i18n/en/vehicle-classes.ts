// English: what the vehicle classes are called; customer and dispatcher read the same word.
import type { vehicleClassesSv } from "../sv/vehicle-classes.ts";

/** By class: its name, and the word a row of the board adds ("" for the usual car). */
export const vehicleClassesEn: typeof vehicleClassesSv = {
  standard: {
    name: "Taxi",
    short: "",
  },
  premium: {
    name: "Premium",
    short: "premium",
  },
  van: {
    name: "Minibus",
    short: "minibus",
  },
  wheelchair: {
    name: "Wheelchair taxi",
    short: "wheelchair",
  },
};
