// What can be wished of a booking; `decide` turns a wish into events or refuses it.
import type { DriverId } from "../fleet/vehicle.ts";
import type { BookedTrip, BookingDetails, ChangedEvent, Cover, Reservation } from "./booking.ts";
import type { BookingLink } from "./booking-link.ts";
import type { PaymentMethod } from "../payments/payment-method.ts";
import type { Fault } from "../fees/fault.ts";
import type { FeeVat } from "./fee-vat.ts";

/** What spoke against a car, and why it was given all the same. */
export interface Override {
  refusals: string[];
  reason: string;
}

/** A wish to change a booking; `decide` turns it into events or refuses. */
export type BookingCommand =
  | { type: "reschedule"; trip: BookedTrip; reservation: Reservation }
  | { type: "change-details" } & BookingDetails
  /** `override` says why what spoke against the car did not count; null when nothing did. */
  | { type: "assign"; driverId: DriverId; reservation: Reservation; override?: Override | null }
  | { type: "unassign"; reason: string }
  | { type: "depart" }
  | { type: "arrive" }
  | { type: "board" }
  | { type: "complete" }
  | {
    type: "cancel";
    by: "customer" | "operator";
    reason: string;
    feeOre: number;
    feeVat: FeeVat;
    /** Absent: the customer's where they cancel, else not said. */
    fault?: Fault | undefined;
  }
  | { type: "mark-no-show"; feeOre: number; feeVat: FeeVat }
  | { type: "expire" }
  /** `paymentId` null: nothing is paid beforehand. */
  | { type: "secure"; paymentId: string | null; method: PaymentMethod }
  | { type: "lapse" }
  | Omit<ChangedEvent, "type"> & { type: "change" }
  /** `driverId` null: the trip gets the car without a driver. */
  | {
    type: "move";
    driverId: DriverId | null;
    reservation: Reservation;
    override?: Override | null;
  }
  | { type: "link"; link: BookingLink }
  /** The customer's identity is to be protected, or no longer. */
  | { type: "set-veil" } & Cover
  | { type: "revive"; trip: BookedTrip; reservation: Reservation; reason: string };

/** Everything that can be done to a booking. */
export type BookingAction = BookingCommand["type"];
