// English: a customer's own rides.
import type { ridesSv } from "../sv/rides.ts";

/** My rides. */
export const ridesEn: typeof ridesSv = {
  title: "My trips",
  guestTitle: "Your bookings",
  guestLead: (reach) => `Bookings made with ${reach}.`,
  guestAccount: "Create an account, and they stay here.",
  upcoming: "Upcoming",
  past: "Past",
  none: "You have no trips yet.",
  noneHere: "No bookings were made with it.",
  book: "Book a trip",
  ticket: "Open the ticket",
  ticketOf: (moment) => `Open the ticket of the trip ${moment}`,
  again: "Go again",
  againOf: (moment) => `Go again, the same trip as ${moment}`,
  older: "Older trips",
  takeOver: (count) =>
    count === 1
      ? "One booking was made as a guest with your e-mail address or number."
      : `${count} bookings were made as a guest with your e-mail address or number.`,
  takeOverButton: "Add to my trips",
  takenOver: "The bookings are now among your trips.",
  account: "Sign-in and security",
};
