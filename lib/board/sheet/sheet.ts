// The sheet over the board on which one booking is changed, or another is made of it: what it holds.
import type { BookingEvent } from "../../booking/booking.ts";
import type { SeenBooking } from "../../booking/seen-booking.ts";
import type { FieldChange } from "../../booking/field-change.ts";
import type { Refusal } from "../../dispatch/change-trip.ts";
import type { VehicleId } from "../../fleet/vehicle.ts";
import type { FareLine } from "../../pricing/quote.ts";
import type { TripFieldError } from "../../trip/trip-field-error.ts";
import type { SheetKind } from "./sheet-kind.ts";
import type { SheetValues } from "./sheet-values.ts";

/** What is on the sheet, as it was worked out against the booking as it is now. */
export interface SheetData {
  kind: SheetKind;
  booking: SeenBooking;
  values: SheetValues;
  /** True when the values are others than were sent: what another changed, or an answer, was put in. */
  isRewritten: boolean;
  /** The version the sheet was opened at, and what has happened since. */
  openedVersion: number;
  since: BookingEvent[];
  errors: TripFieldError[];
  outcome: SheetOutcome | null;
  /** Why it was not done although it was asked for. */
  problem: SheetProblem | null;
}

/** Nothing was shown yet, another changed the booking, the price is another than was shown, or a rule says no. */
export type SheetProblem = "unseen" | "changed" | "price" | "refused";

/** What doing it would come to; amounts in öre incl. VAT. */
export interface SheetOutcome {
  /** Field by field, of a change. */
  changes: FieldChange[];
  price: SheetPrice | null;
  car: { vehicleId: VehicleId; isSame: boolean; keepsDriver: boolean } | null;
  /** Empty when it can be done. */
  refusals: Refusal[];
}

/** The price before and after. */
export interface SheetPrice {
  /** Of the booking as it is; null where it stays as it is and another is made. */
  beforeOre: number | null;
  /** Of all that comes of it. */
  afterOre: number;
  /** Of the former booking and the new one, where both are another; else null. */
  partsOre: { former: number; copy: number } | null;
  /** By the tariff, where the former price is kept. */
  byTariffOre: number;
  lines: FareLine[];
  /** What the commit names, so that only the price that was shown is stored. */
  seen: { totalOre: number; formerOre: number };
}

/** True when all that is shown can be done. */
export function canSend({ errors, outcome }: Pick<SheetData, "errors" | "outcome">): boolean {
  return errors.length === 0 && outcome !== null && outcome.price !== null &&
    outcome.refusals.length === 0;
}
