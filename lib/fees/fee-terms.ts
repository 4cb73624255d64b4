// What of a fee matrix is agreed for one ride: frozen into its quote with the price, and kept by its booking.
import type { Fault, FeeKind } from "./fault.ts";
import type { FeeAmount, FeeEdition, FeeMatrix, LatenessStep } from "./fee-matrix.ts";

/** A fee that counts once less than `withinMinutes` is left before the pickup; null: from the beginning. */
export interface FeeStep {
  fault: Fault;
  kind: FeeKind;
  withinMinutes: number | null;
  amount: FeeAmount;
}

/** The terms of one ride. */
export interface FeeTerms {
  /** First day of the edition they are of. */
  edition: string;
  waitMinutes: number;
  /** Of each fault and kind the furthest from the pickup first; a later one takes the place of those before it. */
  steps: FeeStep[];
  lateness: LatenessStep[];
}

const ANYWHERE = { place: { kind: "any" }, vehicleClass: null, band: null } as const;

/** What is agreed where no edition of an operator is in force. One hour is what Swedish operators promise (VIP Göteborg). */
const SHIPPED_MATRIX: FeeMatrix = {
  waitMinutes: 10,
  rows: [
    {
      ...{ fault: "customer", kind: "cancel", ...ANYWHERE, withinMinutes: 60 },
      amount: { kind: "percent", percent: 50 },
    },
    {
      ...{ fault: "customer", kind: "no-show", ...ANYWHERE, withinMinutes: null },
      amount: { kind: "percent", percent: 100 },
    },
  ],
  lateness: [],
};

/** The edition before the first of an operator. Bookings rest on it: it is never edited, only superseded. */
export const SHIPPED_EDITION: FeeEdition = { bookedFrom: "2020-01-01", matrix: SHIPPED_MATRIX };
