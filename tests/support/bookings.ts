// Builders of bookings without a database: a confirmation, a booking in any status, a command.
import type {
  BookedTrip,
  Booking,
  BookingEvent,
  BookingStatus,
} from "../../lib/booking/booking.ts";
import type { BookingAction, BookingCommand } from "../../lib/booking/booking-command.ts";
import { bookingId } from "../../lib/booking/booking.ts";
import { decide, evolve, replay } from "../../lib/booking/booking-rules.ts";
import { reservedTime } from "../../lib/fleet/vehicle-day.ts";
import { driverId, vehicleId } from "../../lib/fleet/vehicle.ts";
import { quoteId } from "../../lib/pricing/quote.ts";
import { pickupTimeAt } from "../../lib/kernel/wall-time.ts";
import { deriveCryptoKeys } from "../../lib/security/crypto-keys.ts";
import { LANDVETTER, MAJA, OSTRA_HAMNGATAN } from "./trips.ts";

/** When everything in these builders happens. */
export const AT = "2026-11-23T05:00:00Z";
/** By whose marks the stores of tests find what they look for. */
export const { reachKey: REACH_KEY } = await deriveCryptoKeys(new Uint8Array(32).fill(7));
/** Who drives. */
export const DRIVER = driverId("D01");

/** Ten kilometres in fifteen minutes for 500 kronor. */
export function aBookedTrip(changes: Partial<BookedTrip> & { instant?: string } = {}): BookedTrip {
  const { instant = "2026-11-24T09:00:00Z", ...rest } = changes;
  return {
    quoteId: quoteId("01KAMZ8N00AVANT1TESTQ0TE01"),
    from: LANDVETTER,
    to: OSTRA_HAMNGATAN,
    pickup: pickupTimeAt(Temporal.Instant.from(instant)),
    passengers: 2,
    bags: 2,
    wheelchairs: 0,
    extras: { childSeats: 0, pets: 0, extraLuggage: 0 },
    vehicleClass: "standard",
    route: {
      distanceMeters: 10_000,
      durationSeconds: 900,
      geometry: "_p~iF~ps|U_ulLnnqC",
      engine: "estimate",
      dataVersion: "test",
      isEstimate: true,
    },
    lines: [],
    totalOre: 50_000,
    vatOre: 2_830,
    isFixedPrice: false,
    comparisonPriceOre: 40_000,
    bindingMaximumOre: null,
    tariffVersion: "2026-01-01.1",
    timeZoneDataVersion: "test",
    ...rest,
  };
}

/** The first event of a booking. */
export function aConfirmation(trip: BookedTrip = aBookedTrip()): BookingEvent & {
  type: "confirmed";
} {
  return {
    type: "confirmed",
    at: AT,
    actor: { kind: "customer" },
    id: bookingId("01KAMZ8N00AVANT1B00K1NG001"),
    reference: "K4Q7RM",
    contact: MAJA,
    flightNumber: "",
    note: "",
    locale: "sv",
    trip,
    reservation: reservation(trip),
    payment: { method: "car" },
    links: [],
    veiled: false,
    restricted: false,
  };
}

/** Steps from the confirmation to each status. */
const STEPS: Readonly<Record<BookingStatus, readonly BookingAction[]>> = {
  "awaiting-payment": [],
  confirmed: [],
  assigned: ["assign"],
  "en-route": ["assign", "depart"],
  arrived: ["assign", "depart", "arrive"],
  "on-board": ["assign", "depart", "arrive", "board"],
  completed: ["assign", "depart", "arrive", "board", "complete"],
  cancelled: ["cancel"],
  "no-show": ["assign", "depart", "arrive", "mark-no-show"],
  expired: ["expire"],
  lapsed: ["lapse"],
};

/** Statuses of bookings that nobody has paid. */
const UNPAID: ReadonlySet<BookingStatus> = new Set(["awaiting-payment", "lapsed"]);

/** A booking in a status, reached by the steps a real one takes. */
export function aBooking(status: BookingStatus = "confirmed", trip?: BookedTrip): Booking {
  const meta = { at: AT, actor: { kind: "system" } } as const;
  return STEPS[status].reduce<Booking>(
    (booking, action) => decide(booking, aCommand(action), meta).reduce<Booking>(evolve, booking),
    replay([UNPAID.has(status) ? aPlacing(trip) : aConfirmation(trip)]),
  );
}

/** The first event of a booking that waits for its card. */
export function aPlacing(trip?: BookedTrip): BookingEvent & { type: "placed" } {
  const facts = { ...aConfirmation(trip), payment: { method: "card" as const } };
  return { ...facts, type: "placed", until: "2026-11-23T05:15:00Z" };
}

/** A command of each kind. */
export function aCommand(action: BookingAction): BookingCommand {
  const later = aBookedTrip({ instant: "2026-11-24T15:00:00Z" });
  const commands: Readonly<Record<BookingAction, BookingCommand>> = {
    reschedule: { type: "reschedule", trip: later, reservation: reservation(later) },
    "change-details": {
      type: "change-details",
      phone: "+46709999999",
      flightNumber: "SK1436",
      note: "Portkod 4711",
    },
    assign: { type: "assign", driverId: DRIVER, reservation: reservation(aBookedTrip()) },
    unassign: { type: "unassign", reason: "sjuk" },
    depart: { type: "depart" },
    arrive: { type: "arrive" },
    board: { type: "board" },
    complete: { type: "complete" },
    cancel: { type: "cancel", by: "customer", reason: "", feeOre: 0, feeVat: "none" },
    "mark-no-show": { type: "mark-no-show", feeOre: 50_000, feeVat: "included" },
    expire: { type: "expire" },
    secure: { type: "secure", paymentId: "01KAMZ8N00AVANT1PAYMENT001", method: "card" },
    lapse: { type: "lapse" },
    change: aChange(later),
    move: { type: "move", driverId: null, reservation: reservation(aBookedTrip()) },
    link: {
      type: "link",
      link: {
        kind: "copied-to",
        bookingId: bookingId("01KAMZ8N00AVANT1B00K1NG002"),
        reference: "K4Q7RN",
      },
    },
    "set-veil": { type: "set-veil", veiled: true, restricted: false },
    revive: {
      type: "revive",
      trip: later,
      reservation: reservation(later),
      reason: "kunden ringde",
    },
  };
  return commands[action];
}

/** An operator moves the trip to the afternoon and corrects the number. */
export function aChange(trip: BookedTrip): BookingCommand & { type: "change" } {
  return {
    type: "change",
    contact: { ...MAJA, phone: "+46709999999" },
    flightNumber: "",
    note: "",
    trip,
    reservation: reservation(trip),
    changes: [{ field: "phone", from: MAJA.phone, to: "+46709999999" }],
    basis: "original-tariff",
    reason: "",
  };
}

function reservation(trip: BookedTrip) {
  const pickupMs = Date.parse(trip.pickup.instant);
  const time = reservedTime(pickupMs, trip.route.durationSeconds);
  return { vehicleId: vehicleId("V01"), ...time };
}
