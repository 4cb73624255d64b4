// English: what data are used for, by which right, and which kinds of data there are.
import type { dataPurposesSv } from "../sv/data-purposes.ts";

/** English. */
export const dataPurposesEn: typeof dataPurposesSv = {
  title: "What the data are used for",
  basisTitle: "Legal basis",
  dataTitle: "Data",
  basis: {
    consent: "Your consent. You can take it back whenever you like.",
    contract: "The contract with you: without the data we cannot do what you asked for.",
    "legal-obligation": "The law requires it.",
    "legitimate-interest": "Our legitimate interest. You can object to it.",
  },
  dataTypes: {
    name: "name",
    email: "e-mail",
    phone: "telephone number",
    location: "places",
    booking_history: "rides",
    message: "message to the driver",
    price: "price and VAT",
    sign_in: "sign-in",
    network: "network address",
    device: "device",
    driver_code: "driver code",
    request: "what you have asked for",
  },
  of: {
    rides: {
      title: "Driving the ride",
      text: "We need to know who travels, where and when, to drive the ride you booked.",
    },
    messages: {
      title: "Telling you of the ride",
      text:
        "You hear that the ride is booked, changed or cancelled, and when the car is on its way.",
    },
    accounts: {
      title: "Your account",
      text: "The account shows your rides and lets in nobody but you.",
    },
    "own-places": {
      title: "Places you keep",
      text: "Places such as home and work are in your account until you remove them.",
    },
    bookkeeping: {
      title: "Bookkeeping",
      text: "Price, VAT, distance and time of each ride are kept as long as the law requires.",
    },
    fleet: {
      title: "Drivers",
      text: "The driver's name and driver code stand on receipts and show who drove.",
    },
    "work-log": {
      title: "People who work here",
      text: "Who works here, and who has done what, so that mistakes can be sorted out.",
    },
    abuse: {
      title: "Protection against break-ins and abuse",
      text: "We count tries and remember sign-ins, so that nobody gets at what is yours.",
    },
    faults: {
      title: "Mending faults",
      text: "When something breaks we count how many it concerns.",
    },
    rights: {
      title: "Your rights",
      text:
        "What you have asked about your data, and what we answered, is kept so that it can be shown.",
    },
    "price-proof": {
      title: "Showing the price you were told",
      text:
        "The price you were told before the ride is kept as long as it must be possible to show it.",
    },
    subscribers: {
      title: "Programs that follow rides",
      text:
        "Programs chosen by the company hear that a ride was booked, changed or driven, without names and places.",
    },
    statistics: {
      title: "Statistics",
      text: "We count rides, distances and prices. Nobody can be seen in the figures.",
    },
    sealing: {
      title: "Locks on the data",
      text: "What we keep of you is locked with a key of its own, destroyed when you are erased.",
    },
    breaches: {
      title: "When something goes wrong with data",
      text: "We write down what happened, what we did and who had access.",
    },
    reminders: {
      title: "Reminders",
      text: "We remind you of a ride before it begins. The ride works as well without.",
    },
    data_processing: {
      title: "Other things you have said yes to",
      text: "A program that works with us has asked you whether it may use the data.",
    },
  },
};
