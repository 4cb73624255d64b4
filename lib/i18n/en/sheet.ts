// English: the sheet on which an operator changes a booking, or makes another of it.
import type { sheetSv } from "../sv/sheet.ts";

/** English. */
export const sheetEn: typeof sheetSv = {
  title: {
    change: "Change the booking",
    split: "Split into two cars",
    duplicate: "Book the same trip again",
    return: "Book the return trip",
    revive: "Revive the booking",
  },
  skip: "To the sheet",
  lead: {
    change: "Nothing is changed before you have seen the new price.",
    split: "So many, and so much, travel with the second car. The rest stays in the first.",
    duplicate: "Customer, way and needs are the same. The flight does not come along.",
    return: "The same customer and needs, the other way. The flight does not come along.",
    revive: "The booking gets its place back if a car is free. A cancellation fee is void.",
  },
  close: "Back without changing",
  date: "Date",
  time: "Time",
  needs: "Needs",
  ofAll: (name, count) => `${name}, of ${count}`,
  secondCar: "The second car",
  priceBy: "The price follows",
  tariff: {
    original: "The tariff of the first price",
    new: "Today's tariff",
    keep: "Neither: the former price stands",
  },
  keepReason: "Why the former price stands",
  keepHint: "Only needed when the former price stands.",
  reason: "Reason",
  outcome: "What it comes to",
  price: "Price",
  same: "unchanged",
  dearer: (amount) => `${amount} more`,
  cheaper: (amount) => `${amount} less`,
  byTariff: (amount) => `By the tariff: ${amount}`,
  firstCar: "The first car",
  changes: "Will change",
  nothing: "Nothing is changed yet.",
  incomplete: "The price is shown once everything can be read.",
  car: {
    same: (car) => `${car} drives the trip as before`,
    withDriver: (car) => `${car} drives the trip as before, with the same driver`,
    another: (car) => `${car} is free and will be reserved`,
    anotherAssigned: (car) =>
      `${car} is free and will be reserved. The driver is taken off the trip.`,
  },
  noCar: (name) => `No ${name} is free then.`,
  noCarAtAll: "No car is free then.",
  laterTimes: "Free times:",
  fixed: (field) => `${field} cannot be changed once the trip has come so far.`,
  splitInstead: "If not everybody fits: split into two cars.",
  showPrice: "Show price",
  send: {
    change: "Change the booking",
    split: "Split the booking",
    duplicate: "Book the trip",
    return: "Book the return trip",
    revive: "Revive the booking",
  },
  since: "The booking has been changed since you opened it",
  sinceEntry: (when, who, what) => who === "" ? `${when}: ${what}` : `${when}, ${who}: ${what}`,
  sinceHint: "What you have written stands. The rest shows the booking as it is now.",
  problems: {
    unseen: "See the price first. Nothing is changed.",
    changed:
      "Nothing was changed now: the booking is not as you opened it. See what it comes to and press again.",
    price:
      "The price is another than was shown. See the new one and press again; nothing is changed.",
    refused: "Nothing is changed. See what is in the way.",
  },
};
