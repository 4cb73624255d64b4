// Wall time in a zone: what a customer means by "06:40", stored with its zone and its instant.

/** The zone every pickup is given in. */
export const HOME_ZONE = "Europe/Stockholm";

/** A pickup moment: what the customer said, where, and the instant it means. */
export interface PickupTime {
  /** Local date and time, `2026-11-23T06:40`. */
  wallTime: string;
  /** IANA zone of `wallTime`. */
  timeZone: string;
  /** The instant, ISO in UTC, `2026-11-23T05:40:00Z`. */
  instant: string;
}

/** How a wall time is written. */
export const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** The local date of a wall time, `2026-11-23`. */
export function dateOf(wallTime: string): string {
  return wallTime.slice(0, 10);
}

/** The clock time of a wall time, `06:40`. */
export function timeOf(wallTime: string): string {
  return wallTime.slice(11, 16);
}

/** Which of two instants is meant in the autumn overlap. */
export type OverlapChoice = "earlier" | "later";

/** What a wall time means: one instant, none (spring gap) or two (autumn overlap). */
export type WallTimeReading =
  | { kind: "one"; pickup: PickupTime }
  | { kind: "gap"; before: PickupTime; after: PickupTime }
  | { kind: "overlap"; earlier: PickupTime; later: PickupTime };

/**
 * Reads a local date and time (`YYYY-MM-DDTHH:MM`). A time the clock skips or shows twice is reported,
 * not guessed; `choice` settles an overlap. Throws RangeError when `wallTime` is not a date and time.
 */
export function readWallTime(
  wallTime: string,
  choice?: OverlapChoice,
  timeZone = HOME_ZONE,
): WallTimeReading {
  if (!WALL_TIME.test(wallTime)) {
    throw new RangeError(`Cannot read wall time: ${JSON.stringify(wallTime)}`);
  }
  const local = Temporal.PlainDateTime.from(wallTime, { overflow: "reject" });
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  const later = local.toZonedDateTime(timeZone, { disambiguation: "later" });
  if (earlier.epochMilliseconds === later.epochMilliseconds) {
    return { kind: "one", pickup: pickupTime(earlier) };
  }
  const exists = earlier.toPlainDateTime().equals(local);
  if (!exists) return { kind: "gap", before: pickupTime(earlier), after: pickupTime(later) };
  if (choice === "earlier") return { kind: "one", pickup: pickupTime(earlier) };
  if (choice === "later") return { kind: "one", pickup: pickupTime(later) };
  return { kind: "overlap", earlier: pickupTime(earlier), later: pickupTime(later) };
}

/** The pickup time of an instant, seen in `timeZone`. */
export function pickupTimeAt(instant: Temporal.Instant, timeZone = HOME_ZONE): PickupTime {
  return pickupTime(instant.toZonedDateTimeISO(timeZone));
}

/** The local date (`YYYY-MM-DD`) of an instant. */
export function localDate(instant: Temporal.Instant, timeZone = HOME_ZONE): string {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

function pickupTime(zoned: Temporal.ZonedDateTime): PickupTime {
  return {
    wallTime: zoned.toPlainDateTime().toString({ smallestUnit: "minute" }),
    timeZone: zoned.timeZoneId,
    instant: zoned.toInstant().toString(),
  };
}
