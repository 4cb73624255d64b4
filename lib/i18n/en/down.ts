// English: what operators are told of a part that is down, and customers while nothing can be booked.
import type { DownTexts } from "../sv/down.ts";

/** English. */
export const downEn: DownTexts = {
  parts: {
    osrm: "The routing service does not answer",
    geocoder: "The address service does not answer",
    "database-reads": "The database cannot be read",
    "database-writes": "The database takes nothing in",
    "database-file": "The database file is gone, replaced or cut short",
    clock: "The server's clock is off",
  },
  names: {
    osrm: "The routing service",
    geocoder: "The address service",
    webhook: "Alarms to the webhook",
    smtp: "The mail server",
    sentry: "Sentry",
    sms: "The SMS service",
    "database-reads": "The database, reading",
    "database-writes": "The database, writing",
    "database-file": "The database file",
    clock: "The clock",
    faults: "Faults nobody caught",
  },
  title: "How it is",
  caption: "What the service stands on",
  columns: { part: "Part", state: "State", since: "Since" },
  states: { pass: "well", warn: "stood in for, or waiting", fail: "down" },
  notes: {
    osrm: "Routes come from our own map. Prices that are given bind all the same.",
    geocoder: "Our own places are used, without house numbers in the country.",
    "database-reads": "",
    "database-writes": "",
    "database-file": "Stop the server and put a whole copy back.",
    clock: "Jobs wait, so that nothing expires early.",
  },
  since: (what, time) => `${what} since ${time}.`,
  refused: (errands) => `Not possible: ${errands}.`,
  works: (errands) => `Works: ${errands}.`,
  allWorks: "Everything can be done.",
  errands: {
    "find-place": "find a place",
    price: "give a price",
    book: "book",
    ticket: "show tickets",
    change: "change trips",
    cancel: "cancel",
    board: "show the day",
    order: "take orders",
    assign: "assign",
    undo: "undo",
    setup: "change tariffs and lists",
  },
  noBookings:
    "We cannot take new bookings online right now. Trips already booked are not affected. Try again in a while, or call us.",
  ownMap: "The route comes from our own map right now. The price stands all the same.",
};
