// English: the ticket as it follows its ride.
import { lettersEn } from "./letters.ts";
import type { ticketSv } from "../sv/ticket.ts";

/** Progress, the car, what can be done, and how fresh it all is. */
export const ticketEn: typeof ticketSv = {
  letters: lettersEn,
  progress: "Where the ride is",
  steps: {
    booked: "Booked",
    "en-route": "Coming",
    arrived: "With you",
    "on-board": "In the car",
    completed: "There",
  },
  pickupAt: "Pickup",
  carLabel: "Your car",
  noDriver: "No driver yet",
  noDriverText:
    "A car is reserved for you. Once a driver is chosen, the name, the car's number and the plate stand here.",
  driverAndCar: (driver: string, vehicle: string) => `${driver}, ${vehicle}`,
  driverUnknown: "Driver chosen",
  plate: "Number plate",
  callCar: (phone: string) => `Call us ${phone}`,
  call: "Call us",
  share: "Share the ride",
  shareText: "Whoever gets the link can change and cancel too",
  shared: "The link is copied",
  details: "Change details",
  detailsText: "Phone and message to the driver",
  detailsTextFlight: "Phone, flight and message to the driver",
  moveText: "The price of the new time is shown first",
  calendar: "Add to calendar",
  calendarOff: "Take the ride off the calendar",
  calendarOffText: "The file tells the calendar that the ride is off",
  again: "Book the same ride again",
  againText: "The form is filled in, you choose the time",
  return: "Book the way back",
  live: "This page follows the ride by itself.",
  lost: (age: string) => `No contact for ${age}. What stands here may have changed.`,
  offline: (age: string) => `You have been offline for ${age}. What stands here may have changed.`,
  changed: "The ticket is updated.",
  detailsTitle: "Change details",
  detailsLead: "We see the change at once.",
  detailsSave: "Save",
  detailsSaving: "Saving",
  cannotDetailsTitle: "The details cannot be changed here",
};
