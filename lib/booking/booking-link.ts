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

/** What each booking calls the other. */
export const OPPOSITE_LINK: Readonly<Record<LinkKind, LinkKind>> = {
  "split-into": "split-from",
  "split-from": "split-into",
  "copied-to": "copy-of",
  "copy-of": "copied-to",
  "return-in": "return-of",
  "return-of": "return-in",
};
