// What the product decides about somebody by itself: every kind with the rule that decides it (GDPR, Articles 13.2 f, 15.1 h, 22).
import type { FeeAmount } from "../fees/fee-matrix.ts";
import type { BookingEvent } from "../booking/booking.ts";
import type { VehicleClass } from "../fleet/vehicle.ts";
import type { FareLine } from "../pricing/quote.ts";

/** The kinds, each with where its rule stands. What records one and what lists them both name these. */
export const DECISION_RULES = {
  /** What a ride costs. */
  price: "lib/pricing/fare-rules.ts",
  /** Which free vehicle is kept for a ride. */
  vehicle: "lib/booking/reserve-vehicle.ts",
  /** What cancelling late costs. */
  "cancellation-fee": "lib/booking/cancellation-rules.ts",
  /** What not coming costs. */
  "no-show-fee": "lib/booking/cancellation-rules.ts",
  /** That a ride nobody served is over. */
  expiry: "lib/booking/expire-booking.ts",
  /** That a booking nobody paid for in time lets its car go. */
  lapse: "lib/booking/lapse-booking.ts",
} as const;

/** One of them. */
export type DecisionKind = keyof typeof DECISION_RULES;

/** All of them, in the order they are listed. */
export const DECISION_KINDS: readonly DecisionKind[] = [
  "price",
  "vehicle",
  "cancellation-fee",
  "no-show-fee",
  "expiry",
  "lapse",
];

/** What was looked at, and what came of it. */
export type Decided =
  | {
    kind: "price";
    vehicleClass: VehicleClass;
    distanceMeters: number;
    durationSeconds: number;
    lines: readonly FareLine[];
    totalOre: number;
  }
  /** The length of the ride is what had to be free. */
  | { kind: "vehicle"; vehicleClass: VehicleClass; durationSeconds: number }
  | {
    kind: "cancellation-fee";
    /** How long before the pickup it was cancelled; below 0 after it. */
    minutesBefore: number;
    /** Null: cancelling this ride was never free. */
    freeUntilMinutes: number | null;
    fee: FeeAmount;
    totalOre: number;
    feeOre: number;
  }
  | { kind: "no-show-fee"; waitMinutes: number; fee: FeeAmount; totalOre: number; feeOre: number }
  | { kind: "expiry"; afterMinutes: number }
  | { kind: "lapse"; afterMinutes: number };

/** A decision as it was made. */
export type Decision = Decided & {
  /** An instant. */
  at: string;
  /** Where the rule stands, and which of its versions held. */
  rule: string;
  version: string;
};

/**
 * What each event of a booking records of them: the event is the record, append-only, sealed under its customer and kept as
 * long as bookkeeping is. A new event does not compile until it is said here; what people decide themselves is none.
 */
export const RECORDED_BY: Readonly<Record<BookingEvent["type"], readonly DecisionKind[]>> = {
  confirmed: ["price", "vehicle"],
  placed: ["price", "vehicle"],
  // A bank said yes, which is not decided here.
  secured: [],
  "payment-changed": [],
  lapsed: ["lapse"],
  rescheduled: ["price", "vehicle"],
  // By a customer alone: what an operator takes is what the operator decided.
  cancelled: ["cancellation-fee"],
  // That nobody came is seen by the driver; what it costs is not decided by anybody.
  "no-show": ["no-show-fee"],
  expired: ["expiry"],
  "details-changed": [],
  assigned: [],
  unassigned: [],
  departed: [],
  arrived: [],
  boarded: [],
  completed: [],
  changed: [],
  moved: [],
  linked: [],
  overrode: [],
  revived: [],
  undone: [],
  "veil-changed": [],
};
