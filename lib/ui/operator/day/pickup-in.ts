// How long until a pickup, or how late it is, as the day's table says it. Pure.
import { type Attention, isLate } from "../../../board/attention.ts";
import type { BookingSummary } from "../../../booking/booking.ts";

/** Pickups further away than this are said by their time alone, in minutes. */
const SAID_WITHIN_MINUTES = 12 * 60;
/** A pickup without a driver this near stands out. */
const SOON_MINUTES = 30;

/** What is said of a pickup. */
export type PickupIn =
  | { kind: "none" }
  | { kind: "going" }
  | { kind: "in" | "late"; minutes: number; level: "plain" | "warn" | "bad" };

/** What is said at `nowMs`; null is another day than today. */
export function pickupIn(
  booking: Pick<BookingSummary, "status" | "pickupMs">,
  attention: Attention | null,
  nowMs: number | null,
): PickupIn {
  if (nowMs === null) return { kind: "none" };
  const minutes = Math.ceil((booking.pickupMs - nowMs) / 60_000) || 0;
  switch (booking.status) {
    case "confirmed":
    case "assigned":
    case "en-route":
    case "arrived": {
      if (minutes > SAID_WITHIN_MINUTES) return { kind: "none" };
      if (minutes < 0) {
        if (booking.status === "arrived") return { kind: "going" };
        return { kind: "late", minutes: -minutes, level: isLate(attention) ? "bad" : "plain" };
      }
      const isWarned = attention !== null && minutes <= SOON_MINUTES;
      return { kind: "in", minutes, level: isWarned ? attention.level : "plain" };
    }
    case "on-board":
      return { kind: "going" };
    default:
      return { kind: "none" };
  }
}
