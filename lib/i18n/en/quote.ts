// English: vehicle classes, price lines, the quote page and the list of prices.
import { spokenMinutesEn } from "./spoken.ts";
import { vehicleClassesEn } from "./vehicle-classes.ts";
import { fareLinesEn } from "./fare-lines.ts";
import type { quoteSv } from "../sv/quote.ts";

/** Words for prices and for the page that shows one. */
export const quoteEn: typeof quoteSv = {
  title: "Your price",
  total: "Price of the whole trip",
  totalNote: "VAT included",
  fixedPrice: "Fixed price",
  holdsUntil: (time: string) => `The price holds until ${time}.`,
  trip: "Your trip",
  changeTrip: "Change the trip",
  classes: vehicleClassesEn,
  chooseClass: "Choose a vehicle",
  capacity: (passengers: number, bags: number) => `${passengers} passengers, ${bags} bags`,
  lines: fareLinesEn,
  included: "What is included",
  vat: (rate: string) => `Of which VAT ${rate}`,
  toPay: "To pay",
  comparisonPrice: "Comparison price",
  comparisonHint: (kilometers: number, minutes: number) =>
    `${kilometers} km and ${minutes} min on the same tariff`,
  estimate: "Estimated distance",
  estimateHint:
    "Part of the way lies outside our map, so the distance is estimated. The price is binding all the same.",
  bindingMaximum: (price: string) =>
    `You never pay more than ${price} for this trip (binding maximum price).`,
  cancellationRule: (minutes: number) =>
    `You can cancel free of charge until ${spokenMinutesEn(minutes)} before pickup.`,
  distanceAndTime: (distance: string, duration: string) => `${distance}, about ${duration}`,
  contact: "Who are we picking up?",
  name: "Name",
  phone: "Phone",
  phoneHint: "The driver only calls if something is unclear.",
  email: "E-mail",
  optional: "optional",
  note: "Message to the driver",
  noteHint: "Door code, entrance, flight number.",
  payInCar: "You pay in the car by card or Swish, the same price as shown here.",
  noWithdrawal: (minutes: number) =>
    `By law there is no right of withdrawal for travel. With us you can still cancel free of charge until ${
      spokenMinutesEn(minutes)
    } before pickup.`,
  acceptTerms: "By booking you accept our",
  termsLink: "terms",
  book: "Book the ride",
  booking: "Booking",
  expiredTitle: "The price no longer holds",
  expiredText: (minutes: number) =>
    `A price holds for ${
      spokenMinutesEn(minutes)
    }. Nothing is booked. Get a new price for the same trip.`,
  newPrice: "Get a new price",
  usedTitle: "The price has already been used",
  usedText:
    "The ride is booked at this price. Your ticket is at the address you got when you booked. To book another, get a new price.",
  noVehicleTitle: "No car is free then",
  noVehicleText: (vehicle: string, moment: string) =>
    `Every vehicle of the kind ${vehicle} is taken ${moment}. Nothing is booked. There is one at these times:`,
  noVehicleNoTimes: (vehicle: string, moment: string) =>
    `Every vehicle of the kind ${vehicle} is taken ${moment} and in the hours after. Nothing is booked. Choose another time or another vehicle.`,
  otherVehicle: "Choose another vehicle",
  takeTime: "Show the price for that time",
  showMap: "Show map",
  mapLabel: "The way on the map",
  mapFailed: "The map cannot be shown right now. Your trip is not affected.",
  alternativesLabel: "Times with a free car",
};
