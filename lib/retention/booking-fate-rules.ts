// What becomes of a booking of some age: pure.
import { bookkeepingOverOn, type FiscalYearEnd } from "../kernel/bookkeeping-time.ts";
import { customersBefore, type KeptReason } from "./retention-rules.ts";

/** What happens to a booking. */
export type BookingFate =
  | { kind: "kept"; reason: KeptReason }
  /** Its customer goes, bookkeeping stays. */
  | { kind: "forget" }
  | { kind: "delete" };

/** What happens to a booking with a pickup on a local date. */
export function bookingFate(
  { date, isForgotten, isHeld, isRestricted }: {
    date: string;
    isForgotten: boolean;
    isHeld: boolean;
    isRestricted: boolean;
  },
  today: string,
  yearEnd: FiscalYearEnd,
): BookingFate {
  if (date >= customersBefore(today)) return { kind: "kept", reason: "not-yet" };
  if (isHeld) return { kind: "kept", reason: "legal-hold" };
  if (isRestricted) return { kind: "kept", reason: "restricted" };
  if (today >= bookkeepingOverOn(date, yearEnd)) return { kind: "delete" };
  return isForgotten ? { kind: "kept", reason: "bookkeeping" } : { kind: "forget" };
}
