// English words of a booking taken on the telephone.
import type { orderSv } from "../sv/order.ts";
import { spokenNumberEn } from "./spoken-number.ts";

/** English. */
export const orderEn: typeof orderSv = {
  title: "New telephone booking",
  skip: "To the booking",
  close: "Back to the day",
  phone: "Telephone",
  name: "Name",
  email: "E-mail",
  optional: "may be left empty",
  when: "When",
  whenExample: "tomorrow 5:10",
  whenHint: "Understands “tomorrow ten past five”, “fri 5:10”, “+40” and “now”.",
  whenUnread: "Write a day and a time, for example “tomorrow 5:10”.",
  means: (moment: string) => `Means ${moment}`,
  vehicleClass: "Vehicle",
  anyClass: "First that fits",
  flightNumber: "Flight",
  note: "For the driver",
  needs: "Needs",
  language: "Language of the ticket",
  tabTakes: "Tab takes the first.",
  showPrice: "Show price",
  caller: "Who is calling",
  known: (count: number) => count === 1 ? "1 booking with us" : `${count} bookings with us`,
  knownAtLeast: (count: number) => `At least ${count} bookings with us`,
  unknownCaller: "New customer: no bookings with this number.",
  noShows: (count: number) => count === 1 ? "missed one ride" : `missed ${count} rides`,
  neverMissed: "never missed a ride",
  lastTrips: "Last trips",
  price: "Price",
  readAloud: "Read to the customer",
  noPriceYet: "The price shows once from, to and time are filled in.",
  holdsUntil: (time: string) => `Fixed price. Holds until ${time}.`,
  says: (kronor: number, pickup: string, moment: string, cancelling: string) =>
    `“It is ${
      spokenNumberEn(kronor)
    } kronor, a fixed price whatever the traffic. The car is with you at ${pickup} ${moment}. ${cancelling}.”`,
  free: (name: string, time: string) => `${name} free at ${time}`,
  later: (name: string, moment: string) => `${name} not before ${moment}`,
  none: (name: string) => `No ${name.toLowerCase()} free at that time`,
  arrives: (time: string) => `there at ${time}`,
  book: "Book the ride",
  problems: {
    noPrice: "Read the price out first: press Show price.",
    priceChanged: "The trip is not the one the price was for. Read out the new price.",
    priceOver: "The price no longer held. Read out the new one.",
    holdsMany:
      "The number already has so many rides that have not begun that the customer cannot book more themselves. Press Book again to book it all the same.",
    noCar: "No car is free at that time any more. Choose another time or another vehicle.",
  },
};
