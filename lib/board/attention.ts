// What needs a person, and how badly. Pure: the same rules sort the strip, colour the rows and are tested.
import type { BookingSummary } from "../booking/booking.ts";

/** Without a driver, a booking is shown as needing one this long before the pickup: the three hours ahead. */
export const NO_DRIVER_WARN_MINUTES = 180;
/** … and as urgent this long before: about what it takes to get a car across town. */
export const NO_DRIVER_BAD_MINUTES = 15;
/** A driver who has not left this long before the pickup is late already. */
export const NOT_DEPARTED_WARN_MINUTES = 0;
/** A pickup this overdue is urgent. */
export const LATE_BAD_MINUTES = 10;
/** A driver on the way may be this late before anybody needs to look. */
export const EN_ROUTE_GRACE_MINUTES = 5;
/** A driver who has waited this long past the pickup needs a decision: call, wait or no-show. */
export const WAITING_WARN_MINUTES = 10;

/** A trip nobody drove calls for a call this long after its pickup; later it is history. */
export const FAILED_MINUTES = 120;

/** A ride may take this much longer than it was planned before anybody needs to look. */
export const OVERDUE_GRACE_MINUTES = 15;
/** A ride this long past its planned end is one nobody has closed: history, and no longer news. */
export const OVERDUE_MINUTES = 240;

/** Why a booking needs a person. */
export type AttentionKind = "no-driver" | "late" | "waiting" | "overdue" | "failed";

/** A need: its kind, how bad it is, and how many minutes until (+) or since (−) the pickup. */
export interface Attention {
  kind: AttentionKind;
  level: "warn" | "bad";
  minutesToPickup: number;
}

/** A booking and its need. */
export interface NeedyBooking {
  booking: BookingSummary;
  attention: Attention;
}

/** What `booking` needs at `nowMs`, or null. */
export function attentionOf(
  booking: Pick<BookingSummary, "status" | "pickupMs" | "durationSeconds">,
  nowMs: number,
): Attention | null {
  // Whole minutes, rounded so that 06.40 seen at 06.25.00–06.25.59 is "15 min" away.
  const minutes = Math.ceil((booking.pickupMs - nowMs) / 60_000) || 0;
  const need = (kind: AttentionKind, bad: boolean): Attention => ({
    kind,
    level: bad ? "bad" : "warn",
    minutesToPickup: minutes,
  });
  switch (booking.status) {
    case "confirmed":
      if (minutes > NO_DRIVER_WARN_MINUTES) return null;
      return need("no-driver", minutes <= NO_DRIVER_BAD_MINUTES);
    case "assigned":
      if (minutes > NOT_DEPARTED_WARN_MINUTES) return null;
      return need("late", minutes <= -LATE_BAD_MINUTES);
    case "en-route":
      if (minutes > -EN_ROUTE_GRACE_MINUTES) return null;
      return need("late", minutes <= -LATE_BAD_MINUTES);
    case "arrived":
      return minutes > -WAITING_WARN_MINUTES ? null : need("waiting", false);
    case "on-board": {
      // What an earlier release wrote does not know how long the ride takes.
      const overdue = -minutes - Math.ceil(booking.durationSeconds / 60);
      const isOverdue = booking.durationSeconds > 0 && overdue > OVERDUE_GRACE_MINUTES;
      return isOverdue && overdue < OVERDUE_MINUTES ? need("overdue", false) : null;
    }
    case "expired":
      return minutes < -FAILED_MINUTES ? null : need("failed", true);
    default:
      return null;
  }
}

/** True for a customer who should have been picked up, or a ride that should have been over. */
export function isLate(attention: Attention | null): boolean {
  if (attention === null) return false;
  const { kind, minutesToPickup } = attention;
  return kind === "late" || kind === "overdue" || (kind === "no-driver" && minutesToPickup < 0);
}

/** All bookings with a need: urgent ones first, then by pickup, then by id so that nothing swaps places. */
export function needyBookings(
  bookings: readonly BookingSummary[],
  nowMs: number,
): NeedyBooking[] {
  const needy: NeedyBooking[] = [];
  for (const booking of bookings) {
    const attention = attentionOf(booking, nowMs);
    if (attention !== null) needy.push({ booking, attention });
  }
  return needy.sort((a, b) =>
    rank(a) - rank(b) || a.booking.pickupMs - b.booking.pickupMs ||
    (a.booking.id < b.booking.id ? -1 : 1)
  );
}

function rank({ attention }: NeedyBooking): number {
  return attention.level === "bad" ? 0 : 1;
}
