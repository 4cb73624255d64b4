// English words of the operators' page about tariffs.
import type { tariffsSv } from "../sv/tariffs.ts";

/** English. */
export const tariffsEn: typeof tariffsSv = {
  title: "Tariffs",
  skip: "To the tariffs",
  lead:
    "A tariff holds from its first day. A published tariff is never changed; a new one follows from the day you choose.",
  caption: "Tariffs, the latest first",
  columns: { version: "Tariff", from: "From", until: "Until", state: "State" },
  open: "until further notice",
  states: { now: "in force today", coming: "to come", former: "was in force" },
  next: "The next tariff",
  nextHint:
    "Amounts in kronor. Zones, fixed prices and surcharges come along from the tariff of that day; files change them.",
  fields: {
    validFrom: "First day",
    validUntil: "Last day",
    baseOre: "Base fee",
    perKmOre: "A kilometre",
    perHourOre: "An hour of driving",
    minimumOre: "Lowest price",
    childSeatOre: "Child seat",
    petOre: "Pet",
    extraLuggageOre: "Extra luggage",
  },
  optional: "may be empty",
  unsoldHint: "A class without amounts is not sold.",
  simulate: "Try it on the latest trips",
  publish: "Publish",
  published: "The tariff is published. New prices go by it from its first day on.",
  meanwhile: (version) =>
    `Somebody else published ${version} meanwhile. What you have typed stays; look at their changes before you publish again.`,
  problems: "Something needs another look:",
  simulation: "The trips of the last thirty days by this tariff",
  count: (count) => count === 1 ? "1 trip" : `${count} trips`,
  none: "There are no trips to price.",
  before: "Sold for",
  after: "Would cost",
  difference: "Difference",
  unsold: (count) =>
    count === 1 ? "1 trip would not be sold." : `${count} trips would not be sold.`,
  largest: "The largest changes",
  trip: "Trip",
  booking: "Booking",
};
