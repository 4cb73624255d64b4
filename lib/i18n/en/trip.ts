// English: the trip form and the start page.
import { spokenMinutesEn } from "./spoken.ts";
import { plural } from "../plural.ts";
import type { tripSv } from "../sv/trip.ts";

/** The start page and the form that asks for a price. */
export const tripEn: typeof tripSv = {
  promise: ["There on time.", "At a price you know."],
  lead:
    "Book a taxi, an airport transfer or a minibus anywhere in Gothenburg. The price holds when you book and does not change.",
  formLabel: "Your trip",
  from: "From",
  to: "To",
  placeExample: "Street, airport, town",
  pickup: "Pickup",
  date: "Date",
  time: "Time",
  passengers: "Passengers",
  bags: "Bags",
  passengerCount: plural({ one: "{count} passenger", other: "{count} passengers" }),
  bagCount: plural({ one: "{count} bag", other: "{count} bags" }),
  noBags: "no bags",
  extras: "Child seat, pet or bulky luggage",
  extrasHint: "You choose a wheelchair vehicle in the next step.",
  childSeats: "Child seats",
  pets: "Pets",
  extraLuggage: "Bulky luggage",
  childSeatCount: plural({ one: "{count} child seat", other: "{count} child seats" }),
  petCount: plural({ one: "{count} pet", other: "{count} pets" }),
  extraLuggageCount: plural({ one: "{count} bulky item", other: "{count} bulky items" }),
  showPrice: "Show price",
  findingPrice: "Working it out",
  freeCancellation: (minutes: number) =>
    `Cancel free of charge until ${spokenMinutesEn(minutes)} before`,
  livePriceFrom: "From {price}",
  livePriceHint: "The whole price, VAT included",
  place: {
    airport: "airport",
    station: "station",
    town: "town",
    street: "street",
    pin: "place on the map",
    near: (name: string) => `near ${name}`,
    unnamed: "Point on the map",
    suggestions: "Suggestions",
    found: plural({
      one: "{count} suggestion. Choose with the arrow keys.",
      other: "{count} suggestions. Choose with the arrow keys.",
    }),
    nothing: "No place by that name yet. You can still write the full address.",
    offline: "Suggestions need a connection. Write the full address and it works anyway.",
    chooseOnMap: "Choose on the map",
  },
  map: {
    title: "Choose on the map",
    hint: "Move the map so that the pin stands where the car should meet you.",
    use: "Use this place",
    close: "Close",
    pinWords: "Place on the map",
    loading: "The map is loading.",
    failed: "The map cannot be shown right now. Write the address in the field instead.",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    label: "Map. Move with the arrow keys, zoom with plus and minus.",
  },
  didYouMean: (words: string) => `Which place do you mean by “${words}”?`,
  gapQuestion: (time: string) => `There is no ${time} that night. Which time do you mean?`,
  gapHint: "The clocks go forward one hour that night.",
  overlapQuestion: (time: string) => `${time} comes twice that night. Which one do you mean?`,
  overlapHint: "The clocks go back one hour that night.",
  overlapEarlier: "The first (summer time)",
  overlapLater: "The second (winter time)",
  reasons: (freeMinutes: number) => [
    {
      title: "A fixed price, line by line",
      text:
        "You see what is included before you book: distance, time, surcharges and VAT. With the comparison price Swedish law asks for.",
    },
    {
      title: "A car that is yours",
      text:
        "Booking holds a car for you. If none is free we say so at once and show times that work.",
    },
    {
      title: "Change it yourself, any time",
      text: `Move or cancel the ride on your ticket. You see the fee first, and until ${
        spokenMinutesEn(freeMinutes)
      } before it is nothing.`,
    },
  ],
};
