// What is on record for a fee of a ride nobody took: when the car came, how long it waited, when it was cancelled. Pure.
import type { Booking, BookingEvent } from "./booking.ts";
import { agreedTerms, noShowFromMs } from "./cancellation-rules.ts";
import { arrivalOf } from "./lateness-rules.ts";

/** It; instants, null where nothing is on record. */
export interface FeeEvidence {
  kind: "no-show" | "cancel";
  feeOre: number;
  pickupAt: string;
  arrivedAt: string | null;
  /** Who said that the car had come; null: nobody did. */
  arrivedBy: "operator" | "driver" | "system" | "customer" | null;
  /** When it was given up, or cancelled. */
  endedAt: string;
  /** How long the car waited from then on that it had come and was wanted, in whole minutes. */
  waitedMinutes: number;
  /** How long it had to, by the terms. */
  waitMinutes: number;
  /** False where the fee stands on less than the terms ask. */
  isEnough: boolean;
}

/** Null where no fee was taken. */
export function feeEvidence(
  booking: Booking,
  events: readonly BookingEvent[],
): FeeEvidence | null {
  const feeOre = feeOf(booking);
  if (feeOre === 0) return null;
  const kind = booking.status === "no-show" ? "no-show" : "cancel";
  const ended = events.findLast(({ type }) => type === "no-show" || type === "cancelled");
  const arrivedAt = arrivalOf(events);
  const arrival = events.findLast(({ type, at }) => type === "arrived" && at === arrivedAt);
  const endedAt = ended?.at ?? booking.changedAt;
  const pickupAt = booking.trip.pickup.instant;
  const { waitMinutes } = agreedTerms(booking);
  const waitedMs = arrivedAt === null
    ? 0
    : Date.parse(endedAt) - Math.max(Date.parse(arrivedAt), Date.parse(pickupAt));
  return {
    ...{ kind, feeOre, pickupAt, arrivedAt, endedAt, waitMinutes },
    arrivedBy: arrivedAt === null ? null : arrival?.actor.kind ?? null,
    waitedMinutes: Math.max(0, Math.floor(waitedMs / 60_000)),
    isEnough: kind === "cancel" ||
      (arrivedAt !== null && Date.parse(endedAt) >= noShowFromMs(booking, arrivedAt)),
  };
}

function feeOf(booking: Booking): number {
  if (booking.status === "no-show") return booking.feeOre;
  return booking.status === "cancelled" ? booking.cancellation.feeOre : 0;
}
