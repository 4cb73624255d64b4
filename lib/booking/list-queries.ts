// The list queries of bookings: which index each walks, how far, and for whom.
import { type ListQuery, walkQuery } from "../kv/list-query.ts";
import { bookingKeys } from "./keys.ts";
import { MAX_TAKEN_OVER } from "./booking-owners.ts";
import {
  EVENTS_PER_PAGE,
  MAX_DAY_BOOKINGS,
  MAX_DRIVER_BOOKINGS,
  MAX_EVENTS,
} from "./booking-store.ts";
import { WALK_ROWS } from "../kv/walk.ts";
import { MOST_BETWEEN } from "./bookings-between.ts";

/** The queries. */
export const bookingQueries: readonly ListQuery[] = [
  {
    name: "bookings of a day",
    at: "lib/booking/booking-store.ts listDay",
    walks: bookingKeys.bookingByDay,
    by: "a local date",
    order: "up",
    most: MAX_DAY_BOOKINGS,
    asks: "boards, the cars' timeline, the day's file",
  },
  {
    name: "bookings of a day in some states",
    at: "lib/booking/booking-store.ts listDayOf",
    walks: bookingKeys.bookingByDay,
    by: "a local date",
    order: "up",
    most: MAX_DAY_BOOKINGS,
    asks: "boards, for the vehicles that are under way on the days around theirs",
    exception:
      "states are no part of the key: the rows of a day are read, and those wanted are opened",
  },
  {
    name: "rides of a driver",
    at: "lib/booking/booking-store.ts idsOfDriver",
    walks: bookingKeys.bookingByDriver,
    by: "a driver, and a local date",
    order: "up",
    most: MAX_DRIVER_BOOKINGS,
    then: "booking",
    asks: "the driver's day",
  },
  {
    name: "bookings between days",
    at: "lib/booking/bookings-between.ts bookingsBetween",
    walks: bookingKeys.bookingByDay,
    by: "two local dates",
    order: "either",
    most: MOST_BETWEEN,
    asks: "what a draft of a tariff would have cost; a load that takes a vehicle away",
  },
  walkQuery({
    name: "bookings before a day",
    at: "lib/booking/booking-store.ts listBefore",
    walks: bookingKeys.bookingByDay,
    by: "a local date, and a position",
    order: "up",
    most: MAX_DAY_BOOKINGS,
    asks: "retention",
  }),
  walkQuery({
    name: "newest bookings",
    at: "lib/booking/booking-store.ts listNewest",
    walks: bookingKeys.booking,
    by: "a position",
    order: "down",
    most: MAX_DAY_BOOKINGS,
    asks: "the search's index when a process starts",
  }),
  {
    name: "oldest booking",
    at: "lib/booking/booking-store.ts oldestId",
    walks: bookingKeys.booking,
    by: "",
    order: "up",
    most: 1,
    asks: "the search's index",
  },
  {
    name: "booking events",
    at: "lib/booking/booking-store.ts events",
    walks: bookingKeys.bookingEvent,
    by: "a booking",
    order: "up",
    most: MAX_EVENTS,
    asks: "operators, undo",
  },
  walkQuery({
    name: "all booking events",
    at: "lib/booking/booking-store.ts allEvents",
    walks: bookingKeys.bookingEvent,
    by: "a position",
    order: "up",
    most: EVENTS_PER_PAGE,
    asks: "the count anew of a process that starts",
  }),
  {
    name: "own bookings",
    at: "lib/booking/booking-owners.ts idsOf",
    walks: bookingKeys.bookingByOwner,
    by: "a mark of the owner, and a position",
    order: "down",
    most: 2 * MAX_TAKEN_OVER,
    then: "booking",
    asks: "whoever booked, and guests with a proof",
    exception:
      "whose a booking is stands under each way its owner is known, their account, address and number: a page reads up to three entries of the index for each booking, ids alone",
  },
  walkQuery({
    name: "bookings under a mark",
    at: "lib/booking/booking-owners.ts bookingsUnder",
    walks: bookingKeys.bookingByOwner,
    by: "a mark of the owner, and a position",
    order: "up",
    most: MAX_TAKEN_OVER,
    asks: "erasure",
  }),
  {
    name: "own acts",
    at: "lib/booking/own-data.ts actData",
    walks: bookingKeys.operatorAct,
    by: "",
    order: "down",
    most: WALK_ROWS,
    asks: "somebody of the staff who asks for their data",
    exception:
      "everybody's rows are gone through when one of the staff asks for their data: some times a year, a part at a time",
  },
];
