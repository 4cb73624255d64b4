// English words of the search among bookings.
import type { BoardSearchTexts } from "../sv/board-search.ts";

/** English. */
export const boardSearchEn: BoardSearchTexts = {
  label: "Find a booking",
  placeholder: "Reference, name, phone, address …",
  button: "Search",
  clear: "Back to the day",
  title: (query) => `Search: ${query}`,
  searching: "Searching …",
  found: (count) => count === 1 ? "1 booking" : `${count} bookings`,
  shown: (from, to, total) =>
    from === 1
      ? `Showing ${to} of ${total} bookings`
      : `Showing ${from}–${to} of ${total} bookings`,
  more: "Show more",
  building: (percent) =>
    `The search is being built: ${percent}% of the time is covered, newest bookings first.`,
  none: (query) =>
    `No booking matches “${query}”. Search by reference, name, phone, address, vehicle, driver, flight or message.`,
};
