// English: what is changed of a booking, and what can be made of it, as the board says it.
import type { changeWordsSv } from "../sv/change-words.ts";

/** Words of the history, the menu and the sheet around a change. */
export const changeWordsEn: typeof changeWordsSv = {
  fields: {
    from: "From",
    to: "To",
    pickup: "Time",
    passengers: "Passengers",
    bags: "Bags",
    wheelchairs: "Wheelchairs",
    childSeats: "Child seats",
    pets: "Pets",
    extraLuggage: "Bulky",
    vehicleClass: "Vehicle",
    name: "Name",
    phone: "Phone",
    email: "E-mail",
    flightNumber: "Flight",
    note: "To the driver",
    totalOre: "Price",
  },
  none: "none",
  overlap: { first: "the first time", second: "the second time" },
  becomes: "becomes",
  links: {
    "split-into": (reference) => `The rest travels on ${reference}`,
    "split-from": (reference) => `Split from ${reference}`,
    "copied-to": (reference) => `Booked again as ${reference}`,
    "copy-of": (reference) => `The same trip as ${reference}`,
    "return-in": (reference) => `The return trip is ${reference}`,
    "return-of": (reference) => `Return trip of ${reference}`,
  },
  menu: {
    change: "Change",
    split: "Split into two cars",
    duplicate: "Book the same trip again",
    return: "Book the return trip",
    revive: "Revive",
  },
  more: "More",
  opening: "Opening …",
  close: "Close",
};
