// English: vehicle classes, price lines, the quote page and the list of prices.
import { plural } from "../plural.ts";
import { spokenMinutesEn } from "./spoken.ts";
import { vehicleClassesEn } from "./vehicle-classes.ts";
import { fareWordsEn } from "./fare-lines.ts";
import type { quoteSv } from "../sv/quote.ts";

/** Words for prices and for the page that shows one. */
export const quoteEn: typeof quoteSv = {
  title: "Your price",
  vatIncluded: "VAT included",
  holdsUntil: (time: string) => `The price holds until ${time}.`,
  heldUntil: (time: string) => `Holds until ${time}`,
  seeIsPay: "What you see is what you pay.",
  minutesLeft: plural({ one: "{count} min left", other: "{count} min left" }),
  lastMinute: plural({ one: "less than {count} min left", other: "less than {count} min left" }),
  trip: "Your trip",
  changeTrip: "Change the trip",
  change: "Change",
  stopsAtPin: "The car stops at your pin",
  classes: vehicleClassesEn,
  chooseClass: "Choose a car",
  seats: plural({ one: "{count} seat", other: "{count} seats" }),
  isFree: "Free",
  freeAt: (time: string) => `Free at ${time}`,
  notFree: "Not free",
  movesPickup: (vehicle: string, time: string) =>
    `If you choose ${vehicle}, the pickup moves to ${time}.`,
  noneSoon: (vehicle: string) => `${vehicle} has no free car then, nor in the hours after.`,
  moveTo: (time: string) => `Move to ${time}`,
  ...fareWordsEn,
  breakdown: (price: string) => `How the price becomes ${price}`,
  fixedPart: "The base price is fixed, whatever the route and traffic.",
  fixedAdds: (names: string) => `What is added for the time of your pickup: ${names}.`,
  renewedSame: (price: string) => `The price is renewed, the same ${price}.`,
  renewedMore: (price: string, more: string) => `The price is renewed: ${price}, ${more} more.`,
  renewedLess: (price: string, less: string) => `The price is renewed: ${price}, ${less} less.`,
  renewedNew: (price: string) => `The price is renewed: ${price}.`,
  moved: (moment: string, price: string) =>
    `The pickup has moved to ${moment}. The price is ${price}.`,
  formerPrice: (price: string, time: string) => `Your former price, ${price}, ended at ${time}.`,
  causes: { tariff: "The tariff is new since then.", route: "The way was worked out anew." },
  stillYours: "Nothing is booked, and what you wrote is still here.",
  comparisonPrice: "Comparison price",
  comparisonHint: (kilometers: number, minutes: number) =>
    `${kilometers} km and ${minutes} min on the same tariff`,
  estimate: "Estimated distance",
  estimateHint: "The distance is estimated. If the way turns out longer, the price stays the same.",
  bindingMaximum: (price: string) =>
    `You never pay more than ${price} for this trip (binding maximum price).`,
  ifCancelled: "If you cancel",
  distanceAndTime: (distance: string, duration: string) => `${distance}, about ${duration}`,
  contact: "Who are we picking up?",
  name: "Name",
  phone: "Mobile",
  phoneHint: "The driver only calls if something is unclear.",
  addMore: "Add e-mail or a message",
  addMoreFlight: "Add e-mail, flight or a message",
  email: "E-mail",
  optional: "optional",
  flightNumber: "Flight number",
  flightNumberHint: "On your flight ticket, for example SK 1436.",
  note: "Message to the driver",
  noteHint: "Door code, entrance, floor.",
  payInCar: "You pay in the car by card or Swish, the same price as shown here.",
  noWithdrawal: "By law there is no right of withdrawal for travel.",
  acceptTerms: "By booking you accept the",
  termsLink: "terms",
  book: "Book the ride",
  bookFor: (price: string) => `Book for ${price}`,
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
  holdsManyTitle: "There are several rides already",
  holdsManyText: (most) =>
    `Your number, or your account, has ${most} rides that have not begun yet. We gladly book more for you on the telephone. Nothing is booked now.`,
  otherVehicle: "Choose another vehicle",
  takeTime: "Show the price for that time",
  showMap: "Show map",
  mapLabel: "The way on the map",
  /** The part of the way outside the map. */
  mapBeyond: (distance: string) => `about ${distance}`,
  mapDashed: "The dashed line lies outside the city map and is not to scale.",
  mapDirection: "The dashed line shows the direction of the trip, not the road.",
  mapFailed: "The map cannot be shown right now. Your trip is not affected.",
  alternativesLabel: "Times with a free car",
};
