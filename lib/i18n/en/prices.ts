// English: the list of prices, and when surcharges apply.
import type { pricesSv } from "../sv/prices.ts";

/** The tariff in words. */
export const pricesEn: typeof pricesSv = {
  title: "Prices",
  lead:
    "You always see the whole price before you book, and it does not change. This is how it is worked out.",
  validFrom: (date: string) => `The tariff is valid from ${date}.`,
  tariff: "Tariff",
  base: "Base fare",
  perKilometer: "Per km",
  perHour: "Per hour",
  minimum: "Minimum",
  comparison: "Comparison price",
  vehicle: "Vehicle",
  comparisonExplained: (kilometers: number, minutes: number) =>
    `The comparison price is what ${kilometers} km and ${minutes} minutes cost, with base fare and VAT. It is the same measure in all of Sweden, so that you can compare taxi companies.`,
  fixed: "Fixed prices",
  fixedText: "Between these areas the price is always the same, whatever the route and traffic.",
  trip: "Trip",
  surcharges: "Surcharges",
  surchargesText:
    "The time of the pickup decides. When several apply at once, only the highest is added.",
  surcharge: "Surcharge",
  when: "When",
  amount: "Amount",
  extras: "Extras",
  each: "Each",
  vatNote: (rate: string) => `All prices are in Swedish kronor and include ${rate} VAT.`,
  dayKinds: { weekday: "weekdays", saturday: "Saturdays", eve: "eves", red: "public holidays" },
  everyDay: "every day",
  allDay: "all day",
  daily: (days: string, time: string) => `${days} ${time}`,
  holiday: (from: string, days: string, until: string) =>
    `from ${from} the day before ${days} until ${until} on the next weekday`,
  holidaySameDay: (from: string, days: string, until: string) =>
    `from ${from} on ${days} until ${until} on the next weekday`,
  namedDays: {
    "new-years-day": "New Year’s Day",
    epiphany: "Epiphany",
    "good-friday": "Good Friday",
    "easter-sunday": "Easter Sunday",
    "easter-monday": "Easter Monday",
    "may-day": "May Day",
    "ascension-day": "Ascension Day",
    "whit-sunday": "Whit Sunday",
    "national-day": "the National Day",
    "midsummer-day": "Midsummer Day",
    "all-saints-day": "All Saints’ Day",
    "christmas-day": "Christmas Day",
    "boxing-day": "Boxing Day",
    "twelfth-night": "Twelfth Night",
    "easter-eve": "Easter Eve",
    "walpurgis-eve": "Walpurgis Eve",
    "whitsun-eve": "Whitsun Eve",
    "midsummer-eve": "Midsummer Eve",
    "christmas-eve": "Christmas Eve",
    "new-years-eve": "New Year’s Eve",
  },
};
