// English: what the vehicle classes are called; customer and dispatcher read the same word.
import type { vehicleClassesSv } from "../sv/vehicle-classes.ts";

/** By class: its name, what it is, and the word a row of the board adds ("" for the usual car). */
export const vehicleClassesEn: typeof vehicleClassesSv = {
  standard: {
    name: "Taxi",
    text: "Saloon or estate car",
    short: "",
  },
  premium: {
    name: "Premium",
    text: "Larger car, more legroom",
    short: "premium",
  },
  van: {
    name: "Minibus",
    text: "For groups and a lot of luggage",
    short: "minibus",
  },
  wheelchair: {
    name: "Wheelchair taxi",
    text: "Ramp or lift, room for a wheelchair",
    short: "wheelchair",
  },
};
