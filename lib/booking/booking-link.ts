// How one booking came out of another: both name each other.
import type { BookingId } from "./booking-id.ts";

/** What the other booking is to this one. */
export type LinkKind =
  | "split-into"
  | "split-from"
  | "copied-to"
  | "copy-of"
  | "return-in"
  | "return-of";

/** The other booking. */
export interface BookingLink {
  kind: LinkKind;
  bookingId: BookingId;
  reference: string;
}
