// What needs a person, each with the one act that ends it; many of one kind are one. Pure.
import {
  type Attention,
  type AttentionKind,
  needyBookings,
  NO_DRIVER_WARN_MINUTES,
} from "../../../board/attention.ts";
import type { BookingSummary } from "../../../booking/booking.ts";
import { isOver } from "../../../booking/booking-rules.ts";
import type { DriverChoice, FleetNames } from "../../../board/day.ts";
import type { DeadJobCount } from "../../../board/dead-jobs.ts";
import type { TomorrowLacks } from "../../../board/tomorrow.ts";

/** Needs of one kind that stand by themselves; with more, all but the first two become one row. */
export const MAX_OF_A_KIND = 3;
const LEFT_OF_MANY = 2;

/** Why something needs a person. */
export type NeedKind = AttentionKind | "no-wheelchair-car" | "jobs" | "tomorrow";

/** What ends it. */
export type NeedAct =
  | { kind: "assign"; driver: DriverChoice }
  /** Opens the booking where a driver is chosen. */
  | { kind: "choose"; hasDriver: boolean }
  | { kind: "call" }
  | { kind: "open" };

/** A trip that needs a person. */
export interface TripNeed {
  kind: "trip";
  why: AttentionKind | "no-wheelchair-car";
  level: Attention["level"];
  booking: BookingSummary;
  attention: Attention | null;
  act: NeedAct;
}

/** What needs a person. */
export type Need =
  | TripNeed
  | {
    kind: "many";
    why: TripNeed["why"];
    level: Attention["level"];
    count: number;
    /** Local times of the first and the last pickup. */
    from: string;
    to: string;
  }
  | { kind: "jobs"; level: "warn"; jobs: DeadJobCount }
  | { kind: "tomorrow"; level: "warn"; lacks: TomorrowLacks };

/** What needs are found in. */
export interface NeedsInput {
  nowMs: number;
  fleet: FleetNames;
  jobs: DeadJobCount;
  /** Null when nobody looked. */
  tomorrow: TomorrowLacks | null;
}

/** The needs of today, the urgent first, then by pickup; what is not about a trip of today last. */
export function needsOf(bookings: readonly BookingSummary[], input: NeedsInput): Need[] {
  const { jobs, tomorrow } = input;
  const needs = gathered(tripNeeds(bookings, input));
  if (jobs.count > 0) needs.push({ kind: "jobs", level: "warn", jobs });
  if (tomorrow !== null && tomorrow.unassigned > 0) {
    needs.push({ kind: "tomorrow", level: "warn", lacks: tomorrow });
  }
  return needs;
}

/** How many things need a person: each trip of a row counts. */
export function needCount(needs: readonly Need[]): number {
  return needs.reduce((sum, need) => sum + (need.kind === "many" ? need.count : 1), 0);
}

function tripNeeds(bookings: readonly BookingSummary[], { nowMs, fleet }: NeedsInput): TripNeed[] {
  const needy: TripNeed[] = needyBookings(bookings, nowMs).map(({ booking, attention }) => {
    const why = attention.kind === "no-driver" && lacksRamp(booking, fleet)
      ? "no-wheelchair-car"
      : attention.kind;
    const act = actFor(why, booking, fleet);
    return { kind: "trip", why, level: attention.level, booking, attention, act };
  });
  const known = new Set(needy.map(({ booking }) => booking.id));
  const horizonMs = nowMs + NO_DRIVER_WARN_MINUTES * 60_000;
  const misfits = bookings.filter((booking) =>
    !known.has(booking.id) && !isOver(booking.status) && booking.pickupMs <= horizonMs &&
    booking.pickupMs > nowMs && lacksRamp(booking, fleet)
  ).map((booking): TripNeed => {
    const why = "no-wheelchair-car";
    const act = actFor(why, booking, fleet);
    return { kind: "trip", why, level: "warn", booking, attention: null, act };
  });
  return [...needy, ...misfits].sort((a, b) =>
    rank(a) - rank(b) || a.booking.pickupMs - b.booking.pickupMs ||
    (a.booking.id < b.booking.id ? -1 : 1)
  );
}

/** True when somebody travels in a wheelchair and the car that is kept for them takes none. */
function lacksRamp({ wheelchairs, vehicleId }: BookingSummary, { vehicles }: FleetNames): boolean {
  if (wheelchairs === 0) return false;
  const vehicle = vehicles.find(({ id }) => id === vehicleId);
  return vehicle !== undefined && vehicle.vehicleClass !== "wheelchair";
}

function actFor(why: TripNeed["why"], booking: BookingSummary, fleet: FleetNames): NeedAct {
  switch (why) {
    case "no-driver": {
      // Whoever drives the car that is kept for the trip: nothing else has to be moved.
      const driver = fleet.drivers.find(({ vehicleId }) => vehicleId === booking.vehicleId);
      return driver === undefined
        ? { kind: "choose", hasDriver: false }
        : { kind: "assign", driver };
    }
    case "no-wheelchair-car":
    case "late":
      return { kind: "choose", hasDriver: booking.driverId !== null };
    case "waiting":
    case "failed":
      return { kind: "call" };
    case "overdue":
      return { kind: "open" };
  }
}

function gathered(needs: readonly TripNeed[]): Need[] {
  const byKind = new Map<TripNeed["why"], TripNeed[]>();
  for (const need of needs) byKind.set(need.why, [...byKind.get(need.why) ?? [], need]);
  const hidden = new Set<Need>();
  const many: Need[] = [];
  for (const [why, all] of byKind) {
    if (all.length <= MAX_OF_A_KIND) continue;
    const rest = all.slice(LEFT_OF_MANY);
    for (const need of rest) hidden.add(need);
    const times = rest.map(({ booking }) => booking.wallTime).sort();
    many.push({
      kind: "many",
      why,
      level: rest[0]?.level ?? "warn",
      count: rest.length,
      from: times[0] ?? "",
      to: times.at(-1) ?? "",
    });
  }
  return [...needs.filter((need) => !hidden.has(need)), ...many];
}

function rank({ level }: TripNeed): number {
  return level === "bad" ? 0 : 1;
}
